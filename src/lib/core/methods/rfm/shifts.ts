import type { RfmParams } from './types.ts';

type Moved = Exclude<RfmParams['sensitivity'], 'none'>;

const percents = [-20, -10, -5, 0, 5, 10, 20] as const;
const shiftsOf: Readonly<Record<Moved, readonly number[]>> = {
	recency: percents,
	frequency: [-2, -1, 0, 1, 2],
	monetary: percents,
	window: [-50, -25, -10, 0, 10, 25, 50]
};

/**
 * The shifts that a choice stands for: none without one, and none of cuts for rules that have no edges of their own.
 *
 * @example
 * shiftsFor({ sensitivity: 'frequency', binning: 'quantile' }) // => [-2, -1, 0, 1, 2]
 * shiftsFor({ sensitivity: 'recency', binning: 'nested' }) // => []
 */
export function shiftsFor({
	sensitivity,
	binning
}: Pick<RfmParams, 'sensitivity' | 'binning'>): readonly number[] {
	if (sensitivity === 'none') return [];
	if (sensitivity !== 'window' && (binning === 'ntile' || binning === 'nested')) return [];
	return shiftsOf[sensitivity];
}

/**
 * Edges of one measure, moved: frequency by whole orders, the others by percent of their size, so that negative
 * edges (of profits) rise and fall as others do.
 *
 * @example
 * moveEdges([1, 2, 4], 'frequency', 1) // => [2, 3, 5]
 * moveEdges([100, 200], 'monetary', -20) // => [80, 160]
 * moveEdges([-100, 200], 'monetary', -20) // => [-120, 160]
 */
export function moveEdges(
	edges: readonly number[],
	which: Exclude<Moved, 'window'>,
	shift: number
): number[] {
	return edges.map((edge) =>
		which === 'frequency' ? edge + shift : (edge * (100 + (edge < 0 ? -shift : shift))) / 100
	);
}
