import type { Measures } from './measures.ts';
import { groupTotals } from './tables/group-totals.ts';
import type { RfmTables, RfmVip } from './types.ts';

/**
 * Row of the `vip` table of each customer: 0 for those within all limits that are given, 1 for the others. One pass.
 *
 * @example
 * const measures = { n: 2, recency: Int32Array.of(3, 90), frequency: Uint32Array.of(5, 9), monetary: Float64Array.of(80, 900) };
 * vipRows(measures, { recency: 30, frequency: 5, monetary: null }) // => [0, 1]
 */
export function vipRows(
	{ n, recency, frequency, monetary }: Pick<Measures, 'n' | 'recency' | 'frequency' | 'monetary'>,
	vip: RfmVip
): Uint8Array {
	const most = vip.recency ?? Infinity;
	const least = vip.frequency ?? 0;
	const spent = vip.monetary ?? -Infinity;
	const rows = new Uint8Array(n);
	for (let i = 0; i < n; i++) {
		const fits =
			(recency[i] as number) <= most && (frequency[i] as number) >= least && (monetary[i] as number) >= spent;
		rows[i] = fits ? 0 : 1;
	}
	return rows;
}

/** VIPs and all others; no rows without a rule. */
export function vipTable(measures: Measures, vip: RfmVip | null): RfmTables['vip'] {
	const rows = vip === null ? 0 : 2;
	const group = vip === null ? new Uint8Array(0) : vipRows(measures, vip);
	return {
		rows,
		columns: {
			vip: Uint8Array.from({ length: rows }, (_, row) => 1 - row),
			...groupTotals(measures, group, rows)
		},
		types: { vip: 'flag', customers: 'count', share: 'share', revenue: 'money', revenueShare: 'share' }
	};
}
