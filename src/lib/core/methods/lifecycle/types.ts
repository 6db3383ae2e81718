import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';

/** Stages of the default template, in the order of a customer's life. */
export const stageIds = ['potential', 'new', 'growing', 'mature', 'declining', 'lost', 'won-back'] as const;
export type StageId = (typeof stageIds)[number];

/** What a stage rule can look at, as of the as-of date. `previousGap`: days between the last two order days. */
export const orderMeasures = ['orders', 'daysSinceLast', 'previousGap'] as const;
/** And what linked tables tell: rows about the customer (`contacts`), and the last answer on 0–10 (`score`). */
export const stageMeasures = [...orderMeasures, 'contacts', 'score'] as const;
export type StageMeasure = (typeof stageMeasures)[number];

/** A number, or a percentile (0..100) of all gaps between consecutive order days in the data. */
export type StageValue = number | { readonly percentile: number };

export interface StageCondition {
	readonly measure: StageMeasure;
	readonly is: '<' | '<=' | '=' | '>=' | '>';
	readonly value: StageValue;
}

/** All conditions must hold; a rule without conditions always does. */
export interface StageRule<S extends string = StageId> {
	readonly stage: S;
	readonly when: readonly StageCondition[];
}

/** The stage models: the seven stages, and further templates by their ids. */
export const templateIds = ['seven', 'repeat', 'care', 'loyalty', 'b2b', 'aipl'] as const;
export type TemplateId = (typeof templateIds)[number];
export type OtherTemplateId = Exclude<TemplateId, 'seven'>;

/** Stages of each template, in the order of a customer's life. */
export const templateStages = {
	seven: stageIds,
	repeat: ['potential', 'first', 'repeat', 'lost'],
	care: ['acquire', 'nurture', 'retain', 'win-back'],
	loyalty: ['potential', 'new', 'loyal', 'lost'],
	b2b: ['lead', 'qualified', 'opportunity', 'customer', 'evangelist'],
	aipl: ['awareness', 'interest', 'purchase', 'loyalty']
} as const satisfies Readonly<Record<TemplateId, readonly string[]>>;
export type TemplateStageId = (typeof templateStages)[TemplateId][number];

/** Of the seven stages the one that each template's stage is most like: it lends it its colour. */
export const templateTones = {
	seven: stageIds,
	repeat: ['potential', 'new', 'mature', 'lost'],
	care: ['potential', 'growing', 'mature', 'declining'],
	loyalty: ['potential', 'new', 'mature', 'lost'],
	b2b: ['potential', 'new', 'growing', 'mature', 'won-back'],
	aipl: ['potential', 'new', 'growing', 'mature']
} as const satisfies Readonly<Record<TemplateId, readonly StageId[]>>;

export type TemplateRules = {
	readonly [T in OtherTemplateId]?: readonly StageRule<(typeof templateStages)[T][number]>[];
};

export interface LifecycleParams {
	readonly unit: 'week' | 'month' | 'quarter' | 'year';
	/** First matching rule wins; the last must have no condition, so that every customer has one stage. */
	readonly rules: readonly StageRule[];
	/** Orders from which a customer counts as mature in the funnel. */
	readonly matureOrders: number;
	/** The two models that are laid beside each other. */
	readonly models: readonly [TemplateId, TemplateId];
	/** Rules of the other templates; always those of the two models. */
	readonly templateRules: TemplateRules;
	/** The column of the orders that says of what kind a product is, for cross-selling; null for none. */
	readonly kindBy: string | null;
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
	/** Rows of linked tables about customers, and customers with an answer on 0–10; NaN where no such table is linked. */
	readonly contacts: number;
	readonly scored: number;
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
	/** The stages of the two models: first those of `models[0]` (`model` 0), then those of `models[1]`. */
	readonly models: Table<{
		model: Uint8Array;
		/** Index into the template's stages. */
		stage: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		/** Orders and window revenue per customer of the stage; NaN for a stage without customers. */
		frequency: Float64Array;
		value: Float64Array;
		revenue: Float64Array;
		revenueShare: Float64Array;
		medianDaysSinceLast: Float64Array;
	}>;
	/** One row per pair of stages, first model outermost. `share`: of the customers of the first model's stage. */
	readonly crossing: Table<{
		first: Uint8Array;
		second: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		revenue: Float64Array;
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
	/**
	 * The measures of each stage, one row per period of `growth`: those won (orders and revenue per new customer in their
	 * first period), the share of known customers with a contact, orders again of those active before, orders and revenue
	 * per active customer, complaints per 100 of them, those lost and won back (of those away at the start). NaN where no
	 * linked table tells, or nobody is there to divide by.
	 */
	readonly board: Table<{
		period: Int32Array;
		newCustomers: Uint32Array;
		newFrequency: Float64Array;
		newValue: Float64Array;
		participation: Float64Array;
		renewal: Float64Array;
		/** Of the customers who bought before and buy now, the share that bought something of a new kind. */
		crossSell: Float64Array;
		frequency: Float64Array;
		value: Float64Array;
		complaints: Float64Array;
		lost: Uint32Array;
		lostRate: Float64Array;
		wonBack: Uint32Array;
		winBackRate: Float64Array;
		incomplete: Uint8Array;
	}>;
	/** Long form: one row per row of `board` and rate (index into `boardRates`): so many of so many, how sure, and p against the period before. */
	readonly boardRates: Table<{
		period: Int32Array;
		rate: Uint8Array;
		count: Uint32Array;
		base: Uint32Array;
		low: Float64Array;
		high: Float64Array;
		p: Float64Array;
	}>;
	/** Long form: one row per period and sign (index into `toldSigns`): customers with one, for the drill. */
	readonly told: Table<{ period: Int32Array; sign: Uint8Array; customers: Uint32Array }>;
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

/** What is seen of customers in a period beside their orders: any row of a linked table, complaints, a new kind bought. */
export const toldSigns = ['participation', 'complaint', 'crossSell'] as const;

/** The measures of the board that are shares of customers. */
export const boardRates = ['participation', 'crossSell', 'renewal', 'lostRate', 'winBackRate'] as const;
export type BoardRate = (typeof boardRates)[number];

export const growthStates = ['new', 'returning', 'resurrected', 'dormant'] as const;

/** Per customer (prospects included), in `MethodOutcome.customers`. */
export type LifecycleCustomers = Table<{
	customer: Uint32Array;
	stage: Uint8Array;
	daysSinceLast: Float64Array;
}>;

export type LifecycleResult = MethodResult<'lifecycle', LifecycleParams, LifecycleScalars, LifecycleTables>;
