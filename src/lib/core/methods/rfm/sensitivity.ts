import type { MethodInput } from '../types.ts';
import { slotsOf } from './codes.ts';
import type { Measures } from './measures.ts';
import type { Scores } from './scores.ts';
import { segmenting } from './segmenting.ts';
import { movedScores, outcomeOf, totalsOf, withWindow, type Now } from './shifted-segments.ts';
import { shiftsFor } from './shifts.ts';
import type { RfmParams, RfmTables } from './types.ts';

/**
 * Segment sizes and money under every shift (see `outcomeOf`). No rows where there are no segments.
 */
export function sensitivityTables(
	input: MethodInput,
	params: RfmParams,
	now: Now
): Pick<RfmTables, 'sensitivity' | 'shifts'> {
	const { rows: codes } = now.segments;
	const shifts = now.measures.n === 0 || codes.length === 0 ? [] : shiftsFor(params);
	const unshifted = totalsOf(now);
	const rows = shifts.length * codes.length;
	const columns = {
		shift: new Int32Array(rows),
		segment: new Uint8Array(rows),
		customers: new Uint32Array(rows),
		revenue: new Float64Array(rows),
		customersChange: new Int32Array(rows),
		revenueChange: new Float64Array(rows)
	};
	const bases = new Uint32Array(shifts.length);
	const moved = new Uint32Array(shifts.length);
	shifts.forEach((shift, at) => {
		const outcome = outcomeOf(input, params, now, shift);
		const { customers, revenue } = outcome.totals;
		for (let segment = 0; segment < codes.length; segment++) {
			const row = at * codes.length + segment;
			columns.shift[row] = shift;
			columns.segment[row] = codes[segment] as number;
			columns.customers[row] = customers[segment] as number;
			columns.revenue[row] = revenue[segment] as number;
			columns.customersChange[row] =
				(customers[segment] as number) - (unshifted.customers[segment] as number);
			columns.revenueChange[row] = (revenue[segment] as number) - (unshifted.revenue[segment] as number);
		}
		bases[at] = outcome.base;
		moved[at] = outcome.moved;
	});
	return {
		sensitivity: {
			rows,
			columns,
			types: {
				shift: 'number',
				segment: 'code',
				customers: 'count',
				revenue: 'money',
				customersChange: 'number',
				revenueChange: 'money'
			}
		},
		shifts: {
			rows: shifts.length,
			columns: { shift: Int32Array.from(shifts), customers: bases, moved },
			types: { shift: 'number', customers: 'count', moved: 'count' }
		}
	};
}

/** The people of a row of the `sensitivity` table, in the base of its shift; null where there is no such row. */
export function shiftedSegment(
	input: MethodInput,
	params: RfmParams,
	measures: Measures,
	scores: Scores,
	row: number
): { readonly group: Uint8Array; readonly wanted: number; readonly base: Measures } | null {
	const { sensitivity } = params;
	const { bins } = scores;
	const segments = segmenting(bins, slotsOf(scores), params);
	const codes = segments.rows;
	const shift = shiftsFor(params)[Math.floor(row / codes.length)];
	if (shift === undefined || sensitivity === 'none') return null;
	const wanted = codes[row % codes.length] as number;
	if (shift === 0) return { group: segments.of, wanted, base: measures };
	if (sensitivity === 'window') {
		const then = withWindow(input, params, shift);
		return { group: then.segments.of, wanted, base: then.measures };
	}
	const part = { recency: 'r', frequency: 'f', monetary: 'm' } as const;
	const moved = { ...scores, [part[sensitivity]]: movedScores(scores, params, sensitivity, shift) };
	return { group: segmenting(bins, slotsOf(moved), params).of, wanted, base: measures };
}
