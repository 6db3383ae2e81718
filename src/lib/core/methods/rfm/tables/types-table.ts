import type { Measures } from '../measures.ts';
import { valueTypeIds, type RfmTables } from '../types.ts';
import { groupTotals } from './group-totals.ts';

/** The eight value types with their customers and revenue. */
export function typesTable(measures: Measures, type: Uint8Array): RfmTables['types'] {
	const rows = valueTypeIds.length;
	return {
		rows,
		columns: {
			type: Uint8Array.from({ length: rows }, (_, i) => i),
			...groupTotals(measures, type, rows)
		},
		types: { type: 'code', customers: 'count', share: 'share', revenue: 'money', revenueShare: 'share' }
	};
}
