/** Each half of a double is sorted in digits of 11, 11 and 10 bits: no digit spans the halves. */
const DIGIT_BITS = 11;
const RADIX = 1 << DIGIT_BITS;
const MASK = RADIX - 1;
const DIGITS_A_HALF = 3;
const DIGITS = 2 * DIGITS_A_HALF;

/** What is being sorted: row numbers, and the two halves of each row's key, moved together. */
interface Keyed {
	readonly row: Uint32Array;
	readonly high: Uint32Array;
	readonly low: Uint32Array;
}

/**
 * Rows in ascending order of their values, equal ones in the order given: a least-significant-digit radix sort
 * over the bits of the doubles. Digits that all values share are skipped, so that small sums take two or three
 * of the six passes. NaN comes last, and −0 counts as 0.
 *
 * @example
 * radixOrder(Uint32Array.of(0, 1, 2), Float64Array.of(7, -0.5, 7)) // => [1, 0, 2]
 */
export function radixOrder(order: Uint32Array, values: Float64Array | Int32Array | Uint32Array): Uint32Array {
	let from = sortableBits(order, values);
	let to = blank(order.length);
	const counts = countDigits(from);
	for (let digit = 0; digit < DIGITS; digit++) {
		const starts = counts.subarray(digit * RADIX, (digit + 1) * RADIX);
		if (!toStarts(starts, order.length)) continue;
		const word = digit < DIGITS_A_HALF ? from.low : from.high;
		scatter(from, to, starts, word, (digit % DIGITS_A_HALF) * DIGIT_BITS);
		[from, to] = [to, from];
	}
	return from.row;
}

function blank(n: number): Keyed {
	return { row: new Uint32Array(n), high: new Uint32Array(n), low: new Uint32Array(n) };
}

/**
 * The doubles' bits, changed so that they sort as unsigned numbers: negative values inverted, others with the
 * sign bit set. (Every platform with typed arrays in use is little-endian: the lower half comes first.)
 */
function sortableBits(order: Uint32Array, values: Float64Array | Int32Array | Uint32Array): Keyed {
	const n = order.length;
	const keyed = blank(n);
	const double = new Float64Array(1);
	const halves = new Uint32Array(double.buffer);
	for (let i = 0; i < n; i++) {
		const row = order[i] as number;
		const value = values[row] as number;
		keyed.row[i] = row;
		if (Number.isNaN(value)) {
			// NaN has many bit patterns; equal keys keep their order.
			keyed.high[i] = 0xffffffff;
			keyed.low[i] = 0xffffffff;
			continue;
		}
		// + 0 makes −0 an ordinary zero.
		double[0] = value + 0;
		const upper = halves[1] as number;
		const lower = halves[0] as number;
		const negative = upper >>> 31 === 1;
		keyed.high[i] = negative ? ~upper : upper | 0x80000000;
		keyed.low[i] = negative ? ~lower : lower;
	}
	return keyed;
}

/** Counts of all digit values, digit after digit. Written out: a loop over six digits costs three times as much. */
function countDigits({ high, low }: Keyed): Uint32Array {
	const counts = new Uint32Array(DIGITS * RADIX);
	const add = (slot: number): void => {
		counts[slot] = (counts[slot] as number) + 1;
	};
	for (let i = 0; i < high.length; i++) {
		const lower = low[i] as number;
		const upper = high[i] as number;
		add(lower & MASK);
		add(RADIX + ((lower >>> DIGIT_BITS) & MASK));
		add(2 * RADIX + (lower >>> (2 * DIGIT_BITS)));
		add(3 * RADIX + (upper & MASK));
		add(4 * RADIX + ((upper >>> DIGIT_BITS) & MASK));
		add(5 * RADIX + (upper >>> (2 * DIGIT_BITS)));
	}
	return counts;
}

/** Turns counts into first positions, in place; false when one digit value holds all and nothing would move. */
function toStarts(counts: Uint32Array, n: number): boolean {
	let start = 0;
	for (let i = 0; i < counts.length; i++) {
		const count = counts[i] as number;
		if (count === n) return false;
		counts[i] = start;
		start += count;
	}
	return true;
}

function scatter(from: Keyed, to: Keyed, starts: Uint32Array, word: Uint32Array, shift: number): void {
	const { row, high, low } = from;
	for (let i = 0; i < row.length; i++) {
		const key = ((word[i] as number) >>> shift) & MASK;
		const at = starts[key] as number;
		to.row[at] = row[i] as number;
		to.high[at] = high[i] as number;
		to.low[at] = low[i] as number;
		starts[key] = at + 1;
	}
}
