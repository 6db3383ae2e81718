/** The face of storage: everything that other rooms may use. */
export { binKeepsMs, listBin, purgeBin, type BinItem } from './bin.ts';
export { announceChange } from './changes.ts';
export type { ClienteleDatabase } from './database.ts';
export { connect, type Connection } from './connection.ts';
export { currentDatasets, damagedDatasets, listDatasets } from './datasets.ts';
export { estimateStorage } from './estimate.ts';
export { forgetJob } from './forget-dataset.ts';
export { collectGarbage } from './garbage.ts';
export { inventoryOf } from './inventory.ts';
export {
	currentVersion,
	loadAttribute,
	loadIssues,
	loadRejects,
	loadTable,
	type LoadedDataset
} from './load-dataset.ts';
export { appendLog, listLog } from './log.ts';
export { currentSchema } from './migrations/index.ts';
export { dropOriginal, loadOriginal, storedBytes } from './original.ts';
export type { CurrentDataset } from './records.ts';
export { saveDataset, type DatasetToSave, type SaveHooks } from './save-dataset.ts';
export { hiddenNames, rememberHidden, sharingKey } from './sharing.ts';
export { binSnapshot, listSnapshots, loadSnapshot, saveSnapshot } from './snapshots.ts';
export { binDataset, restoreVersion } from './versions.ts';
export { binWorkspace, createWorkspace, listWorkspaces, updateWorkspace } from './workspaces.ts';
