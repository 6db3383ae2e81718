import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';

export interface RetentionParams {
	readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
	/** on: active in exactly period N · on-or-after: active in N or later. */
	readonly measure: 'on' | 'on-or-after';
	/** Calendar periods, or windows of 1, 7, 30, 91 days from each customer's own first order. */
	readonly periods: 'calendar' | 'rolling';
	/** first: by first ever order · recurring: a member of every period that one is active in. */
	readonly entry: 'first' | 'recurring';
	/** Longest N shown. */
	readonly maxPeriods: number;
	/** Whether brackets are counted in days since entry, or in periods of `unit` as N is. */
	readonly bracketUnit: 'day' | 'period';
	/** First and last day (or N) of each bracket, from 1 on, ascending, without overlap. */
	readonly brackets: readonly (readonly [number, number])[];
}

export interface RetentionScalars extends Readonly<Record<string, number>> {
	readonly customers: number;
	readonly cohorts: number;
	/** Overall rate at N = 1, 3, 6, 12 where reached (NaN otherwise). */
	readonly rate1: number;
	readonly rate3: number;
	readonly rate6: number;
	readonly rate12: number;
	/** Customers with an order in the window, and those with two or more: the repeat rate and its Wilson 95 % interval. */
	readonly buyers: number;
	readonly repeatBuyers: number;
	readonly repeatRate: number;
	readonly repeatLow: number;
	readonly repeatHigh: number;
	/** Median gaps of the customers with orders on two or more days of the window: how many, and their quantiles in days. */
	readonly gapCustomers: number;
	readonly gapP25: number;
	readonly gapMedian: number;
	/** The 95 % interval of the median; NaN for fewer than six such customers. */
	readonly gapMedianLow: number;
	readonly gapMedianHigh: number;
	readonly gapP75: number;
	readonly gapP90: number;
}

/** Rows of the `repeat` table, in the order of their codes. */
export const buyerKinds = ['repeat', 'once'] as const;

/** Customers by distinct periods with an order. */
export type ActivePeriodsTable = Table<{
	n: Uint32Array;
	customers: Uint32Array;
	share: Float64Array;
	low: Float64Array;
	high: Float64Array;
	/** 1 on a last row that stands for n and more. */
	more: Uint8Array;
}>;

export interface RetentionTables extends Readonly<Record<string, Table>> {
	/** One row per cohort, in time order. */
	readonly cohorts: Table<{
		/** First day of the cohort's period. */
		cohort: Int32Array;
		size: Uint32Array;
		/** 1 when the cohort's own period is cut short by the as-of date. */
		incomplete: Uint8Array;
	}>;
	/** One row per cohort and N that the data reach, cohort by cohort, N from 0. */
	readonly matrix: Table<{
		cohort: Int32Array;
		n: Uint32Array;
		/** Members of the cohort that reached N. */
		base: Uint32Array;
		active: Uint32Array;
		rate: Float64Array;
		/** Wilson 95 % interval. */
		low: Float64Array;
		high: Float64Array;
		/** Spent in period 0 by the members that reached N, and in exactly period N; the second ÷ the first. */
		moneyBase: Float64Array;
		money: Float64Array;
		moneyRate: Float64Array;
		/** 1 when the as-of date cuts the cell's period short for any member. */
		incomplete: Uint8Array;
	}>;
	/** The overall curve: complete cells only, weighted by size (money: by what period 0 brought). */
	readonly curve: Table<{
		n: Uint32Array;
		base: Uint32Array;
		active: Uint32Array;
		rate: Float64Array;
		low: Float64Array;
		high: Float64Array;
		cohorts: Uint32Array;
		moneyBase: Float64Array;
		money: Float64Array;
		moneyRate: Float64Array;
	}>;
	/** One row per N of the usual stops: the newest cohort that completed it against all others that did. */
	readonly newest: Table<{
		n: Uint32Array;
		cohort: Int32Array;
		base: Uint32Array;
		active: Uint32Array;
		rate: Float64Array;
		othersCohorts: Uint32Array;
		othersBase: Uint32Array;
		othersActive: Uint32Array;
		othersRate: Float64Array;
		/** Rate − the others' rate, with Newcombe's 95 % interval, and the two-sided p of the pooled z-test. */
		difference: Float64Array;
		low: Float64Array;
		high: Float64Array;
		p: Float64Array;
	}>;
	/** One row per bracket, over the members of all cohorts shown. */
	readonly brackets: Table<{
		from: Uint32Array;
		to: Uint32Array;
		/** Members whose bracket has ended by the as-of date; the others are `waiting`. */
		base: Uint32Array;
		active: Uint32Array;
		rate: Float64Array;
		low: Float64Array;
		high: Float64Array;
		waiting: Uint32Array;
	}>;
	/** One row per cohort and bracket whose end at least one member reached, cohort by cohort. */
	readonly bracketCells: Table<{
		cohort: Int32Array;
		bracket: Uint32Array;
		base: Uint32Array;
		active: Uint32Array;
		rate: Float64Array;
		low: Float64Array;
		high: Float64Array;
		/** 1 when members are still waiting for the bracket's end. */
		incomplete: Uint8Array;
	}>;
	/** The buyers of the window, in the order of `buyerKinds`. */
	readonly repeat: Table<{
		kind: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		low: Float64Array;
		high: Float64Array;
	}>;
	/** The buyers of the window by distinct periods with an order: in exactly n, and in n or more. */
	readonly exactly: ActivePeriodsTable;
	readonly atLeast: ActivePeriodsTable;
	/** Customers (orders on ≥ 2 days of the window) by their median gap: [from, to) days (`to` = -1: no upper end). */
	readonly intervals: Table<{ from: Int32Array; to: Int32Array; customers: Uint32Array }>;
}

/** Per customer, in `MethodOutcome.customers`: the first cohort. */
export type RetentionCustomers = Table<{ customer: Uint32Array; cohort: Int32Array }>;

export type RetentionResult = MethodResult<'retention', RetentionParams, RetentionScalars, RetentionTables>;
