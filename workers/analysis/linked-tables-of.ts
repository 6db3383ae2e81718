import { ORDER_CUSTOMERS, type Link } from '#lib/core/dataset/link.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import { linkBetween } from '#lib/core/links/link-versions.ts';
import { namesCustomers } from '#lib/core/links/named-customers.ts';
import { LinkedTables, type LinkedTable } from '#lib/core/links/linked-tables.ts';
import { listTables, loadEntityTable, loadLinks, type Connection } from '#lib/storage/index.ts';
import { pause } from '../shared/pause.ts';

const DAY_MS = 86_400_000;

/** The tables that the customers of a stored dataset are linked to. */
export async function linkedTablesOf(connection: Connection, orders: DatasetManifest): Promise<LinkedTables> {
	const [links, tables] = await connection.use(async (database) =>
		Promise.all([loadLinks(database, orders.workspaceId), listTables(database)])
	);
	const linked = tables.flatMap((manifest) => {
		const link = linkBetween(links, orders, manifest) ?? linkBetween(links, manifest, orders);
		const column = link === undefined ? null : tableColumn(link, orders.id);
		return column === null ? [] : [{ manifest, column }];
	});
	return withTables(connection, linked);
}

/** The tables of a workspace without orders, and the day when the latest that says who is a customer was imported. */
interface TablesAlone {
	readonly linked: LinkedTables;
	readonly importedOn: number;
}

/**
 * The tables of a workspace without orders that name customers: each by the column that is linked to a table of customers, else
 * by that of its customers. One that somebody unlinked from the customers is none.
 */
export async function tablesAlone(connection: Connection, workspaceId: string): Promise<TablesAlone> {
	const [links, all] = await connection.use(async (database) =>
		Promise.all([loadLinks(database, workspaceId), listTables(database)])
	);
	const tables = all.filter((manifest) => manifest.workspaceId === workspaceId);
	const home = tables.find(({ entity }) => entity === 'customer');
	const linked = tables.flatMap((manifest) => {
		const isUnlinked = links.some(
			({ from, to, by, toColumn }) =>
				from === manifest.id && to === home?.id && by === 'chosen' && toColumn === null
		);
		if (isUnlinked) return [];
		const link = home && linkBetween(links, manifest, home);
		const own = manifest.columns.findIndex(
			({ role, type }) => role === 'customer' && (type === 'key' || type === 'category')
		);
		const byHome = home !== undefined && link?.toColumn === ownKey(home) ? link.fromColumn : own;
		return byHome < 0 ? [] : [{ manifest, column: byHome }];
	});
	const importedAt = Math.max(0, ...linked.filter(namesCustomers).map(({ manifest }) => manifest.importedAt));
	return { linked: withTables(connection, linked), importedOn: Math.floor(importedAt / DAY_MS) };
}

const ownKey = ({ columns }: TableManifest): number => columns.findIndex(({ role }) => role === 'customer');

function withTables(connection: Connection, linked: readonly LinkedTable[]): LinkedTables {
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
