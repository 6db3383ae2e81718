import type { Measures } from '../measures.ts';

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
