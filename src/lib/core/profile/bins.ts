import { periodOf, periodStart, type CalendarRule, type PeriodUnit } from '../calendar/period.ts';

/** Rows by value: bin i holds what is at least `starts[i]` and less than `starts[i + 1]`. */
export interface Bins {
	readonly starts: Float64Array;
	readonly rows: Float64Array;
}

/** Steps between the lowest and the highest value. */
const STEPS = 24;

/**
 * Counts ascending values into some 25 bins of equal width, which is 1, 2 or 5 times a power of ten, so that edges are
 * round. `whole`: the values are whole numbers, and no bin is narrower than 1. Linear time.
 *
 * @example
 * evenBins([3, 4, 4, 90], true) // => { starts: [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90], rows: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }
 * evenBins([7], true) // => { starts: [7], rows: [1] }
 * evenBins([0, 5e-324], false) // => { starts: [0], rows: [2] }
 */
export function evenBins(sorted: ArrayLike<number>, whole: boolean): Bins {
	const low = sorted[0] as number;
	const high = sorted[sorted.length - 1] as number;
	const { factor, exponent } = roundStep((high - low) / STEPS, whole);
	// A power of ten that is divided by is exact where its inverse is not: 0.3 is 3 steps of 0.1.
	const [times, over] = exponent < 0 ? [10 ** -exponent, 1] : [1, 10 ** exponent];
	const binOf = (value: number) => Math.floor((value * times) / over / factor);
	const first = binOf(low);
	const rows = new Float64Array(binOf(high) - first + 1);
	for (let i = 0; i < sorted.length; i++) {
		const bin = binOf(sorted[i] as number) - first;
		rows[bin] = (rows[bin] as number) + 1;
	}
	return { starts: Float64Array.from(rows, (_, i) => ((first + i) * factor * over) / times), rows };
}

/** The power of ten of the finest step: the inverse of a finer one is no longer finite. */
const FINEST = -300;

/** The smallest 1, 2 or 5 times a power of ten that is at least `least`. */
function roundStep(least: number, whole: boolean): { factor: number; exponent: number } {
	if (!(least > 0) || (whole && least <= 1)) return { factor: 1, exponent: 0 };
	let exponent = Math.max(Math.floor(Math.log10(least)), FINEST);
	// The logarithm of a power of ten may miss it by a rounding.
	if (exponent > FINEST && 10 ** exponent > least) exponent--;
	const factor = [1, 2, 5].find((each) => each * 10 ** exponent >= least);
	return factor === undefined ? { factor: 1, exponent: exponent + 1 } : { factor, exponent };
}

/** A file's days are counted by the plain calendar: what they are analysed by is not known here. */
const plain: CalendarRule = { weekStart: 1 };

/** Bins shown at most, where a coarser unit is to be had. */
const MOST_PERIODS = 45;

/**
 * Counts ascending days by the calendar: by day, month, quarter or year, whichever gives at most 45 bins. Linear time.
 *
 * @example
 * dayBins([0, 30, 31]) // => { unit: 'day', starts: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31], rows: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1] }
 * dayBins([0, 31, 58, 59]) // => { unit: 'month', starts: [0, 31, 59], rows: [1, 2, 1] }
 */
export function dayBins(sorted: ArrayLike<number>): Bins & { readonly unit: BinUnit } {
	const low = sorted[0] as number;
	const high = sorted[sorted.length - 1] as number;
	const count = (unit: PeriodUnit) => periodOf(high, unit, plain) - periodOf(low, unit, plain) + 1;
	const unit = (['day', 'month', 'quarter'] as const).find((each) => count(each) <= MOST_PERIODS) ?? 'year';
	const first = periodOf(low, unit, plain);
	const rows = new Float64Array(count(unit));
	for (let i = 0; i < sorted.length; i++) {
		const bin = periodOf(sorted[i] as number, unit, plain) - first;
		rows[bin] = (rows[bin] as number) + 1;
	}
	return { unit, starts: Float64Array.from(rows, (_, i) => periodStart(first + i, unit, plain)), rows };
}

type BinUnit = 'day' | 'month' | 'quarter' | 'year';
