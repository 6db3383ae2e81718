import { quantile7 } from '../quantile.ts';
import { z95, type Interval } from '../wilson.ts';
import { normalCdf, normalQuantile } from './normal.ts';

/**
 * A ratio of sums: Σ `of` values ÷ Σ `by` values, where both come from the same unit (a customer's revenue and orders).
 * With every `by` 1 it is the mean.
 */
export interface RatioSample {
	readonly of: ArrayLike<number>;
	readonly by: ArrayLike<number>;
}

/** How an interval was found, with the difference that it is of. */
export interface BootstrapInterval extends Interval {
	readonly difference: number;
	/** bca where it can be told, else percentile (all resamples on one side, or no spread). */
	readonly kind: 'bca' | 'percentile';
}

/** Resamples that an interval rests on unless said otherwise. */
export const resamples = 999;

/**
 * Bootstrap interval of the difference of two ratios (or means), first − second: both samples are drawn anew with
 * replacement, unit by unit, `times` times; bias-corrected and accelerated (BCa), 95 % unless another z is given. The
 * acceleration comes from leaving out one unit at a time. NaN when a sample is empty or its `by` sums to zero.
 *
 * Chance is handed in: `index(n)` gives a whole number 0 .. n − 1. The same numbers give the same interval; to make it
 * independent of the order of the units, sort them first. `times` × the units.
 * Source: Efron (1987), JASA 82, 171–185; two samples as in Efron and Tibshirani (1993), 14.3 and 15.2.
 *
 * @param index called for every unit of the first sample, then of the second, resample by resample
 * @example
 * const ones = { of: [5, 5, 5], by: [1, 1, 1] };
 * bootstrapDifference(ones, { of: [3, 3], by: [1, 1] }, () => 0, 9) // => { difference: 2, low: 2, high: 2, kind: 'percentile' }
 */
export function bootstrapDifference(
	first: RatioSample,
	second: RatioSample,
	index: (n: number) => number,
	times = resamples,
	z = z95
): BootstrapInterval {
	const difference = ratioOf(first) - ratioOf(second);
	if (!Number.isFinite(difference)) {
		return { difference: Number.NaN, low: Number.NaN, high: Number.NaN, kind: 'percentile' };
	}
	const drawn = new Float64Array(times);
	let below = 0;
	for (let i = 0; i < times; i++) {
		const value = resampled(first, index) - resampled(second, index);
		drawn[i] = value;
		// Ties count half, as a resample equal to the sample is on neither side.
		below += value < difference ? 1 : value === difference ? 0.5 : 0;
	}
	// A resample without anything to divide by says nothing.
	const sorted = drawn.filter((value) => !Number.isNaN(value)).sort();
	const alpha = normalCdf(-z);
	const bias = normalQuantile(below / sorted.length);
	const acceleration = accelerationOf([jackknife(first, 1), jackknife(second, -1)]);
	if (!Number.isFinite(bias) || Number.isNaN(acceleration)) {
		const ends = { low: quantile7(sorted, alpha), high: quantile7(sorted, 1 - alpha) };
		return { difference, ...ends, kind: 'percentile' };
	}
	const corrected = (at: number): number => {
		const shifted = bias + at;
		return quantile7(sorted, normalCdf(bias + shifted / (1 - acceleration * shifted)));
	};
	return { difference, low: corrected(-z), high: corrected(z), kind: 'bca' };
}

function ratioOf({ of, by }: RatioSample): number {
	let [top, bottom] = [0, 0];
	for (let i = 0; i < of.length; i++) {
		top += of[i] as number;
		bottom += by[i] as number;
	}
	return top / bottom;
}

function resampled({ of, by }: RatioSample, index: (n: number) => number): number {
	const n = of.length;
	let [top, bottom] = [0, 0];
	for (let i = 0; i < n; i++) {
		const at = index(n);
		top += of[at] as number;
		bottom += by[at] as number;
	}
	return top / bottom;
}

/** What each unit's absence would take from the difference, times the sample's size less one. */
function jackknife({ of, by }: RatioSample, sign: number): number[] {
	const n = of.length;
	let [top, bottom] = [0, 0];
	for (let i = 0; i < n; i++) {
		top += of[i] as number;
		bottom += by[i] as number;
	}
	const without = Array.from(
		{ length: n },
		(_, i) => sign * ((top - (of[i] as number)) / (bottom - (by[i] as number)))
	);
	const mean = without.reduce((sum, value) => sum + value, 0) / n;
	return without.map((value) => (n - 1) * (mean - value));
}

/** Σ (influence³ ÷ n³) ÷ 6 (Σ influence² ÷ n²)^1.5, over both samples; NaN without spread. */
function accelerationOf(influences: readonly (readonly number[])[]): number {
	let [cubes, squares] = [0, 0];
	for (const own of influences) {
		const n = own.length;
		for (const value of own) {
			cubes += value ** 3 / n ** 3;
			squares += value ** 2 / n ** 2;
		}
	}
	return squares === 0 ? Number.NaN : cubes / (6 * squares ** 1.5);
}
