import { z95, type Interval } from '../wilson.ts';
import { bootstrapDifference, type RatioSample } from './bootstrap.ts';

/** From so many units in each sample on, resampling says what the normal interval says, and takes its time for it. */
export const normalFrom = 1000;

/** A difference of two means or ratios, the interval that chance leaves it, and how that was found. */
export interface RatioDifference extends Interval {
	readonly difference: number;
	readonly kind: 'bca' | 'percentile' | 'normal';
}

/**
 * The difference of two ratios (or means), first − second, with a 95 % interval: by bootstrap (BCa, see
 * `bootstrapDifference`) while a sample is small, by the normal distribution of the linearised ratio (for means: Welch's
 * standard error) when both have `normalFrom` units or more. NaN when a sample is empty. Samples are not changed.
 *
 * @param index chance: a whole number 0 .. n − 1; used for the bootstrap alone
 * @example
 * const all = (value: number) => ({ of: new Array(2500).fill(value), by: new Array(2500).fill(1) });
 * ratioDifference(all(7), all(5), () => 0) // => { difference: 2, low: 2, high: 2, kind: 'normal' }
 */
export function ratioDifference(
	first: RatioSample,
	second: RatioSample,
	index: (n: number) => number
): RatioDifference {
	if (Math.min(first.of.length, second.of.length) < normalFrom) {
		return bootstrapDifference(first, second, index);
	}
	const [one, two] = [linearised(first), linearised(second)];
	const difference = one.ratio - two.ratio;
	const half = z95 * Math.sqrt(one.variance + two.variance);
	return { difference, low: difference - half, high: difference + half, kind: 'normal' };
}

/**
 * A ratio of sums and the variance of its estimate, by its linear part: Σ (of − ratio · by)² ÷ (n (n − 1)) ÷ mean(by)².
 *
 * @example
 * linearised({ of: [1, 3], by: [1, 1] }) // => { ratio: 2, variance: 1 }
 */
export function linearised({ of, by }: RatioSample): { readonly ratio: number; readonly variance: number } {
	const n = of.length;
	let [top, bottom] = [0, 0];
	for (let i = 0; i < n; i++) {
		top += of[i] as number;
		bottom += by[i] as number;
	}
	const ratio = top / bottom;
	let squares = 0;
	for (let i = 0; i < n; i++) squares += ((of[i] as number) - ratio * (by[i] as number)) ** 2;
	return { ratio, variance: (squares * n) / (n - 1) / bottom ** 2 };
}
