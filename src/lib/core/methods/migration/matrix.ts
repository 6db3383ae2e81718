import type { Comparison } from './compare.ts';
import type { Places } from './places.ts';
import { NOT_YET } from './standing.ts';
import type { MigrationTables } from './types.ts';

/**
 * The cell of a move in the long form: from every place to every place of arrival.
 *
 * @example
 * cellOf({ rowOf: Uint8Array.of(0, 1, 2), arrivals: 2 }, 2, 1) // => 5
 */
export function cellOf(
	{ rowOf, arrivals }: Pick<Places, 'rowOf' | 'arrivals'>,
	from: number,
	to: number
): number {
	return (rowOf[from] as number) * arrivals + (rowOf[to] as number);
}

/** Who went from where to where, with their money. One pass over the customers. */
export function matrixTable(
	{ before, now, places, revenue, revenueBefore }: Comparison,
	wayOf: (from: number, to: number) => number
): MigrationTables['matrix'] {
	const { codes, arrivals } = places;
	const rows = codes.length * arrivals;
	const customers = new Uint32Array(rows);
	const sums = { revenue: new Float64Array(rows), revenueBefore: new Float64Array(rows) };
	const known = new Uint32Array(codes.length);
	for (let who = 0; who < now.of.length; who++) {
		const to = now.of[who] as number;
		if (to === NOT_YET) continue;
		const cell = cellOf(places, before.of[who] as number, to);
		const from = Math.floor(cell / arrivals);
		known[from] = (known[from] as number) + 1;
		customers[cell] = (customers[cell] as number) + 1;
		sums.revenue[cell] = (sums.revenue[cell] as number) + (revenue[who] as number);
		sums.revenueBefore[cell] = (sums.revenueBefore[cell] as number) + (revenueBefore[who] as number);
	}
	const from = Uint8Array.from(customers, (_, cell) => Math.floor(cell / arrivals));
	const to = Uint8Array.from(customers, (_, cell) => cell % arrivals);
	return {
		rows,
		columns: {
			from,
			to,
			way: Uint8Array.from(from, (row, cell) =>
				wayOf(codes[row] as number, codes[to[cell] as number] as number)
			),
			customers,
			share: Float64Array.from(customers, (n, cell) => {
				const base = known[from[cell] as number] as number;
				return base === 0 ? Number.NaN : n / base;
			}),
			...sums
		},
		types: {
			from: 'code',
			to: 'code',
			way: 'code',
			customers: 'count',
			share: 'share',
			revenue: 'money',
			revenueBefore: 'money'
		}
	};
}
