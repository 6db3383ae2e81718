import type { Ranked } from '../ranked.ts';
import type { Scores } from '../scores.ts';
import type { RfmTables } from '../types.ts';

/** The range of values behind each score, 1 .. bins, of one measure. */
interface ScoreRanges {
	readonly from: Float64Array;
	readonly to: Float64Array;
	readonly customers: Uint32Array;
	readonly split: Uint32Array;
}

/** The measures' scores in the order of the table's codes: 0 = R, 1 = F, 2 = M. */
function byMeasure(scores: Scores): readonly (readonly [Ranked, Uint8Array])[] {
	return [
		[scores.recency, scores.r],
		[scores.frequency, scores.f],
		[scores.monetary, scores.m]
	];
}

/** Which values each score holds, and how many customers share their value with a customer of another score. */
export function cutsTable(scores: Scores): RfmTables['cuts'] {
	const { bins } = scores;
	const rows = 3 * bins;
	const columns = {
		measure: Uint8Array.from({ length: rows }, (_, row) => Math.floor(row / bins)),
		score: Uint8Array.from({ length: rows }, (_, row) => (row % bins) + 1),
		from: new Float64Array(rows),
		to: new Float64Array(rows),
		customers: new Uint32Array(rows),
		split: new Uint32Array(rows)
	};
	byMeasure(scores).forEach(([measure, score], at) => {
		const ranges = scoreRanges(measure, score, bins);
		columns.from.set(ranges.from, at * bins);
		columns.to.set(ranges.to, at * bins);
		columns.customers.set(ranges.customers, at * bins);
		columns.split.set(ranges.split, at * bins);
	});
	return {
		rows,
		columns,
		types: {
			measure: 'code',
			score: 'number',
			from: 'number',
			to: 'number',
			customers: 'count',
			split: 'count'
		}
	};
}

/** One walk over the ascending values; runs of equal values are looked at together. */
function scoreRanges({ order, sorted }: Ranked, score: Uint8Array, bins: number): ScoreRanges {
	const from = new Float64Array(bins).fill(Number.NaN);
	const to = new Float64Array(bins).fill(Number.NaN);
	const customers = new Uint32Array(bins);
	const split = new Uint32Array(bins);
	let start = 0;
	while (start < order.length) {
		const value = sorted[start] as number;
		const first = score[order[start] as number] as number;
		let end = start;
		let mixed = false;
		for (; end < order.length && sorted[end] === value; end++) {
			const own = score[order[end] as number] as number;
			if (own !== first) mixed = true;
			if (customers[own - 1] === 0) from[own - 1] = value;
			to[own - 1] = value;
			customers[own - 1] = (customers[own - 1] as number) + 1;
		}
		if (mixed) {
			for (let i = start; i < end; i++) {
				const own = score[order[i] as number] as number;
				split[own - 1] = (split[own - 1] as number) + 1;
			}
		}
		start = end;
	}
	return { from, to, customers, split };
}

/**
 * The edges as numbers, ascending per measure; no rows for the rules that have none.
 *
 * @example
 * edgesTable({ edges: { recency: [9], frequency: [1], monetary: [50] } }).columns.edge // => [9, 1, 50]
 * edgesTable({ edges: null }).rows // => 0
 */
export function edgesTable({ edges }: Scores): RfmTables['edges'] {
	const all = edges === null ? [] : [edges.recency, edges.frequency, edges.monetary];
	const edge = Float64Array.from(all.flat());
	return {
		rows: edge.length,
		columns: { measure: Uint8Array.from(all.flatMap((own, measure) => own.map(() => measure))), edge },
		types: { measure: 'code', edge: 'number' }
	};
}
