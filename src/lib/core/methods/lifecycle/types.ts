import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';

/** Stages of the default template, in the order of a customer's life. */
export const stageIds = ['potential', 'new', 'growing', 'mature', 'declining', 'lost', 'won-back'] as const;
export type StageId = (typeof stageIds)[number];

/** What a stage rule can look at, as of the as-of date. `previousGap`: days between the last two order days. */
export type StageMeasure = 'orders' | 'daysSinceLast' | 'previousGap';

/** A number, or a percentile (0..100) of all gaps between consecutive order days in the data. */
export type StageValue = number | { readonly percentile: number };

export interface StageCondition {
	readonly measure: StageMeasure;
	readonly is: '<' | '<=' | '=' | '>=' | '>';
	readonly value: StageValue;
}

/** All conditions must hold; a rule without conditions always does. */
export interface StageRule {
	readonly stage: StageId;
	readonly when: readonly StageCondition[];
}

export interface LifecycleParams {
	readonly unit: 'week' | 'month' | 'quarter' | 'year';
	/** First matching rule wins; the last must have no condition, so that every customer has one stage. */
	readonly rules: readonly StageRule[];
	/** Orders from which a customer counts as mature in the funnel. */
	readonly matureOrders: number;
}

export interface LifecycleScalars extends Readonly<Record<string, number>> {
	readonly customers: number;
	readonly prospects: number;
	/** The percentiles of gaps between order days that the default rules use, and how many gaps there are. */
	readonly gapP40: number;
	readonly gapP80: number;
	readonly gaps: number;
	/** Of the last complete period. */
	readonly pulse: number;
}

export interface LifecycleTables extends Readonly<Record<string, Table>> {
	/** Rows in the order of `stageIds`. */
	readonly stages: Table<{
		stage: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		revenue: Float64Array;
		revenueShare: Float64Array;
		medianDaysSinceLast: Float64Array;
	}>;
	/**
	 * Steps potential → new (first order) → growing (second) → mature (`matureOrders`-th): customers who ever
	 * reached the step, its share of the step before, how many stopped, median and p90 days from the step before.
	 * Then two side steps: lost (ever silent longer than the lost rule's days) of all who ordered, and
	 * won-back (ordered after that) of those lost.
	 */
	readonly funnel: Table<{
		stage: Uint8Array;
		customers: Uint32Array;
		conversion: Float64Array;
		/** Wilson 95 % interval of the conversion. */
		low: Float64Array;
		high: Float64Array;
		stopped: Uint32Array;
		medianDays: Float64Array;
		p90Days: Float64Array;
	}>;
	/** Long form: one row per period and state (index into `growthStates`), in time order, for the drill. */
	readonly growthMembers: Table<{ period: Int32Array; state: Uint8Array; customers: Uint32Array }>;
	/** One row per period. Dormant are those active in the period before and not in this one. */
	readonly growth: Table<{
		period: Int32Array;
		new: Uint32Array;
		returning: Uint32Array;
		resurrected: Uint32Array;
		dormant: Uint32Array;
		active: Uint32Array;
		/** (new + resurrected) ÷ dormant; NaN without dormant. */
		pulse: Float64Array;
		incomplete: Uint8Array;
	}>;
}

export const growthStates = ['new', 'returning', 'resurrected', 'dormant'] as const;

/** Per customer (prospects included), in `MethodOutcome.customers`. */
export type LifecycleCustomers = Table<{
	customer: Uint32Array;
	stage: Uint8Array;
	daysSinceLast: Float64Array;
}>;

export type LifecycleResult = MethodResult<'lifecycle', LifecycleParams, LifecycleScalars, LifecycleTables>;
