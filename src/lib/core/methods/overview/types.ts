import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';

export interface OverviewParams {
	/** Length in days of the current period, which ends at the as-of date, and of the one before it. */
	readonly days: number;
	/** Period of the trend. */
	readonly unit: 'week' | 'month' | 'quarter' | 'year';
}

/**
 * Money is in smallest units. Names without suffix speak of the whole window; `current*` of the last
 * `days` days, `before*` of as many days before those.
 */
export interface OverviewScalars extends Readonly<Record<string, number>> {
	/** Customers with at least one valid order in the window. */
	readonly customers: number;
	/** Known customers with no valid order at all. */
	readonly prospects: number;
	readonly orders: number;
	readonly lines: number;
	readonly revenue: number;
	readonly averageOrder: number;
	/** Its 95 % interval over the customers; NaN for fewer than two. */
	readonly averageOrderLow: number;
	readonly averageOrderHigh: number;
	/** Customers with ≥ 2 orders ÷ customers with ≥ 1, with its Wilson 95 % interval. */
	readonly repeatCustomers: number;
	readonly repeatRate: number;
	readonly repeatRateLow: number;
	readonly repeatRateHigh: number;
	readonly onceCustomers: number;
	readonly onceRevenueShare: number;
	/** Median over customers (orders on ≥ 2 days) of their median gap in days. */
	readonly purchaseInterval: number;
	/** Its 95 % interval; NaN for fewer than six such customers. */
	readonly purchaseIntervalLow: number;
	readonly purchaseIntervalHigh: number;
	readonly purchaseIntervalCustomers: number;
	/** With their 95 % intervals over the customers, as that of Gini; NaN for fewer than two. */
	readonly topTenthRevenueShare: number;
	readonly topTenthRevenueShareLow: number;
	readonly topTenthRevenueShareHigh: number;
	readonly topFifthRevenueShare: number;
	readonly topFifthRevenueShareLow: number;
	readonly topFifthRevenueShareHigh: number;
	/** Fewest customers that make 80 % of the revenue, and their share of customers. */
	readonly eightyPercentCustomers: number;
	readonly eightyPercentCustomerShare: number;
	readonly gini: number;
	readonly giniLow: number;
	readonly giniHigh: number;
	readonly currentActive: number;
	readonly beforeActive: number;
	readonly currentNew: number;
	readonly beforeNew: number;
	readonly currentOrders: number;
	readonly beforeOrders: number;
	readonly currentRevenue: number;
	readonly beforeRevenue: number;
	readonly currentAverageOrder: number;
	readonly currentAverageOrderLow: number;
	readonly currentAverageOrderHigh: number;
	readonly beforeAverageOrder: number;
	/** 1 when the data reach back far enough to fill the period before. */
	readonly beforeComplete: number;
	/** Only where orders have a profit: of the window's orders whose profit is known, NaN without any; ÷ their revenue; how many. */
	readonly grossProfit?: number;
	readonly marginRate?: number;
	readonly profitOrders?: number;
}

export interface OverviewTables extends Readonly<Record<string, Table>> {
	/** One row per period of the window, in time order. */
	readonly trend: Table<{
		/** First day of the period. */
		period: Int32Array;
		active: Uint32Array;
		new: Uint32Array;
		orders: Uint32Array;
		revenue: Float64Array;
		/** 1 when the as-of date, or the start of the window, cuts the period short. */
		incomplete: Uint8Array;
	}>;
	/** Customers by number of orders: 1, 2, 3, 4, 5, 6–10, 11–20, 21 and more (`to` = -1: no upper end). */
	readonly orderCounts: Table<{
		from: Int32Array;
		to: Int32Array;
		customers: Uint32Array;
		revenue: Float64Array;
	}>;
	/** Customers (orders on ≥ 2 days) by their median gap: [from, to) days (`to` = -1: no upper end). */
	readonly intervals: Table<{ from: Int32Array; to: Int32Array; customers: Uint32Array }>;
	/** One row per headline set that people stand behind: see `overviewSets` for the ids. */
	readonly sets: Table<{ set: Uint8Array; customers: Uint32Array; revenue: Float64Array }>;
}

/** Ids of the rows of the `sets` table. */
export const overviewSets = [
	'customers',
	'prospects',
	'repeat',
	'once',
	'current-active',
	'before-active',
	'current-new',
	'before-new',
	'top-tenth',
	'eighty-percent',
	'top-fifth'
] as const;

export type OverviewResult = MethodResult<'overview', OverviewParams, OverviewScalars, OverviewTables>;
