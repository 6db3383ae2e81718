import { NO_CODE, type Dictionary } from '../columns/dictionary.ts';
import type { Ledger } from '../ledger/types.ts';
import { RowKind, type AttributeColumn, type OrderTable } from './order-table.ts';

/** Customers by one attribute: by channel, region, first product, whatever further column a file has. */
export interface CustomerGroups {
	/** Header of the column. */
	readonly attribute: string;
	/** The column's values; several customers share one. */
	readonly values: Dictionary;
	/** Per customer index a code into `values`; `NO_CODE` where the column is empty. */
	readonly codes: Uint32Array;
}

/**
 * The value that an attribute had when each customer came: that of the first valid order, on its first line with a
 * value; for customers without a valid order, of their first row with one. What a later order says changes nothing, so
 * that a group never gains its members by how they behaved.
 *
 * `ledger` is the table's own, uncut: it says who has a valid order and whether refunds bring orders to nothing. One
 * pass over the rows; customers with refund rows cost a map of their orders.
 */
export function groupsAtEntry(table: OrderTable, attribute: AttributeColumn, ledger: Ledger): CustomerGroups {
	const { rows, customer } = table;
	const codes = new Uint32Array(table.customers.size).fill(NO_CODE);
	let row = 0;
	while (row < rows && customer[row] !== NO_CODE) {
		const who = customer[row] as number;
		const first = row;
		while (row < rows && customer[row] === who) row++;
		const buys = (ledger.offsets[who] as number) < (ledger.offsets[who + 1] as number);
		codes[who] = buys
			? firstOrderValue(table, attribute.codes, first, row, ledger.refunds === 'net')
			: firstValue(attribute.codes, first, row);
	}
	return { attribute: attribute.header, values: attribute.dictionary, codes };
}

function firstValue(codes: Uint32Array, from: number, to: number): number {
	for (let row = from; row < to; row++) if (codes[row] !== NO_CODE) return codes[row] as number;
	return NO_CODE;
}

/** The value on the lines of the first order among a customer's rows that refunds did not bring to nothing. */
function firstOrderValue(
	{ order, kind, amount }: OrderTable,
	codes: Uint32Array,
	from: number,
	to: number,
	net: boolean
): number {
	const gone = net && order !== null ? nettedAway(order, kind, amount, from, to) : null;
	let row = from;
	while (row < to && (kind[row] !== RowKind.SALE || isGone(gone, order, row))) row++;
	if (row === to || order === null || order[row] === NO_CODE) return codes[row] ?? NO_CODE;
	const id = order[row] as number;
	for (; row < to; row++) {
		if (order[row] === id && kind[row] === RowKind.SALE && codes[row] !== NO_CODE)
			return codes[row] as number;
	}
	return NO_CODE;
}

const isGone = (gone: ReadonlySet<number> | null, order: Uint32Array | null, row: number): boolean =>
	gone !== null && order !== null && gone.has(order[row] as number);

/** Orders of a customer that refunds bring to zero or below; null when there are no refunds. */
function nettedAway(
	order: Uint32Array,
	kind: Uint8Array,
	amount: Float64Array,
	from: number,
	to: number
): ReadonlySet<number> | null {
	const refunded = new Map<number, number>();
	for (let row = from; row < to; row++) {
		if (kind[row] === RowKind.REFUND) refunded.set(order[row] as number, 0);
	}
	if (refunded.size === 0) return null;
	for (let row = from; row < to; row++) {
		if (kind[row] !== RowKind.SALE && kind[row] !== RowKind.REFUND) continue;
		const sum = refunded.get(order[row] as number);
		if (sum !== undefined) refunded.set(order[row] as number, sum + (amount[row] as number));
	}
	return new Set([...refunded].filter(([, sum]) => sum <= 0).map(([id]) => id));
}
