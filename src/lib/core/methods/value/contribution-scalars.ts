import type { ConcentrationIntervals } from '../../math/compare/concentration-intervals.ts';
import { gini, hhi, topCount } from '../../math/concentration.ts';
import type { Contribution } from './contribution.ts';

/** The scalars about the window's revenue. Inequality is one of parts of a whole: with losses among them there is none. */
export function contributionScalars(
	{ customer, ascending, total, tier }: Contribution,
	sure: ConcentrationIntervals
) {
	const n = customer.length;
	const areParts = n === 0 || (ascending[0] as number) >= 0;
	const top = (part: number): number =>
		topCount(ascending, Math.ceil(n / part)).sum / (total <= 0 ? Number.NaN : total);
	return {
		customers: n,
		revenue: total,
		gini: areParts ? gini(ascending) : Number.NaN,
		giniLow: sure.gini.low,
		giniHigh: sure.gini.high,
		hhi: areParts ? hhi(ascending) : Number.NaN,
		topTenthShare: top(10),
		topTenthShareLow: sure.topTenth.low,
		topTenthShareHigh: sure.topTenth.high,
		topFifthShare: top(5),
		topFifthShareLow: sure.topFifth.low,
		topFifthShareHigh: sure.topFifth.high,
		tierACustomers: tier.reduce((count, own) => count + (own === 0 ? 1 : 0), 0)
	};
}
