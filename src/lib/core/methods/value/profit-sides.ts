import type { Contribution } from './contribution.ts';
import { profitSides, type SidesTable } from './side-types.ts';

/**
 * The side of a profit, as an index into `profitSides`.
 *
 * @example
 * [5, 0, -5].map(sideOf) // => [0, 1, 2]
 */
export const sideOf = (profit: number): number => (profit > 0 ? 0 : profit < 0 ? 2 : 1);

/**
 * Customers by whether they brought a gain or a loss. One pass. Source: Kaplan, R. S., Narayanan, V. G. (2001), Measuring
 * and managing customer profitability.
 *
 * @example
 * sidesTable({ revenue: Float64Array.of(90, -40, 0), total: 50 }).columns.profitShare // => [1.8, 0, -0.8]
 */
export function sidesTable({ revenue: profits, total }: Pick<Contribution, 'revenue' | 'total'>): SidesTable {
	const rows = profitSides.length;
	const customers = new Uint32Array(rows);
	const profit = new Float64Array(rows);
	for (const own of profits) {
		const row = sideOf(own);
		customers[row] = (customers[row] as number) + 1;
		profit[row] = (profit[row] as number) + own;
	}
	return {
		rows,
		columns: {
			side: Uint8Array.from(profitSides, (_, row) => row),
			customers,
			share: Float64Array.from(customers, (count) => count / profits.length),
			profit,
			profitShare: profit.map((own) => (total > 0 ? own / total : NaN))
		},
		types: { side: 'code', customers: 'count', share: 'share', profit: 'money', profitShare: 'share' }
	};
}
