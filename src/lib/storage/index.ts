/** The face of storage: everything that other rooms may use. */
export { binKeepsMs, listBin, purgeBin, type BinItem } from './bin.ts';
export { announceChange } from './changes.ts';
export { connect, type Connection } from './connection.ts';
export { binDataset, currentDatasets, damagedDatasets, listDatasets, listTables } from './datasets.ts';
export { estimateStorage } from './estimate.ts';
export { forgetJob } from './forget-dataset.ts';
export { collectGarbage } from './garbage.ts';
export { inventoryOf } from './inventory.ts';
export {
	loadAttribute,
	loadCustomers,
	loadEntityTable,
	loadRejects,
	loadTable,
	type LoadedDataset,
	type LoadedTable
} from './load-dataset.ts';
export { currentSchema } from './migrations/index.ts';
export { loadLinks, saveLinks } from './links.ts';
export {
	saveDataset,
	saveTable,
	type DatasetToSave,
	type SaveHooks,
	type TableToSave
} from './save-dataset.ts';
export { binSnapshot, listSnapshots, loadSnapshot, saveSnapshot } from './snapshots.ts';
export { binWorkspace, createWorkspace, listWorkspaces, updateWorkspace } from './workspaces.ts';
