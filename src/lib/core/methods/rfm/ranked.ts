import { BucketedMeasure } from './bucketed-measure.ts';
import { CountedMeasure } from './counted-measure.ts';

/** The range of values behind each score, 1 .. bins, of one measure; NaN where nobody has the score. */
export interface ScoreRanges {
	readonly from: Float64Array;
	readonly to: Float64Array;
	readonly customers: Uint32Array;
	/** Customers of the score who share their value with a customer of another score. */
	readonly split: Uint32Array;
}

/** Scores of a measure, one per position, and what lies behind each. */
export interface Scored {
	readonly scores: Uint8Array;
	readonly ranges: ScoreRanges;
}

/**
 * One measure of all customers, and what is asked of its order. Only `order` sorts: all else is counted, and gives
 * the numbers that the sorted values would give.
 */
export interface Ranked {
	readonly values: Int32Array | Float64Array;
	/** Never outside the range of the values, so that when all are equal none is above it by a rounding. NaN: no values. */
	readonly mean: number;
	/** Positions by ascending value; equal values by position, that is, by canonical customer key. Sorted once. */
	readonly order: Uint32Array;
	/** The inner edges that cut the values into `bins` equal shares: type-7 quantiles of 1/bins, 2/bins … */
	edges(bins: number): number[];
	/**
	 * Scores every value by a rule that rises or falls with it and changes at the edges only (as `scoreByEdges` and
	 * `scoreByMean` give it). Equal values share a score.
	 */
	score(edges: readonly number[], bins: number, scoreOf: (value: number) => number): Scored;
	/** Median in each group, NaN in an empty one; `customers` says how many each group has. */
	medians(group: Uint8Array, customers: Uint32Array): Float64Array;
}

/** Whole numbers over a range no wider than this are counted; for sparser ones counters would cost more than they save. */
const COUNTING_RANGE = 1 << 16;

/**
 * A measure without NaN. Days and numbers of orders are counted value by value; sums of money, and whole numbers that
 * lie far apart, bucket by bucket.
 *
 * @example
 * ranked(Int32Array.of(7, 3, 7, 1)).order // => [3, 1, 0, 2]
 * ranked(Float64Array.of(3, 1, 2)).mean // => 2
 * ranked(Int32Array.of(1, 2, 3, 4, 5, 6)).edges(5) // => [2, 3, 4, 5]
 */
export function ranked(values: Float64Array | Int32Array): Ranked {
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
