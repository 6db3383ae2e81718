import type { Scores } from '../scores.ts';
import type { RfmTables } from '../types.ts';

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
	// The measures in the order of the table's codes: 0 = R, 1 = F, 2 = M.
	scores.ranges.forEach((ranges, at) => {
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
