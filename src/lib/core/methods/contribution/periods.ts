import { sameDayByNewYear } from '../../calendar/lunar-new-year.ts';
import { periodEnd, periodOf, periodStart } from '../../calendar/period.ts';
import type { Frame } from '../types.ts';
import type { ContributionParams } from './types.ts';

/** Two periods, first and last days inclusive. Months, quarters and years have the lengths of the calendar. */
export interface TwoPeriods {
	readonly from: number;
	readonly to: number;
	readonly beforeFrom: number;
	readonly beforeTo: number;
}

/** Periods of the calendar in a year. */
const perYear = { month: 12, quarter: 4, year: 1 } as const;

/**
 * The later period: so many days up to the as-of date, or the last month, quarter or year that has ended by then. The
 * earlier one ends where it begins; or lies a year earlier (for days: a whole number of years of 365 days, the least that
 * keeps the two apart); or as many days from the Chinese New Year, as its last day lies to it, the first such that keeps
 * them apart. Null where the table of New Years does not reach.
 *
 * @example
 * twoPeriods({ asOf: 100, from: null, weekStart: 1 }, { period: 'days', days: 10, against: 'before' }) // => { from: 91, to: 100, beforeFrom: 81, beforeTo: 90 }
 * twoPeriods({ asOf: 800, from: null, weekStart: 1 }, { period: 'days', days: 10, against: 'year' }) // => { from: 791, to: 800, beforeFrom: 426, beforeTo: 435 }
 * twoPeriods({ asOf: 15317, from: null, weekStart: 1 }, { period: 'month', days: 10, against: 'year' }) // => { from: 15279, to: 15308, beforeFrom: 14914, beforeTo: 14943 }
 * twoPeriods({ asOf: 19763, from: null, weekStart: 1 }, { period: 'days', days: 30, against: 'new-year' }) // => { from: 19734, to: 19763, beforeFrom: 19350, beforeTo: 19379 }
 */
export function twoPeriods(frame: Frame, params: ContributionParams): TwoPeriods | null {
	const { period, days, against } = params;
	const { asOf } = frame;
	if (period === 'days') {
		const now = { from: asOf - days + 1, to: asOf };
		if (against === 'new-year') return alignedByNewYear(now);
		const back = against === 'before' ? days : 365 * Math.ceil(days / 365);
		return { ...now, beforeFrom: now.from - back, beforeTo: asOf - back };
	}
	// The one that the day after the as-of date is in has not ended by then, the one before has.
	const last = periodOf(asOf + 1, period, frame) - 1;
	const now = { from: periodStart(last, period, frame), to: periodEnd(last, period, frame) };
	if (against === 'new-year') return alignedByNewYear(now);
	const before = last - (against === 'before' ? 1 : perYear[period]);
	return {
		...now,
		beforeFrom: periodStart(before, period, frame),
		beforeTo: periodEnd(before, period, frame)
	};
}

function alignedByNewYear({ from, to }: Pick<TwoPeriods, 'from' | 'to'>): TwoPeriods | null {
	let end: number | null = to;
	do end = sameDayByNewYear(end);
	while (end !== null && end >= from);
	return end === null ? null : { from, to, beforeFrom: end - (to - from), beforeTo: end };
}
