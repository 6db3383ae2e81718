import { z95, type Interval } from '../wilson.ts';
import { bootstrapDifference, type RatioSample } from './bootstrap.ts';
import { linearised, normalFrom } from './ratio-difference.ts';

/** What is taken away from a ratio to have it alone: nothing, without any spread. */
const nothing: RatioSample = { of: [0, 0], by: [1, 1] };

/**
 * The 95 % interval of a ratio of sums (a mean order: Σ revenue ÷ Σ orders, customer by customer, as the orders of one
 * customer resemble each other): by bootstrap over the units (BCa, see `bootstrapDifference`) while there are few, by the
 * normal distribution of the linearised ratio from `normalFrom` units on. NaN for fewer than two units.
 *
 * @param index chance: a whole number 0 .. n − 1; used for the bootstrap alone
 * @example
 * ratioInterval({ of: [4], by: [1] }, () => 0) // => { low: NaN, high: NaN }
 * ratioInterval({ of: [6, 2, 4], by: [3, 1, 2] }, () => 0) // => { low: 2, high: 2 }
 */
export function ratioInterval(sample: RatioSample, index: (n: number) => number): Interval {
	const n = sample.of.length;
	if (n < 2) return { low: Number.NaN, high: Number.NaN };
	if (n < normalFrom) {
		const { low, high } = bootstrapDifference(sample, nothing, index);
		return { low, high };
	}
	const { ratio, variance } = linearised(sample);
	const half = z95 * Math.sqrt(variance);
	return { low: ratio - half, high: ratio + half };
}
