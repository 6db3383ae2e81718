import { RowKind, type OrderTable } from './order-table.ts';

/**
 * First and last day of a table's sales; of all its rows where it has no sale, and 0 where it has no row. Linear.
 *
 * @example
 * dayRange({ rows: 2, day: Int32Array.of(3, 9), kind: Uint8Array.of(0, 5) }) // => { firstDay: 3, lastDay: 3 }
 */
export function dayRange(table: Pick<OrderTable, 'rows' | 'day' | 'kind'>): {
	firstDay: number;
	lastDay: number;
} {
	const sales = rangeOf(table, (kind) => kind === RowKind.SALE);
	return sales ?? rangeOf(table, () => true) ?? { firstDay: 0, lastDay: 0 };
}

function rangeOf(
	table: Pick<OrderTable, 'rows' | 'day' | 'kind'>,
	counts: (kind: number) => boolean
): { firstDay: number; lastDay: number } | null {
	let firstDay = Infinity;
	let lastDay = -Infinity;
	for (let row = 0; row < table.rows; row++) {
		if (!counts(table.kind[row] as number)) continue;
		const day = table.day[row] as number;
		if (day < firstDay) firstDay = day;
		if (day > lastDay) lastDay = day;
	}
	return lastDay === -Infinity ? null : { firstDay, lastDay };
}
