import type { ContributionParams } from './types.ts';

/** Two periods of equal length, first and last days inclusive. */
export interface TwoPeriods {
	readonly from: number;
	readonly to: number;
	readonly beforeFrom: number;
	readonly beforeTo: number;
}

/**
 * The later period ends on the as-of date. The earlier one ends where it begins, or lies a whole number of years of
 * 365 days earlier, the least that keeps the two apart.
 *
 * @example
 * twoPeriods(100, { days: 10, against: 'before' }) // => { from: 91, to: 100, beforeFrom: 81, beforeTo: 90 }
 * twoPeriods(800, { days: 10, against: 'year' }) // => { from: 791, to: 800, beforeFrom: 426, beforeTo: 435 }
 */
export function twoPeriods(asOf: number, { days, against }: ContributionParams): TwoPeriods {
	const from = asOf - days + 1;
	const back = against === 'before' ? days : 365 * Math.ceil(days / 365);
	return { from, to: asOf, beforeFrom: from - back, beforeTo: asOf - back };
}
