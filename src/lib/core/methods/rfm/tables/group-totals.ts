import type { Measures } from '../measures.ts';
import type { Ranked } from '../ranked.ts';

/** Customers and exact revenue of groups 0 .. groups − 1. */
export interface GroupTotals {
	readonly customers: Uint32Array;
	readonly share: Float64Array;
	readonly revenue: Float64Array;
	/** NaN where there is no revenue at all. */
	readonly revenueShare: Float64Array;
}

/** Adds up the customers of each group in one pass. Every customer is in exactly one group. */
export function groupTotals(
	measures: Measures,
	group: Uint8Array | Uint16Array,
	groups: number
): GroupTotals {
	const customers = new Uint32Array(groups);
	const revenue = new Float64Array(groups);
	for (let i = 0; i < group.length; i++) {
		const at = group[i] as number;
		customers[at] = (customers[at] as number) + 1;
		revenue[at] = (revenue[at] as number) + (measures.revenue[i] as number);
	}
	const total = measures.totalRevenue;
	return {
		customers,
		share: Float64Array.from(customers, (count) => (measures.n > 0 ? count / measures.n : Number.NaN)),
		revenue,
		revenueShare: revenue.map((sum) => (total > 0 ? sum / total : Number.NaN))
	};
}

/**
 * Median of a measure in each group, NaN in an empty one. The measure is sorted already: one walk in ascending
 * order meets each group's middle values at known ranks, so nothing is sorted again.
 *
 * @example
 * const measure = { order: Uint32Array.of(2, 0, 1), sorted: Float64Array.of(3, 5, 9) };
 * groupMedians(measure, Uint8Array.of(0, 0, 1), Uint32Array.of(2, 1, 0)) // => [7, 3, NaN]
 */
export function groupMedians(measure: Ranked, group: Uint8Array, customers: Uint32Array): Float64Array {
	const medians = new Float64Array(customers.length).fill(Number.NaN);
	const seen = new Uint32Array(customers.length);
	for (let i = 0; i < measure.order.length; i++) {
		const at = group[measure.order[i] as number] as number;
		const count = customers[at] as number;
		const rank = seen[at] as number;
		const value = measure.sorted[i] as number;
		if (rank === (count - 1) >>> 1) medians[at] = value;
		if (rank === count >>> 1) medians[at] = ((medians[at] as number) + value) / 2;
		seen[at] = rank + 1;
	}
	return medians;
}
