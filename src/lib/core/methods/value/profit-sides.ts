import type { Table } from '../../result/table.ts';
import type { Contribution } from './contribution.ts';

/** On which side of nothing a customer's profit in the window lies. */
export const profitSides = ['gain', 'even', 'loss'] as const;
export type ProfitSide = (typeof profitSides)[number];

/**
 * Rows in the order of `profitSides`; `profitShare` is of the whole profit, above 1 for those who gain where others lose:
 * the peak of the whale curve. NaN where the whole is no gain.
 */
export type SidesTable = Table<{
	side: Uint8Array;
	customers: Uint32Array;
	share: Float64Array;
	profit: Float64Array;
	profitShare: Float64Array;
}>;

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
