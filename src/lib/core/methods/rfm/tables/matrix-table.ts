import { everyCode, lookUp, type Coded } from '../codes.ts';
import type { Measures } from '../measures.ts';
import type { Scores } from '../scores.ts';
import type { RfmParams, RfmTables } from '../types.ts';
import { groupCodes } from './group-totals.ts';

/**
 * The matrix's row of each customer: recency scores from high to low, and in each the column score from low to
 * high. The column is F, or (F + M) ÷ 2 rounded half up.
 *
 * @example
 * const scores = { bins: 5, r: Uint8Array.of(5, 1), f: Uint8Array.of(1, 2), m: Uint8Array.of(5, 5) };
 * matrixRows(scores, { matrix: 'rf' }) // => [0, 21]
 * matrixRows(scores, { matrix: 'rfm' }) // => [2, 23]
 */
export function matrixRows(
	{ bins, r, f, m }: Pick<Scores, 'bins' | 'r' | 'f' | 'm'>,
	params: Pick<RfmParams, 'matrix'>
): Uint8Array {
	const cells = new Uint8Array(r.length);
	const last = bins * bins - 1;
	if (params.matrix === 'rf') {
		for (let i = 0; i < cells.length; i++) cells[i] = last - (r[i] as number) * bins + (f[i] as number);
		return cells;
	}
	for (let i = 0; i < cells.length; i++) {
		cells[i] = last - (r[i] as number) * bins + (((f[i] as number) + (m[i] as number) + 1) >> 1);
	}
	return cells;
}

/** The R × F (or R × FM) grid, bins × bins rows, empty cells included. */
export function matrixTable(
	measures: Measures,
	bins: number,
	{ slots, totals }: Coded,
	params: Pick<RfmParams, 'matrix'>
): RfmTables['matrix'] {
	const rows = bins * bins;
	const cellOf = matrixRows(everyCode(bins), params);
	const { customers, share, revenue } = groupCodes(measures, totals, cellOf, rows);
	const sums =
		measures.monetary === measures.revenue ? revenue : sumOf(measures.monetary, lookUp(slots, cellOf), rows);
	return {
		rows,
		columns: {
			r: Uint8Array.from({ length: rows }, (_, row) => bins - Math.floor(row / bins)),
			column: Uint8Array.from({ length: rows }, (_, row) => (row % bins) + 1),
			customers,
			share,
			revenue,
			meanMonetary: sums.map((sum, cell) =>
				customers[cell] === 0 ? Number.NaN : sum / (customers[cell] as number)
			)
		},
		types: {
			r: 'number',
			column: 'number',
			customers: 'count',
			share: 'share',
			revenue: 'money',
			meanMonetary: 'money'
		}
	};
}

function sumOf(values: Float64Array, group: Uint8Array, groups: number): Float64Array {
	const sums = new Float64Array(groups);
	for (let i = 0; i < group.length; i++) {
		const at = group[i] as number;
		sums[at] = (sums[at] as number) + (values[i] as number);
	}
	return sums;
}
