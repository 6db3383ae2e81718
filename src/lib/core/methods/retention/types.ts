import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';

export interface RetentionParams {
	readonly unit: 'day' | 'week' | 'month' | 'quarter';
	/** on: active in exactly period N · on-or-after: active in N or later. */
	readonly measure: 'on' | 'on-or-after';
	/** Calendar periods, or windows of 1, 7, 30, 91 days from each customer's own first order. */
	readonly periods: 'calendar' | 'rolling';
	/** first: by first ever order · recurring: a member of every period that one is active in. */
	readonly entry: 'first' | 'recurring';
	/** Longest N shown. */
	readonly maxPeriods: number;
}

export interface RetentionScalars extends Readonly<Record<string, number>> {
	readonly customers: number;
	readonly cohorts: number;
	/** Overall rate at N = 1, 3, 6, 12 where reached (NaN otherwise). */
	readonly rate1: number;
	readonly rate3: number;
	readonly rate6: number;
	readonly rate12: number;
}

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
		/** 1 when the as-of date cuts the cell's period short for any member. */
		incomplete: Uint8Array;
	}>;
	/** The overall curve: complete cells only, weighted by size, with a Wilson 95 % interval. */
	readonly curve: Table<{
		n: Uint32Array;
		base: Uint32Array;
		active: Uint32Array;
		rate: Float64Array;
		low: Float64Array;
		high: Float64Array;
		cohorts: Uint32Array;
	}>;
}

/** Per customer, in `MethodOutcome.customers`: the first cohort. */
export type RetentionCustomers = Table<{ customer: Uint32Array; cohort: Int32Array }>;

export type RetentionResult = MethodResult<'retention', RetentionParams, RetentionScalars, RetentionTables>;
