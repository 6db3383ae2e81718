import type { Migration } from './migration.ts';

/** Columns may be stored as smaller numbers, which older code, that would find them too short, must not open. */
export const packedColumns: Migration = { schema: 4, stores: {} };
