/** The face of storage: everything that other rooms may use. */
export { binKeepsMs, listBin, purgeBin, type BinItem } from './bin.ts';
export { announceChange } from './changes.ts';
export type { ClienteleDatabase } from './database.ts';
export { connect, type Connection } from './connection.ts';
export { currentDatasets, damagedDatasets, listDatasets, listTables } from './datasets.ts';
export { estimateStorage } from './estimate.ts';
export { forgetJob } from './forget-dataset.ts';
export { collectGarbage } from './garbage.ts';
export { keepFiles } from './keep-files.ts';
export { inventoryOf } from './inventory.ts';
export { loadLinks, saveLinks } from './links.ts';
export {
	currentVersion,
	loadAttribute,
	loadCustomers,
	loadEntityTable,
	loadIssues,
	loadRejects,
	loadTable,
	type LoadedDataset,
	type LoadedTable
} from './load-dataset.ts';
export { appendLog, listLog } from './log.ts';
export { currentSchema } from './migrations/index.ts';
export { dropOriginals, loadOriginal, originalsOf, storedBytes, type OriginalFile } from './original.ts';
export type { Current } from './records.ts';
export { receiveWorkspace, type ReceivedWorkspace } from './receive-workspace.ts';
export { saveDataset, saveTable, type DatasetToSave, type TableToSave } from './save-dataset.ts';
export { hiddenNames, rememberHidden, sharingKey } from './sharing.ts';
export { binSnapshot, describeSnapshot, listSnapshots, loadSnapshot, saveSnapshot } from './snapshots.ts';
export { binDataset, restoreVersion } from './versions.ts';
export { whileWanted, type SaveHooks } from './write-columns.ts';
export {
	binWorkspace,
	createWorkspace,
	decideSameCustomers,
	listWorkspaces,
	noteVerified,
	refuseChange,
	sameCustomersOf,
	updateWorkspace
} from './workspaces.ts';
