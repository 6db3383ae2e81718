import { NO_CODE } from './dictionary.ts';
import { radixOrder } from './radix-order.ts';

/**
 * Order indices: a table is sorted by sorting row numbers, and its columns are then gathered. All sorts here
 * are stable and take the order so far, so that a table is sorted by several keys by starting with the last:
 * `sortByCodes(sortByNumbers(sortByCodes(rowOrder(n), order), instant), customer)`.
 * Inputs are never changed.
 */

/**
 * Row numbers 0 .. n − 1.
 *
 * @example
 * rowOrder(3) // => [0, 1, 2]
 */
export function rowOrder(n: number): Uint32Array {
	const order = new Uint32Array(n);
	for (let i = 0; i < n; i++) order[i] = i;
	return order;
}

/**
 * Sorts by codes 0 .. size − 1, ascending, `NO_CODE` last: a counting sort, two linear passes.
 *
 * @example
 * sortByCodes(rowOrder(4), Uint32Array.of(1, 0xffffffff, 0, 1), 2) // => [2, 0, 3, 1]
 */
export function sortByCodes(order: Uint32Array, codes: Uint32Array | Uint8Array, size: number): Uint32Array {
	const starts = new Uint32Array(size + 2);
	for (let i = 0; i < order.length; i++) {
		const code = codes[order[i] as number] as number;
		const bucket = code === NO_CODE ? size : code;
		starts[bucket + 1] = (starts[bucket + 1] as number) + 1;
	}
	for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
	const sorted = new Uint32Array(order.length);
	for (let i = 0; i < order.length; i++) {
		const row = order[i] as number;
		const code = codes[row] as number;
		const bucket = code === NO_CODE ? size : code;
		const at = starts[bucket] as number;
		sorted[at] = row;
		starts[bucket] = at + 1;
	}
	return sorted;
}

/** Whole numbers over a range no wider than this are sorted by counting; for sparser ones counters would cost more. */
const COUNTING_RANGE = 1 << 16;

/**
 * Sorts by numbers, ascending; NaN comes last, and −0 counts as 0. Whole numbers over a short range, as days
 * are, in two passes of counting; all else by a radix sort over the bits of the doubles (`radixOrder`).
 *
 * @example
 * sortByNumbers(rowOrder(4), Float64Array.of(2.5, -1, NaN, 0)) // => [1, 3, 0, 2]
 */
export function sortByNumbers(
	order: Uint32Array,
	values: Float64Array | Int32Array | Uint32Array
): Uint32Array {
	if (order.length === 0) return order.slice();
	let low = values[order[0] as number] as number;
	let high = low;
	let whole = true;
	for (let i = 0; i < order.length; i++) {
		const value = values[order[i] as number] as number;
		if (value < low) low = value;
		else if (value > high) high = value;
		// NaN is not equal to itself; fractions and infinities are left to the radix sort too.
		if (value !== Math.floor(value)) {
			whole = false;
			break;
		}
	}
	if (whole && high - low < COUNTING_RANGE) return sortByCount(order, values, low, high - low + 1);
	return radixOrder(order, values);
}

function sortByCount(
	order: Uint32Array,
	values: Float64Array | Int32Array | Uint32Array,
	low: number,
	range: number
): Uint32Array {
	const starts = new Uint32Array(range + 1);
	for (let i = 0; i < order.length; i++) {
		const slot = (values[order[i] as number] as number) - low + 1;
		starts[slot] = (starts[slot] as number) + 1;
	}
	for (let i = 1; i <= range; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
	const sorted = new Uint32Array(order.length);
	for (let i = 0; i < order.length; i++) {
		const row = order[i] as number;
		const slot = (values[row] as number) - low;
		const at = starts[slot] as number;
		sorted[at] = row;
		starts[slot] = at + 1;
	}
	return sorted;
}

/** Any typed array that a column is made of. */
type Column = Float64Array | Int32Array | Uint32Array | Uint8Array;

/**
 * A column in another order: `gather(values, order)[i]` is `values[order[i]]`.
 *
 * @example
 * gather(Int32Array.of(10, 20, 30), Uint32Array.of(2, 0)) // => [30, 10]
 */
export function gather<C extends Column>(values: C, order: Uint32Array): C {
	const gathered = new (values.constructor as new (length: number) => C)(order.length);
	for (let i = 0; i < order.length; i++) gathered[i] = values[order[i] as number] as number;
	return gathered;
}
