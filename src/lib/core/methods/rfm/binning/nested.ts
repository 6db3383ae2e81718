import { sortByCodes } from '../../../columns/order-index.ts';
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
export function scoreWithin(
	{ values, order: ascending }: Pick<Ranked, 'values' | 'order'>,
	group: Uint8Array,
	groups: number,
	bins: number
): Uint8Array {
	const scores = new Uint8Array(group.length);
	// Stable: positions of a group stay in ascending order of their values.
	const order = sortByCodes(ascending, group, groups);
	// One kind of array for all measures: loops that see several kinds run at a third of the speed.
	const sorted = new Float64Array(order.length);
	for (let i = 0; i < order.length; i++) sorted[i] = values[order[i] as number] as number;
	let start = 0;
	while (start < order.length) {
		const at = group[order[start] as number];
		let end = start + 1;
		while (end < order.length && group[order[end] as number] === at) end++;
		const edges = quantileEdges(sorted.subarray(start, end), bins);
		const scoreOf = scoreByEdges(edges, 'more');
		for (let i = start; i < end; i++) scores[order[i] as number] = scoreOf(sorted[i] as number);
		start = end;
	}
	return scores;
}
