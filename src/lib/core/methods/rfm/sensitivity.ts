import { scoreByEdges } from './binning/by-edges.ts';
import { scoreByMean } from './binning/mean-split.ts';
import { slotsOf } from './codes.ts';
import { measure, type Measures } from './measures.ts';
import type { MethodInput } from '../types.ts';
import { scoreCustomers, type Scores } from './scores.ts';
import { segmenting, tableRows, type Segmenting } from './segmenting.ts';
import { moveEdges, shiftsFor } from './shifts.ts';
import { groupTotals } from './tables/group-totals.ts';
import type { RfmParams, RfmTables } from './types.ts';

/** Everyone scored and put into segments once more, with something moved. */
interface Scenario {
	readonly measures: Measures;
	readonly segments: Segmenting;
}

/**
 * Segment sizes and money under every shift. One scoring per shift: of one measure when cuts move, of all when the
 * window does; linear in customers, or in orders. No rows where there are no segments.
 */
export function sensitivityTables(
	input: MethodInput,
	params: RfmParams,
	measures: Measures,
	scores: Scores,
	segments: Segmenting
): Pick<RfmTables, 'sensitivity' | 'shifts'> {
	const codes = segments.rows;
	const shifts = measures.n === 0 || codes.length === 0 ? [] : shiftsFor(params);
	const base = groupTotals(measures, tableRows(segments), codes.length);
	const own = codesOf({ measures, segments }, input.ledger.customers.size);
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
		const scenario = scenarioOf(input, params, { measures, scores, segments }, shift);
		const totals = groupTotals(scenario.measures, tableRows(scenario.segments), codes.length);
		for (let segment = 0; segment < codes.length; segment++) {
			const row = at * codes.length + segment;
			columns.shift[row] = shift;
			columns.segment[row] = codes[segment] as number;
			columns.customers[row] = totals.customers[segment] as number;
			columns.revenue[row] = totals.revenue[segment] as number;
			columns.customersChange[row] =
				(totals.customers[segment] as number) - (base.customers[segment] as number);
			columns.revenueChange[row] = (totals.revenue[segment] as number) - (base.revenue[segment] as number);
		}
		const other = codesOf(scenario, own.length);
		bases[at] = scenario.measures.n;
		for (let who = 0; who < own.length; who++)
			if (own[who] !== other[who]) moved[at] = (moved[at] as number) + 1;
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
	const segments = segmenting(scores, slotsOf(scores), params);
	const codes = segments.rows;
	const shift = shiftsFor(params)[Math.floor(row / codes.length)];
	if (shift === undefined) return null;
	const scenario = scenarioOf(input, params, { measures, scores, segments }, shift);
	return {
		group: scenario.segments.of,
		wanted: codes[row % codes.length] as number,
		base: scenario.measures
	};
}

function scenarioOf(
	input: MethodInput,
	params: RfmParams,
	now: Scenario & { readonly scores: Scores },
	shift: number
): Scenario {
	const { sensitivity } = params;
	if (shift === 0 || sensitivity === 'none') return now;
	if (sensitivity === 'window') {
		const measures = measure(withWindow(input, shift), params);
		const scores = scoreCustomers(measures, params);
		return { measures, segments: segmenting(scores, slotsOf(scores), params) };
	}
	const { bins, edges } = now.scores;
	const moved = edges === null ? [] : moveEdges(edges[sensitivity], sensitivity, shift);
	const better = sensitivity === 'recency' ? 'less' : 'more';
	const scoreOf =
		params.binning === 'mean' ? scoreByMean(moved[0] ?? NaN, better) : scoreByEdges(moved, better);
	const { scores: own } = now.scores[sensitivity].score(moved, bins, scoreOf);
	const { r, f, m } = now.scores;
	const scores = {
		bins,
		r: sensitivity === 'recency' ? own : r,
		f: sensitivity === 'frequency' ? own : f,
		m: sensitivity === 'monetary' ? own : m
	};
	return { measures: now.measures, segments: segmenting(scores, slotsOf(scores), params) };
}

/** The same input with a window whose length has changed by so many percent; all history is as long as it is. */
function withWindow(input: MethodInput, percent: number): MethodInput {
	const { ledger, frame } = input;
	const from = frame.from ?? ledger.firstDay;
	const days = Math.max(1, Math.round(((frame.asOf - from + 1) * (100 + percent)) / 100));
	return { ledger, frame: { ...frame, from: frame.asOf - days + 1 } };
}

/** Segment per customer of the ledger: one more than the code, 0 for whoever is not scored. */
function codesOf({ measures, segments }: Scenario, size: number): Uint16Array {
	const codes = new Uint16Array(size);
	for (let i = 0; i < measures.n; i++) codes[measures.customer[i] as number] = 1 + (segments.of[i] as number);
	return codes;
}
