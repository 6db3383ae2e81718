import type { DecideAppend } from '#lib/api/index.ts';
import { appendEntityTables } from '#lib/core/dataset/append/append-entity-tables.ts';
import { appendTableTotals } from '#lib/core/dataset/append/append-table-totals.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import { appendedTableManifest, Breather, type ImportedTable, type TableFacts } from '#lib/import/index.ts';
import { loadEntityTable, loadRejects, type Connection, type TableToSave } from '#lib/storage/index.ts';
import { sha256 } from '../shared/digest.ts';
import { bothFiles, decision } from './append-file.ts';

/**
 * Makes one table of a stored one and an imported file of the same entity, if that is wanted once it is known what is new.
 * Nothing is stored. Throws `cancelled` when nobody wants it any more; what `appendEntityTables` throws.
 */
export async function appendTableFile(
	connection: Connection,
	former: TableManifest,
	imported: ImportedTable,
	facts: TableFacts,
	{ decide, signal }: { readonly decide: DecideAppend; readonly signal: AbortSignal }
): Promise<Pick<TableToSave, 'manifest' | 'table' | 'rejects'>> {
	const { table: there } = await connection.use((database) => loadEntityTable(database, former.id));
	const before = await connection.use((database) => loadRejects(database, former.id));
	const breather = new Breather(signal);
	try {
		const appended = await appendEntityTables(there, imported.table, () => breather.pause());
		const { comparison, table } = appended;
		await decision(decide, comparison, signal);
		const totals = appendTableTotals(former.totals, imported.totals, appended);
		const rejects = bothFiles(before, imported.rejects);
		const file = { imported, comparison, table, totals, rejects };
		return { manifest: await appendedTableManifest(former, file, facts, sha256), table, rejects };
	} finally {
		breather.close();
	}
}
