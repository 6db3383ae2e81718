import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';

/** The later period: some days up to the as-of date, or the last whole period of the calendar by then. */
export const growthPeriods = ['days', 'month', 'quarter', 'year'] as const;

/**
 * The earlier period: the one just before; the same a year (or whole years) earlier; the same days as they lie to the
 * Chinese New Year.
 */
export const growthAgainst = ['before', 'year', 'new-year'] as const;

export interface ContributionParams {
	/** Quarters and years begin where the fiscal year of the frame does. */
	readonly period: (typeof growthPeriods)[number];
	/** Length of both periods, where they are days. */
	readonly days: number;
	readonly against: (typeof growthAgainst)[number];
}

/** From the earlier period's revenue to the later one's: two levels and three changes. Codes of `steps.step`. */
export const growthSteps = ['start', 'customers', 'frequency', 'basket', 'end'] as const;
export type GrowthStep = (typeof growthSteps)[number];

/** What became of a customer from one period to the other. Codes of `moves.move`. */
export const customerMoves = ['new', 'back', 'grown', 'steady', 'shrunk', 'lost'] as const;
export type CustomerMove = (typeof customerMoves)[number];

/** Money is in smallest units. */
export interface ContributionScalars extends Readonly<Record<string, number>> {
	/** First and last day of both periods. */
	readonly nowFrom: number;
	readonly nowTo: number;
	readonly beforeFrom: number;
	readonly beforeTo: number;
	/** Days of the earlier period that lie within the data. */
	readonly beforeKnown: number;
	readonly customers: number;
	readonly customersBefore: number;
	readonly orders: number;
	readonly ordersBefore: number;
	readonly revenue: number;
	readonly revenueBefore: number;
	readonly change: number;
	/** Change ÷ earlier revenue; NaN where there was none. */
	readonly changeRate: number;
	/** Herfindahl–Hirschman index and Gini of the customers' revenue in both periods; of Gini the 95 % interval over the customers. */
	readonly hhi: number;
	readonly hhiBefore: number;
	readonly gini: number;
	readonly giniLow: number;
	readonly giniHigh: number;
	readonly giniBefore: number;
	readonly giniBeforeLow: number;
	readonly giniBeforeHigh: number;
	/** Of the later period, only where orders have a profit: the sum of those known, ÷ the revenue of their orders; their share of all orders. */
	readonly profit?: number;
	readonly marginRate?: number;
	readonly profitKnown?: number;
}

export interface ContributionTables extends Readonly<Record<string, Table>> {
	/**
	 * Rows in the order of `growthSteps`. `change`: what the factor's change did to revenue (the level in the first and
	 * last row); the three changes add up to the whole change exactly. `from`, `to`: the bar from the sum before the
	 * step to the sum after it. `before`, `now`: the factor in both periods (customers, orders per customer, money per
	 * order); NaN in the first and last row, and where a period has no orders.
	 */
	readonly steps: Table<{
		step: Uint8Array;
		change: Float64Array;
		from: Float64Array;
		to: Float64Array;
		before: Float64Array;
		now: Float64Array;
	}>;
	/** Rows in the order of `customerMoves`: their changes add up to the whole change exactly. */
	readonly moves: Table<{
		move: Uint8Array;
		customers: Uint32Array;
		before: Float64Array;
		now: Float64Array;
		change: Float64Array;
	}>;
	/**
	 * The customers with the most revenue in the later period, 1, 5, 10 … of them: what they bring, what they brought
	 * in the earlier period, and the share that as many brought then, the largest of that time.
	 */
	readonly top: Table<{
		count: Uint32Array;
		revenue: Float64Array;
		share: Float64Array;
		before: Float64Array;
		shareBefore: Float64Array;
	}>;
	/** Only where orders have a profit. */
	readonly profits?: ProfitsTable;
}

/**
 * Rows in the order of `customerMoves`, all but `profitBefore` of the later period. Profits are of the orders whose profit
 * is known, NaN without any; `margin` is profit ÷ the revenue of those orders, `known` their share of all orders.
 */
export type ProfitsTable = Table<{
	move: Uint8Array;
	revenue: Float64Array;
	revenueShare: Float64Array;
	profit: Float64Array;
	profitShare: Float64Array;
	margin: Float64Array;
	profitBefore: Float64Array;
	known: Float64Array;
}>;

/** Per customer with an order in one of the periods, in `MethodOutcome.customers`. */
export type ContributionCustomers = Table<{
	customer: Uint32Array;
	/** Index into `customerMoves`. */
	move: Uint8Array;
	before: Float64Array;
	now: Float64Array;
	change: Float64Array;
}>;

export type ContributionResult = MethodResult<
	'contribution',
	ContributionParams,
	ContributionScalars,
	ContributionTables
>;
