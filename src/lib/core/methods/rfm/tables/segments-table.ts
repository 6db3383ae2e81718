import type { Measures } from '../measures.ts';
import type { Scores } from '../scores.ts';
import { SEGMENT_BINS } from '../segment-map.ts';
import { segmentIds, type RfmTables } from '../types.ts';
import { groupTotals } from './group-totals.ts';

/** The eleven segments with their customers, revenue and medians; no rows unless there are five scores. */
export function segmentsTable(
	measures: Measures,
	scores: Scores,
	segment: Uint8Array
): RfmTables['segments'] {
	const defined = scores.bins === SEGMENT_BINS;
	const rows = defined ? segmentIds.length : 0;
	const totals = groupTotals(measures, defined ? segment : new Uint8Array(0), rows);
	const median = (measure: Scores['recency']): Float64Array =>
		defined ? measure.medians(segment, totals.customers) : new Float64Array(0);
	return {
		rows,
		columns: {
			segment: Uint8Array.from({ length: rows }, (_, i) => i),
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
