import type { Migration } from './migration.ts';

/**
 * Tables of other entities stand among the datasets, so that older code, which would take them for orders, must not open
 * the database; and links between tables are kept.
 */
export const entityTables: Migration = {
	schema: 3,
	stores: { links: '[from+to], workspaceId, from, to' }
};
