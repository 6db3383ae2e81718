import { z95 } from '../wilson.ts';
import { bcaInterval, resamples, type ResampledInterval } from './bca.ts';

/**
 * A ratio of sums: Σ `of` values ÷ Σ `by` values, where both come from the same unit (a customer's revenue and orders).
 * With every `by` 1 it is the mean.
 */
export interface RatioSample {
	readonly of: ArrayLike<number>;
	readonly by: ArrayLike<number>;
}

/** An interval with the difference that it is of. */
export interface BootstrapInterval extends ResampledInterval {
	readonly difference: number;
}

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
	const drawn = Float64Array.from(
		{ length: times },
		() => resampled(first, index) - resampled(second, index)
	);
	const influences = [jackknife(first, 1), jackknife(second, -1)];
	return { difference, ...bcaInterval(difference, drawn, influences, z) };
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
