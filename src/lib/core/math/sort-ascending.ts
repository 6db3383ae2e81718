import { bucketsOf } from './buckets.ts';

const DIGIT_BITS = 11;
const RADIX = 1 << DIGIT_BITS;

/**
 * The values in ascending order, in a new array. Takes no NaN, and no −0. Whole numbers from 0 to 2^32 − 1, as sums of
 * money mostly are, by a radix sort in as many passes as the largest needs (two up to 4 million); all else bucket by
 * bucket.
 *
 * @example
 * sortAscending(Float64Array.of(7, 0.5, 7, 1e12)) // => [0.5, 7, 7, 1000000000000]
 */
export function sortAscending(values: Float64Array): Float64Array {
	const n = values.length;
	const whole = new Uint32Array(n);
	let all = 0;
	for (let i = 0; i < n; i++) {
		const value = values[i] as number;
		const word = value >>> 0;
		if (word !== value) return sortByBuckets(values);
		whole[i] = word;
		all |= word;
	}
	return new Float64Array(sortWhole(whole, all >>> 0));
}

/** Least significant digit first, stable; `all` has every bit that any value has. */
function sortWhole(values: Uint32Array<ArrayBuffer>, all: number): Uint32Array {
	let from = values;
	let to = new Uint32Array(values.length);
	for (let shift = 0; shift < 32 && all >>> shift !== 0; shift += DIGIT_BITS) {
		const starts = new Uint32Array(RADIX);
		for (let i = 0; i < from.length; i++) {
			const digit = ((from[i] as number) >>> shift) & (RADIX - 1);
			starts[digit] = (starts[digit] as number) + 1;
		}
		let start = 0;
		for (let digit = 0; digit < RADIX; digit++) {
			const count = starts[digit] as number;
			starts[digit] = start;
			start += count;
		}
		for (let i = 0; i < from.length; i++) {
			const value = from[i] as number;
			const digit = (value >>> shift) & (RADIX - 1);
			const at = starts[digit] as number;
			to[at] = value;
			starts[digit] = at + 1;
		}
		[from, to] = [to, from];
	}
	return from;
}

function sortByBuckets(values: Float64Array): Float64Array {
	const { of, count } = bucketsOf(values);
	const ends = new Uint32Array(count + 1);
	for (let i = 0; i < of.length; i++) {
		const slot = (of[i] as number) + 1;
		ends[slot] = (ends[slot] as number) + 1;
	}
	for (let bucket = 1; bucket <= count; bucket++) {
		ends[bucket] = (ends[bucket] as number) + (ends[bucket - 1] as number);
	}
	const sorted = new Float64Array(values.length);
	for (let i = 0; i < of.length; i++) {
		const bucket = of[i] as number;
		const at = ends[bucket] as number;
		sorted[at] = values[i] as number;
		ends[bucket] = at + 1;
	}
	let start = 0;
	for (let bucket = 0; bucket < count; bucket++) {
		const end = ends[bucket] as number;
		if (end - start > 1) sorted.subarray(start, end).sort();
		start = end;
	}
	return sorted;
}
