import type { Migration } from './migration.ts';

/** The first tables: one record per workspace, dataset, snapshot and column chunk. */
export const firstTables: Migration = {
	schema: 1,
	stores: {
		workspaces: 'id',
		datasets: 'id, workspaceId',
		chunks: '[dataset+column+part], dataset',
		snapshots: 'id',
		meta: 'key'
	}
};
