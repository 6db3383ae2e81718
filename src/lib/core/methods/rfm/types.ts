import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';

/** Upper or lower edges per measure, ascending: bins − 1 numbers (money in smallest units). */
export interface RfmCuts {
	readonly recency: readonly number[];
	readonly frequency: readonly number[];
	readonly monetary: readonly number[];
}

export interface RfmParams {
	/**
	 * quantile: type-7 quantile edges, equal values share a score (default) · ntile: equal-sized groups, ties
	 * split by customer key · nested: F within R, M within R and F · fixed: the cuts given · mean: two bins, split
	 * at the mean value (strictly above = high).
	 */
	readonly binning: 'quantile' | 'ntile' | 'nested' | 'fixed' | 'mean';
	/** 3..10; `mean` always has 2. The eleven segments exist for 5. */
	readonly bins: number;
	readonly frequency: 'orders' | 'days';
	readonly monetary: 'sum' | 'mean';
	/**
	 * For `fixed`: edges per measure. Score = 1 + number of edges strictly below the value; recency turned round.
	 * Null for the other rules.
	 */
	readonly cuts: RfmCuts | null;
	/** What the columns of the matrix are: F, or (F + M) / 2 rounded half up. */
	readonly matrix: 'rf' | 'rfm';
	/**
	 * "High" in the eight value types: score above the mean score (default), score ≥ `highScore`, or value
	 * above the mean value (below it, for recency).
	 */
	readonly high: 'mean-score' | 'score' | 'mean-value';
	readonly highScore: number;
}

export interface RfmScalars extends Readonly<Record<string, number>> {
	/** Customers with an order in the window: the scored base. */
	readonly customers: number;
	readonly revenue: number;
	readonly prospects: number;
	/** Customers whose orders all lie before the window: known, not scored. */
	readonly outsideWindow: number;
	readonly bins: number;
	readonly meanRecency: number;
	readonly meanFrequency: number;
	readonly meanMonetary: number;
	readonly onceCustomers: number;
}

export interface RfmTables extends Readonly<Record<string, Table>> {
	/** Rows in the order of `segmentIds`, empty ones included; no rows unless bins = 5. */
	readonly segments: Table<{
		segment: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		revenue: Float64Array;
		revenueShare: Float64Array;
		medianRecency: Float64Array;
		medianFrequency: Float64Array;
		medianMonetary: Float64Array;
	}>;
	/** bins × bins rows: r from high to low, then the column score from low to high. */
	readonly matrix: Table<{
		r: Uint8Array;
		column: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		revenue: Float64Array;
		meanMonetary: Float64Array;
	}>;
	/** Rows in the order of `valueTypeIds`. */
	readonly types: Table<{
		type: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		revenue: Float64Array;
		revenueShare: Float64Array;
	}>;
	/**
	 * One row per measure (0 = R, 1 = F, 2 = M) and score, from 1 up: the smallest and largest value found in
	 * it (NaN when empty), how many customers, and how many of them share their value with another score.
	 * For `nested`, values of F and M overlap between scores.
	 */
	readonly cuts: Table<{
		measure: Uint8Array;
		score: Uint8Array;
		from: Float64Array;
		to: Float64Array;
		customers: Uint32Array;
		split: Uint32Array;
	}>;
	/** The edges as numbers, per measure, ascending in the measure's value; none for ntile and nested. */
	readonly edges: Table<{ measure: Uint8Array; edge: Float64Array }>;
}

/** Per customer, in `MethodOutcome.customers`. */
export type RfmCustomers = Table<{
	customer: Uint32Array;
	recency: Int32Array;
	frequency: Uint32Array;
	monetary: Float64Array;
	r: Uint8Array;
	f: Uint8Array;
	m: Uint8Array;
	/** Index into `segmentIds`; 255 when there are no segments. */
	segment: Uint8Array;
	/** Index into `valueTypeIds`. */
	type: Uint8Array;
}>;

/** The eleven segments, strongest first. */
export const segmentIds = [
	'champions',
	'loyal',
	'potential-loyalist',
	'new',
	'promising',
	'need-attention',
	'about-to-sleep',
	'at-risk',
	'cant-lose',
	'hibernating',
	'lost'
] as const;
export type SegmentId = (typeof segmentIds)[number];

/** The eight value types by R, F, M: h = high, l = low. */
export const valueTypeIds = ['hhh', 'hlh', 'lhh', 'llh', 'hhl', 'hll', 'lhl', 'lll'] as const;
export type ValueTypeId = (typeof valueTypeIds)[number];

export type RfmResult = MethodResult<'rfm', RfmParams, RfmScalars, RfmTables>;
