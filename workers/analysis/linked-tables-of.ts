import { ORDER_CUSTOMERS, type Link } from '#lib/core/dataset/link.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import { LinkedTables } from '#lib/core/links/linked-tables.ts';
import { listTables, loadEntityTable, loadLinks, type Connection } from '#lib/storage/index.ts';
import { pause } from '../shared/pause.ts';

/** The tables that the customers of a stored dataset are linked to. */
export async function linkedTablesOf(
	connection: Connection,
	{ id, workspaceId }: DatasetManifest
): Promise<LinkedTables> {
	const [links, tables] = await connection.use(async (database) =>
		Promise.all([loadLinks(database, workspaceId), listTables(database)])
	);
	const linked = tables.flatMap((manifest) => {
		const link = links.find(
			({ from, to }) => (from === id && to === manifest.id) || (from === manifest.id && to === id)
		);
		const column = link === undefined ? null : tableColumn(link, id);
		return column === null ? [] : [{ manifest, column }];
	});
	const load = async (table: string, columns: readonly number[]) =>
		(await connection.use((database) => loadEntityTable(database, table, columns))).table;
	return new LinkedTables(linked, load, pause);
}

/** The table's end of a link, when its other end is the customers of the orders. */
function tableColumn({ from, role, fromColumn, toColumn }: Link, orders: string): number | null {
	if (role !== 'customer' || toColumn === null) return null;
	if (from === orders) return fromColumn === ORDER_CUSTOMERS ? toColumn : null;
	return toColumn === ORDER_CUSTOMERS ? fromColumn : null;
}
