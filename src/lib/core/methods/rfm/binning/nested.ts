import { gather, sortByCodes } from '../../../columns/order-index.ts';
import type { Ranked } from '../ranked.ts';
import { scoreByEdges } from './by-edges.ts';
import { quantileEdges } from './quantile-edges.ts';

/**
 * Scores within groups: each group's values are cut by the quantile edges of that group alone (right-closed,
 * more is better). Used for F within each R score, and M within each R × F cell.
 *
 * @param group per position, 0 .. groups − 1
 * @example
 * const measure = { values: Int32Array.of(1, 2, 3, 10, 20, 30), order: Uint32Array.of(0, 1, 2, 3, 4, 5) };
 * scoreWithin(measure, Uint8Array.of(0, 0, 0, 1, 1, 1), 2, 3) // => [1, 2, 3, 1, 2, 3]
 */
export function scoreWithin(measure: Ranked, group: Uint8Array, groups: number, bins: number): Uint8Array {
	const scores = new Uint8Array(group.length);
	// Stable: positions of a group stay in ascending order of their values.
	const order = sortByCodes(measure.order, group, groups);
	const sorted = gather(measure.values, order);
	let start = 0;
	while (start < order.length) {
		const at = group[order[start] as number];
		let end = start + 1;
		while (end < order.length && group[order[end] as number] === at) end++;
		const values = sorted.subarray(start, end);
		const inGroup = scoreByEdges(values, quantileEdges(values, bins), 'more');
		for (let i = start; i < end; i++) scores[order[i] as number] = inGroup[i - start] as number;
		start = end;
	}
	return scores;
}
