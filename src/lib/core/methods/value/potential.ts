import { fewestForShare } from '../../math/concentration.ts';
import { rankGroups } from '../../math/rank-groups.ts';
import { ofWhole, type Contribution } from './contribution.ts';
import { tierIds, type ValueParams, type ValueTables } from './types.ts';

/** Cells of the grid: every tier of value with every tier of potential. */
export const gridCells = tierIds.length * tierIds.length;

/**
 * The row of a cell.
 *
 * @example
 * gridRow(1, 2) // => 5
 */
export const gridRow = (tier: number, potential: number): number => tier * tierIds.length + potential;

/**
 * Tiers of potential: customers by predicted value, cut at the same shares as the tiers of value. One sort. Null where
 * nothing is predicted.
 *
 * @param predicted predicted value of each customer of the contribution; NaN when there is none
 * @example
 * potentialTiers(Float64Array.of(10, 70, 20), { tierA: 0.7, tierB: 0.9 }) // => [2, 0, 1]
 * potentialTiers(Float64Array.of(NaN), { tierA: 0.7, tierB: 0.9 }) // => null
 */
export function potentialTiers(
	predicted: Float64Array,
	{ tierA, tierB }: Pick<ValueParams, 'tierA' | 'tierB'>
): Uint8Array | null {
	if (predicted.length === 0 || predicted.some(Number.isNaN)) return null;
	const ascending = predicted.slice().sort();
	const counts = [tierA, tierB].map((share) =>
		fewestForShare(ascending, Math.round(share * ofWhole), ofWhole)
	);
	return rankGroups(predicted, counts);
}

/**
 * Value × potential: one row per cell, by tier of value, then of potential. No rows without a prediction. Linear.
 *
 * @param potential of each customer of the contribution, see `potentialTiers`
 */
export function gridTable(
	{ customer, revenue, tier }: Contribution,
	predicted: Float64Array,
	potential: Uint8Array | null
): ValueTables['grid'] {
	const rows = potential === null ? 0 : gridCells;
	const customers = new Uint32Array(rows);
	const sums = new Float64Array(rows);
	const ahead = new Float64Array(rows);
	potential?.forEach((column, i) => {
		const row = gridRow(tier[i] as number, column);
		customers[row] = (customers[row] as number) + 1;
		sums[row] = (sums[row] as number) + (revenue[i] as number);
		ahead[row] = (ahead[row] as number) + (predicted[i] as number);
	});
	return {
		rows,
		columns: {
			tier: Uint8Array.from({ length: rows }, (_, row) => Math.floor(row / tierIds.length)),
			potential: Uint8Array.from({ length: rows }, (_, row) => row % tierIds.length),
			customers,
			share: Float64Array.from(customers, (count) => count / customer.length),
			revenue: sums,
			predicted: ahead
		},
		types: {
			tier: 'code',
			potential: 'code',
			customers: 'count',
			share: 'share',
			revenue: 'money',
			predicted: 'money'
		}
	};
}
