import { BucketedMeasure } from './bucketed-measure.ts';
import { CountedMeasure } from './counted-measure.ts';
import type { Ranked } from './ranked.ts';

/** Whole numbers over a range no wider than this are counted; for sparser ones counters would cost more than they save. */
const COUNTING_RANGE = 1 << 16;

/**
 * A measure without NaN. Days and numbers of orders are counted value by value; sums of money, and whole numbers that
 * lie far apart, bucket by bucket.
 *
 * @example
 * rankMeasure(Int32Array.of(7, 3, 7, 1)).order // => [3, 1, 0, 2]
 * rankMeasure(Float64Array.of(3, 1, 2)).mean // => 2
 * rankMeasure(Int32Array.of(1, 2, 3, 4, 5, 6)).edges(5) // => [2, 3, 4, 5]
 */
export function rankMeasure(values: Float64Array | Int32Array): Ranked {
	if (values instanceof Float64Array) return new BucketedMeasure(values);
	let low = values.length === 0 ? 0 : (values[0] as number);
	let high = low;
	for (let i = 0; i < values.length; i++) {
		const value = values[i] as number;
		if (value < low) low = value;
		if (value > high) high = value;
	}
	const range = high - low + 1;
	if (range > COUNTING_RANGE) return new BucketedMeasure(new Float64Array(values));
	return new CountedMeasure(values, low, range);
}
