import { lookUp, type Coded } from '../codes.ts';
import type { Measures } from '../measures.ts';
import type { Scores } from '../scores.ts';
import { rowOfCode, type Segmenting } from '../segmenting.ts';
import type { RfmTables } from '../types.ts';
import { groupCodes } from './group-totals.ts';

/** The segments with their customers, revenue and medians; no rows where there are no segments. */
export function segmentsTable(
	measures: Measures,
	scores: Scores,
	{ slots, totals: codeTotals }: Coded,
	segments: Segmenting
): RfmTables['segments'] {
	const rows = segments.rows.length;
	const rowOf = rows === 0 ? new Uint8Array(0) : rowOfCode(segments);
	const totals = groupCodes(measures, codeTotals, rowOf, rows);
	const group = rows === 0 ? null : rowOf === segments.ofCode ? segments.of : lookUp(slots, rowOf);
	const median = (measure: Scores['recency']): Float64Array =>
		group === null ? new Float64Array(0) : measure.medians(group, totals.customers);
	return {
		rows,
		columns: {
			segment: segments.rows.slice(),
			...totals,
			medianRecency: median(scores.recency),
			medianFrequency: median(scores.frequency),
			medianMonetary: median(scores.monetary)
		},
		types: {
			segment: 'code',
			customers: 'count',
			share: 'share',
			revenue: 'money',
			revenueShare: 'share',
			medianRecency: 'days',
			medianFrequency: 'number',
			medianMonetary: 'money'
		}
	};
}
