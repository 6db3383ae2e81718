import type { Migration } from './migration.ts';
import { firstTables } from './0001-first-tables.ts';
import { versionsAndLog } from './0002-versions-and-log.ts';
import { entityTables } from './0003-entity-tables.ts';
import { packedColumns } from './0004-packed-columns.ts';
import { severalOriginals } from './0005-several-originals.ts';

/** Every step from the first schema to today's, in order. */
export const migrations: readonly Migration[] = [
	firstTables,
	versionsAndLog,
	entityTables,
	packedColumns,
	severalOriginals
];

/** The schema that this version of the app reads and writes. */
export const currentSchema = migrations.length;
