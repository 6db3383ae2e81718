import { appendEntityTables } from '#lib/core/dataset/append/append-entity-tables.ts';
import { appendTableTotals } from '#lib/core/dataset/append/append-table-totals.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import { appendedTableManifest, Breather, type ImportedTable, type TableFacts } from '#lib/import/index.ts';
import { loadEntityTable, loadRejects, type Connection, type TableToSave } from '#lib/storage/index.ts';
import { sha256 } from '../shared/digest.ts';
import { bothFiles, decision, type Asking } from './append-file.ts';

/** A table with its rows. */
export type WholeTable = Pick<TableToSave, 'manifest' | 'table' | 'rejects'>;

/**
 * Makes one table of a stored one and an imported file of the same entity, if that is wanted once it is known what is new.
 * Nothing is stored. Throws `cancelled` when nobody wants it any more; what `appendEntityTables` throws.
 */
export async function appendTableFile(
	connection: Connection,
	former: TableManifest,
	imported: ImportedTable,
	facts: TableFacts,
	asking: Asking
): Promise<WholeTable> {
	const { table } = await connection.use((database) => loadEntityTable(database, former.id));
	const rejects = await connection.use((database) => loadRejects(database, former.id));
	return joinTableFile({ manifest: former, table, rejects }, imported, facts, asking);
}

/** The same for a table whose rows are in hand. */
export async function joinTableFile(
	there: WholeTable,
	imported: ImportedTable,
	facts: TableFacts,
	{ decide, signal }: Asking
): Promise<WholeTable> {
	const breather = new Breather(signal);
	try {
		const appended = await appendEntityTables(there.table, imported.table, () => breather.pause());
		const { comparison, table } = appended;
		await decision(decide, comparison, signal);
		const totals = appendTableTotals(there.manifest.totals, imported.totals, appended);
		const rejects = bothFiles(there.rejects, imported.rejects);
		const file = { imported, comparison, table, totals, rejects };
		return { manifest: await appendedTableManifest(there.manifest, file, facts, sha256), table, rejects };
	} finally {
		breather.close();
	}
}
