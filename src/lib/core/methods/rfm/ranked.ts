import { gather, rowOrder, sortByNumbers } from '../../columns/order-index.ts';

/** The values of one measure, and how they are put in order. */
export interface Ranked {
	readonly values: Float64Array;
	/** Positions by ascending value; equal values by position, that is, by canonical customer key. */
	readonly order: Uint32Array;
	/** The values in that order. */
	readonly sorted: Float64Array;
}

/**
 * Sorts one measure once: edges, equal groups, medians and score ranges are all read from it.
 *
 * @example
 * ranked(Int32Array.of(7, 3, 7, 1)).order // => [3, 1, 0, 2]
 */
export function ranked(measured: Float64Array | Int32Array | Uint32Array): Ranked {
	// One kind of array for all measures: loops that see several kinds run at a third of the speed.
	const values = measured instanceof Float64Array ? measured : new Float64Array(measured);
	const order = sortByNumbers(rowOrder(values.length), values);
	return { values, order, sorted: gather(values, order) };
}

/**
 * Mean of values; NaN when there are none. It never leaves the range of the values, so that when all are
 * equal none is above their mean by a rounding.
 *
 * @example
 * meanOf(ranked(Int32Array.of(3, 1, 2))) // => 2
 */
export function meanOf({ sorted }: Ranked): number {
	const n = sorted.length;
	if (n === 0) return Number.NaN;
	let sum = 0;
	for (let i = 0; i < n; i++) sum += sorted[i] as number;
	return Math.min(Math.max(sum / n, sorted[0] as number), sorted[n - 1] as number);
}
