import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';

/** What a row of the groups is: a value of the attribute, all further values, customers without one, everybody. */
export const groupKinds = ['value', 'others', 'none', 'all'] as const;

/** The steps that the members of a group are followed through, in the order of their codes. */
export const originSteps = ['known', 'first', 'second', 'mature'] as const;

export interface OriginsParams {
	/** Header of the attribute; null: the one that most likely says where customers come from. */
	readonly by: string | null;
	/** Values shown by themselves, the most common ones; the rest is one group. */
	readonly shown: number;
	/** Length of a window of the return curve: 7, 30 or 91 days from each customer's own first order. */
	readonly unit: 'week' | 'month' | 'quarter';
	/** Longest N of the return curve. */
	readonly maxPeriods: number;
	/** Value is that of so many days from the first order on, of those who were followed that long. */
	readonly valueDays: number;
	/** Orders that make a customer mature. */
	readonly matureOrders: number;
}

export interface OriginsScalars extends Readonly<Record<string, number>> {
	/** Customers whose first order lies in the window. */
	readonly customers: number;
	/** Those, and everyone first seen in the window without an order since. */
	readonly known: number;
	/** Different values among the known. */
	readonly values: number;
	/** Known without a value. */
	readonly empty: number;
	readonly repeatRate: number;
	readonly followed: number;
	readonly valueWithin: number;
	/** Time to the second order between the groups shown: log-rank χ², its degrees of freedom and p. */
	readonly logRank: number;
	readonly degrees: number;
	readonly p: number;
	/** Value in the first days between the groups shown: Kruskal–Wallis χ², its degrees of freedom and p. */
	readonly valueTest: number;
	readonly valueDegrees: number;
	readonly valueP: number;
}

export interface OriginsTables extends Readonly<Record<string, Table>> {
	/** One row: the header of the attribute. */
	readonly attribute: Table<{ header: readonly string[] }>;
	/** The groups by size, then `others`, `none`, and `all` last. `label` is the value, empty for the other kinds. */
	readonly groups: Table<{
		kind: Uint8Array;
		label: readonly string[];
		known: Uint32Array;
		customers: Uint32Array;
		share: Float64Array;
		orders: Uint32Array;
		revenue: Float64Array;
		revenueShare: Float64Array;
		/** Revenue per customer, orders per customer, revenue per order. */
		perCustomer: Float64Array;
		frequency: Float64Array;
		basket: Float64Array;
		repeat: Uint32Array;
		repeatRate: Float64Array;
		low: Float64Array;
		high: Float64Array;
		/** Median days to the second order, of those who placed one. */
		secondDays: Float64Array;
		/** Customers first seen buying `valueDays` or more ago, and what they spent in that time, on average. */
		followed: Uint32Array;
		valueWithin: Float64Array;
		valueLow: Float64Array;
		valueHigh: Float64Array;
	}>;
	/** Group by group, one row per step of `originSteps`. */
	readonly steps: Table<{
		group: Uint8Array;
		step: Uint8Array;
		customers: Uint32Array;
		conversion: Float64Array;
		low: Float64Array;
		high: Float64Array;
		medianDays: Float64Array;
		p90Days: Float64Array;
	}>;
	/** Group by group, one row per N from 1 that members have completed. */
	readonly curve: Table<{
		group: Uint8Array;
		n: Uint32Array;
		base: Uint32Array;
		active: Uint32Array;
		rate: Float64Array;
		low: Float64Array;
		high: Float64Array;
	}>;
}

export type OriginsResult = MethodResult<'origins', OriginsParams, OriginsScalars, OriginsTables>;
