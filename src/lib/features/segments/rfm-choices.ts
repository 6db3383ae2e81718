import type { RfmCuts, RfmParams, RfmResult } from '#lib/api/index.ts';
import { fittedRules } from './edit-segments.ts';
import { Measure, scoreRanges } from './score-ranges.ts';

/** Parameters for another way of scoring; fixed cuts start from the edges that are in use now. */
export function withBinning(result: RfmResult, binning: RfmParams['binning']): Partial<RfmParams> {
	const bins = binning === 'mean' ? 2 : result.params.bins;
	const high = cappedToBins(result.params, bins);
	if (binning !== 'fixed') return { binning, cuts: null, ...high };
	return { binning, cuts: resizeCuts(cutsInUse(result), bins - 1, result.params), ...high };
}

/**
 * Parameters for another source. Edges and limits of M are in the units of the source before, and those of F count its
 * rows: what was set for it is let go.
 */
export function sourceChange(
	{ binning, monetary }: Pick<RfmParams, 'binning' | 'monetary'>,
	source: RfmParams['source']
): Partial<RfmParams> {
	return {
		source,
		vip: null,
		cuts: null,
		...(binning === 'fixed' ? { binning: 'quantile' } : {}),
		// There is nothing to average where rows are counted and nothing else.
		...(source !== null && source.value === null && monetary === 'mean' ? { monetary: 'sum' } : {})
	};
}

/** Parameters for another number of scores. */
export function withBins(result: RfmResult, bins: number): Partial<RfmParams> {
	const { binning, cuts } = result.params;
	const high = cappedToBins(result.params, bins);
	if (binning !== 'fixed' || cuts === null) return { bins, ...high };
	return { bins, cuts: resizeCuts(cuts, bins - 1, result.params), ...high };
}

/** Nobody could be "high" by a score that does not exist, nor can own segments name one. */
function cappedToBins({ highScore, rules }: RfmParams, bins: number): Partial<RfmParams> {
	return {
		...(highScore > bins ? { highScore: bins } : {}),
		...(rules === null ? {} : { rules: fittedRules(rules, bins) })
	};
}

/**
 * The edges that the present scores lie between: those of the result, or, for rules without global edges, the
 * largest value of each score below the top.
 */
export function cutsInUse(result: RfmResult): RfmCuts {
	return {
		recency: edgesOf(result, Measure.R),
		frequency: edgesOf(result, Measure.F),
		monetary: edgesOf(result, Measure.M)
	};
}

function edgesOf(result: RfmResult, measure: Measure): number[] {
	const { rows, columns } = result.tables.edges;
	const edges: number[] = [];
	for (let row = 0; row < rows; row++) {
		if (columns.measure[row] === measure) edges.push(columns.edge[row] ?? 0);
	}
	if (edges.length > 0) return edges;
	const ranges = scoreRanges(result, measure);
	// Ascending in the value: the best recency has the fewest days.
	if (measure === Measure.R) ranges.reverse();
	let last = 0;
	return ranges.slice(0, -1).map((range) => {
		if (!Number.isNaN(range.to)) last = Math.max(last, range.to);
		return last;
	});
}

/**
 * Edges stretched or thinned to another number, keeping the ends: between neighbours by straight lines. Whole numbers are rounded down,
 * which leaves every score of whole values as it was when the number stays the same.
 *
 * @example
 * resizeEdges([10, 20, 30], 2) // => [10, 30]
 * resizeEdges([10, 30], 3) // => [10, 20, 30]
 * resizeEdges([5], 3) // => [5, 5, 5]
 * resizeEdges([1.5, 3], 2) // => [1, 3]
 * resizeEdges([1.5, 3], 2, false) // => [1.5, 3]
 * resizeEdges([], 2) // => [0, 0]
 */
export function resizeEdges(edges: readonly number[], count: number, whole = true): number[] {
	return Array.from({ length: count }, (_, index) => {
		const at = count === 1 ? (edges.length - 1) / 2 : (index * (edges.length - 1)) / (count - 1);
		const low = edges[Math.floor(at)] ?? edges[0] ?? 0;
		const high = edges[Math.ceil(at)] ?? low;
		const edge = low + (high - low) * (at - Math.floor(at));
		return whole ? Math.floor(edge) : edge;
	});
}

/** Days, counts and money are whole numbers; the numbers of a source need not be. */
function resizeCuts(cuts: RfmCuts, count: number, { source }: RfmParams): RfmCuts {
	return {
		recency: resizeEdges(cuts.recency, count),
		frequency: resizeEdges(cuts.frequency, count),
		monetary: resizeEdges(cuts.monetary, count, source === null)
	};
}

/**
 * Whether edges never fall from left to right.
 *
 * @example
 * ascends([1, 1, 3]) // => true
 * ascends([2, 1]) // => false
 */
export function ascends(edges: readonly number[]): boolean {
	return edges.every((edge, index) => index === 0 || edge >= (edges[index - 1] ?? -Infinity));
}
