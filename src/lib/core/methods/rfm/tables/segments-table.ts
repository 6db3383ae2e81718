import type { Measures } from '../measures.ts';
import type { Scores } from '../scores.ts';
import { tableRows, type Segmenting } from '../segmenting.ts';
import type { RfmTables } from '../types.ts';
import { groupTotals } from './group-totals.ts';

/** The segments with their customers, revenue and medians; no rows where there are no segments. */
export function segmentsTable(
	measures: Measures,
	scores: Scores,
	segments: Segmenting
): RfmTables['segments'] {
	const { rows: codes } = segments;
	const rows = codes.length;
	const group = rows === 0 ? new Uint8Array(0) : tableRows(segments);
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
