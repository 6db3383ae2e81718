import type { MethodResult } from '../types.ts';
import type { EventSource } from '../../dataset/event-source.ts';
import type { Table } from '../../result/table.ts';
import type { Basis } from '../in-profit.ts';
import type { RfmSource } from './source-types.ts';
import type { RfmCuts, RfmRule, RfmVip, RfmWeights } from './rule-types.ts';

export type * from './rule-types.ts';
export type * from './source-types.ts';

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
	/** M of profit, of the orders whose profit is known; the others do not count for R and F either. Absent: of money. */
	readonly basis?: Basis;
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
	/** Whole numbers, not all 0: how much each score counts in the composite score. */
	readonly weights: RfmWeights;
	/** Own segments in the place of the eleven; the first rule that fits decides. Null: the eleven. */
	readonly rules: readonly RfmRule[] | null;
	/** What is moved to see how firm the segments stand; the rules without edges of their own have no cuts to move. */
	readonly sensitivity: 'none' | 'recency' | 'frequency' | 'monetary' | 'window';
	/** Who is a VIP, whatever the segment. Null: nobody is looked for. */
	readonly vip: RfmVip | null;
	/**
	 * The rows of a linked table in the place of orders; null: orders. F counts its rows (or days with one), M is the sum (or
	 * mean per row) of its column of numbers, in the column's own units; without one, M is the number of rows.
	 */
	readonly source: EventSource | null;
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
	/** Spearman's correlation of the ranks by the weights with those by equal weights; NaN when one has no order. */
	readonly rankAgreement: number;
	/** Customers who are in the first fifth by the weights and not by equal weights, and the other way round. */
	readonly topIn: number;
	readonly topOut: number;
	/** Codes that no rule covers, that several segments claim, and that exist. 0, 0 and all without own rules. */
	readonly codesUncovered: number;
	readonly codesClaimedTwice: number;
	readonly codes: number;
	/** NaN where no VIP rule is given. */
	readonly vipCustomers: number;
	readonly vipRevenue: number;
}

export interface RfmTables extends Readonly<Record<string, Table>> {
	/**
	 * Without own rules: rows in the order of `segmentIds`, empty ones included; no rows unless bins = 5. With own
	 * rules: a row per segment in the order of its first rule, and a last one (code 255) for the codes that no rule
	 * covers, where there are any.
	 */
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
	/**
	 * The codes that customers have, from the highest composite score down. `composite`: weighted mean of the three
	 * scores. `rank`: place among all customers, equal ones sharing the mean of their places; `equalRank`: the same
	 * with equal weights; `change`: places won (equalRank − rank).
	 */
	readonly ranks: Table<{
		r: Uint8Array;
		f: Uint8Array;
		m: Uint8Array;
		customers: Uint32Array;
		revenue: Float64Array;
		composite: Float64Array;
		rank: Float64Array;
		equalRank: Float64Array;
		change: Float64Array;
	}>;
	/**
	 * What is wrong with own rules: a row per code that no rule covers (both segments 255) or that rules of different
	 * segments claim: `segment` gets it, `other` is the next to claim it.
	 */
	readonly ruleChecks: Table<{
		r: Uint8Array;
		f: Uint8Array;
		m: Uint8Array;
		segment: Uint8Array;
		other: Uint8Array;
		customers: Uint32Array;
		revenue: Float64Array;
	}>;
	/** Row 0: the VIPs, row 1: all others; no rows without a VIP rule. */
	readonly vip: Table<{
		vip: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		revenue: Float64Array;
		revenueShare: Float64Array;
	}>;
	/**
	 * What `sensitivity` moves, shift by shift, and in each the segments in the order of their table: percent of the
	 * edges (recency, monetary) or of the window's length, whole orders (frequency). Changes are against shift 0.
	 */
	readonly sensitivity: Table<{
		shift: Int32Array;
		segment: Uint8Array;
		customers: Uint32Array;
		revenue: Float64Array;
		customersChange: Int32Array;
		revenueChange: Float64Array;
	}>;
	/** One row per shift: the scored base, and who of both bases is in another segment or in one of them alone. */
	readonly shifts: Table<{ shift: Int32Array; customers: Uint32Array; moved: Uint32Array }>;
	/** What is scored where that is not orders: one row; none for orders. */
	readonly source: RfmSource;
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
	/** Index into `segmentIds`, or with own rules into their segments; 255 when there is none. */
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
