/** Most buckets that values are put into: few enough for counters to stay in the nearest cache. */
const BUCKETS = 1 << 11;
/** Upper half of the bits of 1, the least value whose leading bits are looked at. */
const UPPER_OF_ONE = 0x3ff00000;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

/** Values sorted roughly: whatever is in a bucket is less than whatever is in a later one. */
export interface Buckets {
	/** Bucket of each value, 0 .. count − 1. */
	readonly of: Uint16Array;
	readonly count: number;
	/** How many values are in each. */
	readonly sizes: Uint32Array;
	/** A number that is in the bucket, or would be; of bucket 0 it is 0. */
	readonly lowestOf: (bucket: number) => number;
	/** The bucket of any number: one that is not among the values falls where its neighbours are. */
	readonly bucketOf: (value: number) => number;
}

/**
 * Puts numbers into at most 2,050 buckets by the leading bits of their doubles, so that buckets are narrow where
 * values are small: sums of money then spread over all of them, however long their tail. What is below 1 is in
 * bucket 0. Takes no NaN. Two passes, no sort. (Every platform with typed arrays in use is little-endian: the upper
 * half of a double comes second.)
 *
 * @example
 * bucketsOf(Float64Array.of(0.5, 3, 1e9, 3)).of // => [0, 1, 1816, 1]
 */
export function bucketsOf(values: Float64Array): Buckets {
	const n = values.length;
	const words = new Uint32Array(values.buffer, values.byteOffset, 2 * n);
	let low = 0xffffffff;
	let high = UPPER_OF_ONE;
	for (let i = 0; i < n; i++) {
		if ((values[i] as number) < 1) continue;
		const upper = words[2 * i + 1] as number;
		if (upper < low) low = upper;
		if (upper > high) high = upper;
	}
	if (low > high) low = high;
	let shift = 0;
	while ((high - low) >>> shift > BUCKETS) shift++;
	const last = 1 + ((high - low) >>> shift);
	const of = new Uint16Array(n);
	const sizes = new Uint32Array(last + 1);
	for (let i = 0; i < n; i++) {
		const at = (values[i] as number) < 1 ? 0 : 1 + (((words[2 * i + 1] as number) - low) >>> shift);
		of[i] = at;
		sizes[at] = (sizes[at] as number) + 1;
	}
	const bucketOf = (value: number): number => {
		if (value < 1) return 0;
		double[0] = value;
		const upper = halves[1] as number;
		return upper <= low ? 1 : Math.min(last, 1 + ((upper - low) >>> shift));
	};
	const lowestOf = (bucket: number): number => {
		if (bucket === 0) return 0;
		halves[0] = 0;
		halves[1] = low + (bucket - 1) * 2 ** shift;
		return double[0] as number;
	};
	return { of, count: last + 1, sizes, lowestOf, bucketOf };
}
