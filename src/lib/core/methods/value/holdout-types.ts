import type { Table } from '../../result/table.ts';

/** What the hold-out says of the model, against the best naive forecast. Codes of `scalars.verdict`. */
export const verdictIds = ['none', 'better', 'equal', 'worse'] as const;
export type VerdictId = (typeof verdictIds)[number];

/** Forecasts compared in the hold-out: the model and three naive ones. */
export const rivalIds = ['model', 'last-period', 'mean', 'cohort-curve'] as const;
export type RivalId = (typeof rivalIds)[number];

/** What the hold-out found, over all its customers; NaN without one. */
export interface HoldoutScalars {
	/** Hold-out: its length in days, customers, order days and value found and expected by the model. */
	readonly holdoutDays: number;
	readonly holdoutCustomers: number;
	readonly holdoutOrders: number;
	readonly holdoutExpected: number;
	readonly holdoutValue: number;
	readonly holdoutExpectedValue: number;
	readonly holdoutError: number;
	/** Index into `rivalIds` of the naive forecast with the smallest error, and that error. */
	readonly holdoutRival: number;
	readonly holdoutRivalError: number;
	/** The model's error − that of the best rival, with its 95 % interval (paired), on which the verdict rests. */
	readonly holdoutDifference: number;
	readonly holdoutDifferenceLow: number;
	readonly holdoutDifferenceHigh: number;
	readonly verdict: number;
}

/** Hold-out by repeats before it, 0 … 7 and more: order days per customer, found and forecast. No rows without one. */
export type CalibrationTable = Table<{
	repeats: Uint8Array;
	customers: Uint32Array;
	actual: Float64Array;
	model: Float64Array;
	lastPeriod: Float64Array;
	mean: Float64Array;
	cohortCurve: Float64Array;
}>;

/** Rows in the order of `rivalIds`: errors per customer with 95 % intervals, and the total forecast. No rows without a hold-out. */
export type RivalsTable = Table<{
	rival: Uint8Array;
	rmse: Float64Array;
	rmseLow: Float64Array;
	rmseHigh: Float64Array;
	mae: Float64Array;
	maeLow: Float64Array;
	maeHigh: Float64Array;
	total: Float64Array;
}>;
