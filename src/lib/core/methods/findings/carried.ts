import { plain, type Candidate, type Place } from './candidate.ts';
import type { SegmentShares } from './segment-shares.ts';
import type { Movers } from './movers.ts';
import type { Sources } from './sources.ts';
import { deviation, mostSurprise, type Surprise } from './usual.ts';

/** Segments named, at most: more would be the table over again. */
const mostSegments = 2;

/**
 * The four parts of every change of revenue: what customers brought who had bought nothing in the period before, what
 * others spent more and less, and what those had spent who stayed away. Each against its own median (with eight other
 * periods, else against the period before), where it is further from it than usual.
 */
export function partFindings(sources: Sources): Candidate[] {
	const { trend, churn, complete, last, before } = sources;
	const { period, revenue } = trend.columns;
	const { end, expansion, contraction, churned } = churn.revenue.columns;
	// Rows of revenue moves begin with the second period of all history.
	const less = trend.rows - churn.revenue.rows;
	const isWhole = (row: number): boolean => complete[row] === 1 && complete[row - 1] === 1;
	const values = (of: (row: number) => number): Float64Array =>
		Float64Array.from(complete, (_, row) => (row >= less && isWhole(row) ? of(row - less) : Number.NaN));
	const inTrend: Place = { source: 'overview', table: 'trend', row: last };
	const inRevenue: Place = { source: 'churn', table: 'revenue', row: last - less };
	const parts = [
		{
			subject: 'came',
			values: values((row) => (revenue[row + less] as number) - (end[row] as number)),
			place: inTrend
		},
		{ subject: 'more', values: values((row) => expansion[row] as number), place: inTrend },
		{ subject: 'less', values: values((row) => contraction[row] as number), place: inRevenue },
		{ subject: 'away', values: values((row) => churned[row] as number), place: inRevenue }
	] as const;
	return parts.flatMap(({ subject, values: own, place }): Candidate[] => {
		const now = own[last] as number;
		const usual = deviation(own, last);
		const was = usual === null ? (own[before] as number) : usual.median;
		const { times, history }: Surprise = usual ?? { times: 1, history: 0 };
		if (Number.isNaN(now - was) || now === was || times < 1) return [];
		return [
			{
				...plain,
				group: 'carries',
				subject,
				against: usual === null ? 'before' : 'usual',
				period: period[last] as number,
				base: period[last - 1] as number,
				now,
				was,
				money: Math.abs(now - was),
				surprise: times,
				history,
				place
			}
		];
	});
}

/**
 * The segments that carry more of the change of revenue than they had of the revenue, in its direction; the strongest
 * two. None when revenue has not changed.
 */
export function segmentFindings(sources: Sources, shares: SegmentShares): Candidate[] {
	const { trend, last, before } = sources;
	const { period, revenue } = trend.columns;
	const total = (revenue[last] as number) - (revenue[before] as number);
	const { segment, customers, before: was, now, change, share } = shares.columns;
	return Array.from(segment.keys())
		.flatMap((row): Candidate[] => {
			const part = change[row] as number;
			const held = (was[row] as number) / (revenue[before] as number);
			if (total === 0 || !(part * total > 0)) return [];
			const times = held === 0 ? mostSurprise : Math.min(mostSurprise, (share[row] as number) / held);
			// Whoever had not ordered before carries all of their own revenue: that is what "came" says.
			if (!(times >= 1) || row === shares.rows - 1) return [];
			return [
				{
					...plain,
					group: 'carries',
					subject: 'segment',
					against: 'before',
					period: period[last] as number,
					base: period[before] as number,
					item: segment[row] as number,
					now: now[row] as number,
					was: was[row] as number,
					n: customers[row] as number,
					of: customers[row] as number,
					money: Math.abs(part),
					surprise: times,
					history: 0,
					place: { source: 'findings', table: 'segments', row }
				}
			];
		})
		.sort((a, b) => b.money * b.surprise - a.money * a.surprise)
		.slice(0, mostSegments);
}

/**
 * The few customers who moved most in the direction of the whole, where more than twice as many moved that way. Surprise
 * is ten times their share of all that was moved that way.
 */
export function moverFindings(sources: Sources, { table, moved }: Movers): Candidate[] {
	const { trend, last, before } = sources;
	const { period } = trend.columns;
	const sum = (values: Float64Array): number => values.reduce((total, money) => total + money, 0);
	const share = sum(table.columns.share);
	const surprise = Math.min(mostSurprise, share * mostSurprise);
	if (moved <= 2 * table.rows || !(surprise >= 1)) return [];
	return [
		{
			...plain,
			group: 'carries',
			subject: 'movers',
			against: 'before',
			period: period[last] as number,
			base: period[before] as number,
			item: table.rows,
			now: sum(table.columns.now),
			was: sum(table.columns.before),
			n: moved,
			of: moved,
			money: Math.abs(sum(table.columns.change)),
			surprise,
			history: 0,
			place: { source: 'findings', table: 'movers', row: 0 }
		}
	];
}
