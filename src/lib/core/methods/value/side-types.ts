import type { Table } from '../../result/table.ts';

/** On which side of nothing a customer's profit in the window lies. */
export const profitSides = ['gain', 'even', 'loss'] as const;

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
