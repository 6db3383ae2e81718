import type { CodeTotals } from '../codes.ts';
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
	return withShares(measures, { customers, revenue });
}

/** The same for groups that follow from the codes: `groupOf` by place, every code in exactly one. bins³ steps. */
export function groupCodes(
	measures: Pick<Measures, 'n' | 'totalRevenue'>,
	codes: CodeTotals,
	groupOf: Uint8Array,
	groups: number
): GroupTotals {
	const customers = new Uint32Array(groups);
	const revenue = new Float64Array(groups);
	for (let slot = 0; slot < groupOf.length; slot++) {
		const count = codes.customers[slot] as number;
		if (count === 0) continue;
		const at = groupOf[slot] as number;
		customers[at] = (customers[at] as number) + count;
		revenue[at] = (revenue[at] as number) + (codes.revenue[slot] as number);
	}
	return withShares(measures, { customers, revenue });
}

function withShares(
	{ n, totalRevenue }: Pick<Measures, 'n' | 'totalRevenue'>,
	{ customers, revenue }: CodeTotals
): GroupTotals {
	return {
		customers,
		share: Float64Array.from(customers, (count) => (n > 0 ? count / n : Number.NaN)),
		revenue,
		revenueShare: revenue.map((sum) => (totalRevenue > 0 ? sum / totalRevenue : Number.NaN))
	};
}
