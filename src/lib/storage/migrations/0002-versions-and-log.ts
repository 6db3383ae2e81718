import type { Migration } from './migration.ts';

/** Versions of a dataset are found by the dataset they are of; a log of what was done, by its workspace. */
export const versionsAndLog: Migration = {
	schema: 2,
	stores: {
		datasets: 'id, workspaceId, manifest.id',
		log: '++id, workspaceId'
	}
};
