import type { OverviewTables } from './types.ts';

/** First number of orders of each row; each row ends before the next begins, the last has no end. */
const firsts = [1, 2, 3, 4, 5, 6, 11, 21] as const;
export const orderCountRows = firsts.length;

/**
 * The row of the table that a number of orders belongs to; −1 for none.
 *
 * @example
 * [0, 1, 5, 6, 10, 11, 21, 900].map(orderCountRow) // => [-1, 0, 4, 5, 5, 6, 7, 7]
 */
export function orderCountRow(orders: number): number {
	let row = -1;
	while (row + 1 < firsts.length && orders >= (firsts[row + 1] as number)) row++;
	return row;
}

/**
 * Customers, and their revenue in the window, by their number of orders in the window.
 *
 * @example
 * orderCountsTable(Uint32Array.of(1, 0, 7), Float64Array.of(500, 0, 900)).columns.customers // => [1, 0, 0, 0, 0, 1, 0, 0]
 */
export function orderCountsTable(orders: Uint32Array, revenue: Float64Array): OverviewTables['orderCounts'] {
	const customers = new Uint32Array(firsts.length);
	const money = new Float64Array(firsts.length);
	// The row of each number of orders below that of the last row, which holds all from there on.
	const most = firsts[firsts.length - 1] as number;
	const rowOf = Int8Array.from({ length: most + 1 }, (_, count) => orderCountRow(count));
	for (let customer = 0; customer < orders.length; customer++) {
		const row = rowOf[Math.min(orders[customer] as number, most)] as number;
		if (row < 0) continue;
		customers[row] = (customers[row] as number) + 1;
		money[row] = (money[row] as number) + (revenue[customer] as number);
	}
	return {
		rows: firsts.length,
		columns: {
			from: Int32Array.from(firsts),
			to: Int32Array.from(firsts, (_, row) => (firsts[row + 1] ?? 0) - 1),
			customers,
			revenue: money
		},
		types: { from: 'count', to: 'count', customers: 'count', revenue: 'money' }
	};
}
