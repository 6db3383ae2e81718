import type { MethodInput } from '../types.ts';
import { scoreByEdges } from './binning/by-edges.ts';
import { scoreByMean } from './binning/mean-split.ts';
import { codeTotals, slotsOf, type Coded, type CodeTotals } from './codes.ts';
import { measure, type Measures } from './measures.ts';
import { scoreCustomers, type Scores } from './scores.ts';
import { rowOfCode, segmenting, type Segmenting } from './segmenting.ts';
import { moveEdges } from './shifts.ts';
import { groupCodes } from './tables/group-totals.ts';
import type { RfmParams } from './types.ts';

/** Everyone scored and put into segments, as things are. */
export interface Now {
	readonly measures: Measures;
	readonly scores: Scores;
	readonly coded: Coded;
	readonly segments: Segmenting;
}

/** What is enough to add segments up. */
interface Totalled {
	readonly measures: Pick<Measures, 'n' | 'totalRevenue'>;
	readonly coded: Pick<Coded, 'totals'>;
	readonly segments: Pick<Segmenting, 'ofCode' | 'rows'>;
}

/** What a shift makes of the segments: totals per row, how many customers there are, and how many change segment. */
export interface Outcome {
	readonly totals: CodeTotals;
	readonly base: number;
	readonly moved: number;
}

/**
 * Customers and money of every row of the segments.
 *
 * @example
 * const coded = { totals: { customers: Uint32Array.of(4, 1), revenue: Float64Array.of(90, 10) } };
 * const segments = { ofCode: Uint8Array.of(1, 0), rows: Uint8Array.of(0, 1) };
 * totalsOf({ measures: { n: 5, totalRevenue: 100 }, coded, segments }).customers // => [1, 4]
 */
export function totalsOf({ measures, coded, segments }: Totalled): CodeTotals {
	return groupCodes(measures, coded.totals, rowOfCode(segments), segments.rows.length);
}

/**
 * The segments under a shift. When cuts move, one measure is scored anew, and customers are counted by their code and
 * their new score: all else follows from those counts. When the window moves, everyone is scored anew. Linear in
 * customers, or in orders.
 */
export function outcomeOf(input: MethodInput, params: RfmParams, now: Now, shift: number): Outcome {
	const { sensitivity } = params;
	if (shift === 0 || sensitivity === 'none') return { totals: totalsOf(now), base: now.measures.n, moved: 0 };
	if (sensitivity !== 'window') return withCuts(params, now, sensitivity, shift);
	const then = withWindow(input, params, shift);
	const size = input.ledger.customers.size;
	const [before, after] = [segmentsOfLedger(now, size), segmentsOfLedger(then, size)];
	let moved = 0;
	for (let who = 0; who < size; who++) if (before[who] !== after[who]) moved++;
	return { totals: totalsOf(then), base: then.measures.n, moved };
}

type Moved = 'recency' | 'frequency' | 'monetary';

function withCuts(params: RfmParams, now: Now, which: Moved, shift: number): Outcome {
	const { measures, scores, coded, segments } = now;
	const { bins } = scores;
	const { slots } = coded;
	const own = movedScores(scores, params, which, shift);
	const counts = new Uint32Array(bins ** 4);
	const sums = new Float64Array(bins ** 4);
	for (let i = 0; i < slots.length; i++) {
		const pair = (slots[i] as number) * bins + (own[i] as number) - 1;
		counts[pair] = (counts[pair] as number) + 1;
		sums[pair] = (sums[pair] as number) + (measures.revenue[i] as number);
	}
	const rowOf = rowOfCode(segments);
	const rows = segments.rows.length;
	const totals = { customers: new Uint32Array(rows), revenue: new Float64Array(rows) };
	// How far apart codes lie that differ by one in this score alone.
	const stride = { recency: bins * bins, frequency: bins, monetary: 1 }[which];
	let moved = 0;
	for (let pair = 0; pair < counts.length; pair++) {
		const count = counts[pair] as number;
		if (count === 0) continue;
		const from = Math.floor(pair / bins);
		const to = from + ((pair % bins) - (Math.floor(from / stride) % bins)) * stride;
		const row = rowOf[to] as number;
		totals.customers[row] = (totals.customers[row] as number) + count;
		totals.revenue[row] = (totals.revenue[row] as number) + (sums[pair] as number);
		if (segments.ofCode[from] !== segments.ofCode[to]) moved += count;
	}
	return { totals, base: measures.n, moved };
}

/** The scores of one measure when its edges move. */
export function movedScores(scores: Scores, params: RfmParams, which: Moved, shift: number): Uint8Array {
	const { bins, edges } = scores;
	const moved = edges === null ? [] : moveEdges(edges[which], which, shift);
	const better = which === 'recency' ? 'less' : 'more';
	const scoreOf =
		params.binning === 'mean' ? scoreByMean(moved[0] ?? NaN, better) : scoreByEdges(moved, better);
	return scores[which].score(moved, bins, scoreOf).scores;
}

/** Everyone in a window whose length has changed by so many percent; all history is as long as it is. */
export function withWindow(
	{ ledger, frame }: MethodInput,
	params: RfmParams,
	percent: number
): Omit<Now, 'scores'> {
	const from = frame.from ?? ledger.firstDay;
	const days = Math.max(1, Math.round(((frame.asOf - from + 1) * (100 + percent)) / 100));
	const measures = measure({ ledger, frame: { ...frame, from: frame.asOf - days + 1 } }, params);
	const scores = scoreCustomers(measures, params);
	const slots = slotsOf(scores);
	const coded = { slots, totals: codeTotals(measures, slots, scores.bins) };
	return { measures, coded, segments: segmenting(scores.bins, slots, params) };
}

/** Segment per customer of the ledger: one more than its index, 0 for whoever is not scored. */
function segmentsOfLedger(
	{ measures, segments }: Pick<Now, 'measures' | 'segments'>,
	size: number
): Uint16Array {
	const found = new Uint16Array(size);
	for (let i = 0; i < measures.n; i++) found[measures.customer[i] as number] = 1 + (segments.of[i] as number);
	return found;
}
