import type { PurchaseInterval } from '../../ledger/purchase-intervals.ts';
import type { RetentionScalars, RetentionTables } from './types.ts';

/** The single numbers, read from the tables that they head. */
export function retentionScalars(
	customers: number,
	{ cohorts, curve, repeat }: RetentionTables,
	interval: PurchaseInterval
): RetentionScalars {
	const { n, rate } = curve.columns;
	const rateAt = (period: number): number => rate[n.indexOf(period)] ?? Number.NaN;
	const [repeatBuyers = 0, once = 0] = repeat.columns.customers;
	return {
		customers,
		cohorts: cohorts.rows,
		rate1: rateAt(1),
		rate3: rateAt(3),
		rate6: rateAt(6),
		rate12: rateAt(12),
		buyers: repeatBuyers + once,
		repeatBuyers,
		repeatRate: repeat.columns.share[0] as number,
		repeatLow: repeat.columns.low[0] as number,
		repeatHigh: repeat.columns.high[0] as number,
		gapCustomers: interval.customers,
		gapP25: interval.p25,
		gapMedian: interval.days,
		gapMedianLow: interval.low,
		gapMedianHigh: interval.high,
		gapP75: interval.p75,
		gapP90: interval.p90
	};
}
