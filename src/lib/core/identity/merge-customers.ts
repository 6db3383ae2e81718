import { decodeAll, NO_CODE } from '../columns/dictionary.ts';
import { entriesOf } from '../columns/merge-dictionaries.ts';
import { gather, rowOrder, sortByCodes, sortByNumbers } from '../columns/order-index.ts';
import { remapCodes } from '../columns/sort-dictionary.ts';
import type { OrderTable } from '../dataset/order-table.ts';
import { reclassified } from '../dataset/reclassify.ts';
import type { MergedIds } from './types.ts';

/** A table whose customers are one each, and how it came of the one before. */
export interface MergedTable {
	readonly table: OrderTable;
	/** Row → row of the table before. */
	readonly rows: Uint32Array;
	/** The groups as far as the table has them, two ids at least, the first naming the group. */
	readonly merged: readonly MergedIds[];
}

/**
 * A table in which customers that are one have one id: the first of their group that the table has. Rows stay as they
 * are and are put into ledger order anew; what is a refund of which sale is seen anew, as it may have been written to another
 * id. The same as importing a file with the ids replaced, and undone by not doing it. Null when no group has two
 * customers in the table. Linear in rows.
 */
export function mergeCustomers(table: OrderTable, groups: readonly MergedIds[]): MergedTable | null {
	const target = rowOrder(table.customers.size);
	const merged = groupsIn(table, groups, target);
	if (merged.length === 0) return null;
	const staying = rowOrder(table.customers.size).filter((who) => target[who] === who);
	const place = new Uint32Array(table.customers.size);
	staying.forEach((who, at) => (place[who] = at));
	const customer = remapCodes(
		table.customer,
		target.map((who) => place[who] as number)
	);
	let rows = rowOrder(table.rows);
	if (table.order !== null) rows = sortByCodes(rows, table.order, table.orders?.size ?? 0);
	rows = sortByNumbers(rows, table.instant ?? table.day);
	rows = sortByCodes(rows, customer, staying.length);
	const sorted = {
		rows: table.rows,
		customers: entriesOf(table.customers, staying),
		customer: gather(customer, rows),
		names: namesOf(table, target, staying),
		order: table.order && gather(table.order, rows),
		orders: table.orders,
		day: gather(table.day, rows),
		instant: table.instant && gather(table.instant, rows),
		amount: gather(table.amount, rows),
		quantity: table.quantity && gather(table.quantity, rows),
		profit: table.profit && gather(table.profit, rows),
		kind: gather(table.kind, rows),
		attributes: table.attributes.map((column) => ({ ...column, codes: gather(column.codes, rows) })),
		scale: table.scale,
		currency: table.currency
	};
	return { table: { ...sorted, kind: reclassified(sorted) }, rows, merged };
}

/** Points the customers of each group to its first, and answers the groups that the table has. */
function groupsIn({ customers }: OrderTable, groups: readonly MergedIds[], target: Uint32Array): MergedIds[] {
	if (groups.length === 0) return [];
	const codes = new Map(decodeAll(customers).map((id, who) => [id, who]));
	return groups.flatMap((ids) => {
		const here = ids.filter((id) => codes.has(id));
		const [first] = here;
		if (first === undefined || here.length === 1) return [];
		for (const id of here) target[codes.get(id) as number] = codes.get(first) as number;
		return [here];
	});
}

/** A customer's own name; where there is none, that of another of the group. */
function namesOf({ names }: OrderTable, target: Uint32Array, staying: Uint32Array): OrderTable['names'] {
	if (names === null) return null;
	const own = names.codes.slice();
	for (let who = 0; who < target.length; who++) {
		const into = target[who] as number;
		if (own[into] === NO_CODE) own[into] = names.codes[who] as number;
	}
	return { dictionary: names.dictionary, codes: gather(own, staying) };
}
