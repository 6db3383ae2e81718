import type { Measures } from '../measures.ts';
import type { Scores } from '../scores.ts';
import { NO_SEGMENT } from '../segment-map.ts';
import type { Segmenting } from '../segmenting.ts';
import type { RfmTables } from '../types.ts';
import { groupTotals } from './group-totals.ts';

/** The segments with their customers, revenue and medians; no rows where there are no segments. */
export function segmentsTable(
	measures: Measures,
	scores: Scores,
	{ of, rows: codes }: Segmenting
): RfmTables['segments'] {
	const rows = codes.length;
	const group = rows === 0 ? new Uint8Array(0) : rowsOf(of, codes);
	const totals = groupTotals(measures, group, rows);
	const median = (measure: Scores['recency']): Float64Array =>
		rows === 0 ? new Float64Array(0) : measure.medians(group, totals.customers);
	return {
		rows,
		columns: {
			segment: codes.slice(),
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

/** The table's row of each customer: codes are rows, but for those whom no rule fits, who are in the last. */
function rowsOf(of: Uint8Array, codes: Uint8Array): Uint8Array {
	if (codes.at(-1) !== NO_SEGMENT) return of;
	const last = codes.length - 1;
	return of.map((code) => (code === NO_SEGMENT ? last : code));
}
