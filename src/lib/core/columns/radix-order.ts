/** The bits of a double are sorted 11 at a time: six digits. */
const DIGIT_BITS = 11;
const DIGITS = 6;
const RADIX = 1 << DIGIT_BITS;

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
		scatter(from, to, starts, digit);
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

/** Digit 0 is the lowest 11 bits; digit 2 spans the halves; digit 5 holds the 9 highest bits. */
function digitOf(high: number, low: number, digit: number): number {
	switch (digit) {
		case 0:
			return low & 0x7ff;
		case 1:
			return (low >>> 11) & 0x7ff;
		case 2:
			return (low >>> 22) | ((high & 1) << 10);
		case 3:
			return (high >>> 1) & 0x7ff;
		case 4:
			return (high >>> 12) & 0x7ff;
		default:
			return high >>> 23;
	}
}

function countDigits({ high, low }: Keyed): Uint32Array {
	const counts = new Uint32Array(DIGITS * RADIX);
	for (let i = 0; i < high.length; i++) {
		const upper = high[i] as number;
		const lower = low[i] as number;
		for (let digit = 0; digit < DIGITS; digit++) {
			const slot = digit * RADIX + digitOf(upper, lower, digit);
			counts[slot] = (counts[slot] as number) + 1;
		}
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

function scatter(from: Keyed, to: Keyed, starts: Uint32Array, digit: number): void {
	for (let i = 0; i < from.row.length; i++) {
		const upper = from.high[i] as number;
		const lower = from.low[i] as number;
		const key = digitOf(upper, lower, digit);
		const at = starts[key] as number;
		to.row[at] = from.row[i] as number;
		to.high[at] = upper;
		to.low[at] = lower;
		starts[key] = at + 1;
	}
}
