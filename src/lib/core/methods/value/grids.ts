import { fewestForShare } from '../../math/concentration.ts';
import { rankGroups } from '../../math/rank-groups.ts';
import { gainsOf, ofWhole, type Contribution } from './contribution.ts';
import { loyaltyIds, tierIds, type ValueParams, type ValueTables } from './types.ts';

/** Cells of a grid: every tier of value with each of three columns. */
export const gridCells = tierIds.length * tierIds.length;

/**
 * The row of a cell.
 *
 * @example
 * gridRow(1, 2) // => 5
 */
export const gridRow = (tier: number, column: number): number => tier * tierIds.length + column;

/** The fewest orders of the first two columns of loyalty; below them is the third. */
const fewestOrders = [4, 2] as const;

/**
 * How loyal somebody is with so many orders in the window, at least one: an index into `loyaltyIds`.
 *
 * @example
 * [1, 2, 3, 4, 40].map(loyaltyOf) // => [2, 1, 1, 0, 0]
 */
export function loyaltyOf(orders: number): number {
	const at = fewestOrders.findIndex((fewest) => orders >= fewest);
	return at < 0 ? loyaltyIds.indexOf('once') : at;
}

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
	const gains = gainsOf(ascending);
	const counts = [tierA, tierB].map((share) => fewestForShare(gains, Math.round(share * ofWhole), ofWhole));
	return rankGroups(predicted, counts);
}

/**
 * Value × potential: one row per cell, by tier of value, then of potential. No rows without a prediction. Linear.
 *
 * @param potential of each customer of the contribution, see `potentialTiers`
 */
export function gridTable(
	contribution: Contribution,
	predicted: Float64Array,
	potential: Uint8Array | null
): ValueTables['grid'] {
	const rows = potential === null ? 0 : gridCells;
	const { columns, types } = cells(contribution, predicted, potential ?? [], rows);
	return {
		rows,
		columns: { ...columns, potential: columnOf(rows) },
		types: { ...types, potential: 'code' }
	};
}

/** Value × loyalty: one row per cell, by tier of value, then by number of orders in the window. Linear. */
export function loyaltyTable(contribution: Contribution, predicted: Float64Array): ValueTables['loyalty'] {
	const loyalty = Uint8Array.from(contribution.orders, loyaltyOf);
	const { columns, types } = cells(contribution, predicted, loyalty, gridCells);
	return {
		rows: gridCells,
		columns: { ...columns, loyalty: columnOf(gridCells) },
		types: { ...types, loyalty: 'code' }
	};
}

const columnOf = (rows: number): Uint8Array =>
	Uint8Array.from({ length: rows }, (_, row) => row % tierIds.length);

/** What every cell holds: `column[i]` is that of the contribution's customer i. */
function cells(
	{ customer, revenue, tier }: Contribution,
	predicted: Float64Array,
	column: ArrayLike<number>,
	rows: number
) {
	const customers = new Uint32Array(rows);
	const sums = new Float64Array(rows);
	const ahead = new Float64Array(rows);
	for (let i = 0; i < column.length; i++) {
		const row = gridRow(tier[i] as number, column[i] as number);
		customers[row] = (customers[row] as number) + 1;
		sums[row] = (sums[row] as number) + (revenue[i] as number);
		ahead[row] = (ahead[row] as number) + (predicted[i] as number);
	}
	return {
		columns: {
			tier: Uint8Array.from({ length: rows }, (_, row) => Math.floor(row / tierIds.length)),
			customers,
			share: Float64Array.from(customers, (count) => count / customer.length),
			revenue: sums,
			predicted: ahead
		},
		types: {
			tier: 'code',
			customers: 'count',
			share: 'share',
			revenue: 'money',
			predicted: 'money'
		} as const
	};
}
