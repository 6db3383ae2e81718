import { newcombe } from '../../math/compare/newcombe.ts';
import { rankSum } from '../../math/compare/rank-sum.ts';
import { ratioDifference } from '../../math/compare/ratio-difference.ts';
import type { RatioSample } from '../../math/compare/bootstrap.ts';
import { twoProportions } from '../../math/compare/two-proportions.ts';
import { plain, type Candidate } from './candidate.ts';
import { seededIndex } from '../../math/seeded-index.ts';
import type { Series } from './series.ts';
import type { Sources } from './sources.ts';
import type { PeriodSpend } from './spend.ts';
import { revenueFactors } from '../../math/compare/revenue-factors.ts';
import { movement } from './usual.ts';

/** A difference smaller than this share of what it is compared with is no change. */
const leastChange = 0.01;

/** What tells a difference from chance; without it, sums and counts of everybody, which are not samples. */
type Uncertainty = Pick<Candidate, 'low' | 'high' | 'p' | 'n' | 'of'>;

/**
 * What changed in the last complete period against the one before and against the same one a year ago: differences of at
 * least a hundredth, larger than the usual movement, and for rates and means only where the 95 % interval of the
 * difference leaves zero out.
 */
export function changedFindings(sources: Sources, series: readonly Series[]): Candidate[] {
	const { before, lastYear, year } = sources;
	const pairs = [
		{ against: 'before', base: before, lag: 1 },
		{ against: 'last-year', base: lastYear, lag: year }
	] as const;
	return pairs.flatMap(({ against, base, lag }) =>
		base < 0 ? [] : series.flatMap((own) => changeOf(sources, own, base, lag, against))
	);
}

function changeOf(
	sources: Sources,
	series: Series,
	base: number,
	lag: number,
	against: 'before' | 'last-year'
): Candidate[] {
	const { last, trend } = sources;
	const now = series.values[last] as number;
	const was = series.values[base] as number;
	const difference = now - was;
	if (Number.isNaN(difference) || difference === 0) return [];
	if (Math.abs(difference) < leastChange * Math.abs(was)) return [];
	const { times, history } = movement(series.values, last, lag);
	if (times < 1) return [];
	const uncertainty = uncertaintyOf(sources, series, base);
	if (uncertainty.low <= 0 && uncertainty.high >= 0) return [];
	return [
		{
			...uncertainty,
			group: 'changed',
			subject: series.subject,
			against,
			period: trend.columns.period[last] as number,
			base: trend.columns.period[base] as number,
			item: -1,
			now,
			was,
			money: moneyOf(sources, series, base, difference),
			surprise: times,
			history,
			place: series.place(last)
		}
	];
}

/** The three factors of revenue share its change between them; the rest is taken at the usual revenue of a customer. */
function moneyOf({ trend, last }: Sources, { subject, worth }: Series, base: number, by: number): number {
	const { active, orders, revenue } = trend.columns;
	const sums = (row: number) => ({
		customers: active[row] as number,
		orders: orders[row] as number,
		revenue: revenue[row] as number
	});
	const parts = revenueFactors(sums(last), sums(base));
	if (subject === 'customers') return Math.abs(parts.customers);
	if (subject === 'orders-per-customer') return Math.abs(parts.frequency);
	if (subject === 'basket') return Math.abs(parts.basket);
	return worth(by, last);
}

function uncertaintyOf(sources: Sources, { subject, rate }: Series, base: number): Uncertainty {
	const { last, spend, params } = sources;
	if (rate !== null) {
		const [now, was] = [rate(last), rate(base)];
		return { ...newcombe(now, was), p: twoProportions(now, was).p, n: now.of, of: was.of };
	}
	if (subject !== 'orders-per-customer' && subject !== 'basket') return plain;
	const [now, was] = [sampleOf(spend.of(last), subject), sampleOf(spend.of(base), subject)];
	const { low, high } = ratioDifference(now, was, seededIndex(params.seed));
	return { low, high, p: rankSum(ranked(now), ranked(was)).p, n: now.of.length, of: was.of.length };
}

/**
 * Customers as units: their orders each, or their revenue and orders. Sorted, so that the same customers under other keys
 * give the same draws.
 */
function sampleOf({ orders, revenue }: PeriodSpend, subject: 'orders-per-customer' | 'basket'): RatioSample {
	if (subject === 'orders-per-customer') return { of: orders.slice().sort(), by: orders.map(() => 1) };
	const order = Array.from(orders.keys()).sort(
		(a, b) => (revenue[a] as number) - (revenue[b] as number) || (orders[a] as number) - (orders[b] as number)
	);
	return {
		of: order.map((i) => revenue[i] as number),
		by: order.map((i) => orders[i] as number)
	};
}

/** Each customer's own ratio, ascending. */
function ranked({ of, by }: RatioSample): Float64Array {
	return Float64Array.from(of, (value, i) => value / (by[i] as number)).sort();
}
