import type { LossReasons } from '../../dataset/loss-reasons.ts';
import type { LimitKind } from '../../math/survival/kaplan-meier.ts';
import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';
import type { Agreement, aliveModels } from './alive/types.ts';
import type { LossCausesTable, LossValuesTable } from './loss/types.ts';
import type { EarlyWarning } from './warning/types.ts';

export * from './alive/types.ts';
export * from './loss/types.ts';
export * from './warning/types.ts';

/** Risk bands by the days since the last order, in the order of their codes. */
export const riskBands = ['active', 'at-risk', 'churned'] as const;

/** Whose silences a survival curve is of: all, those after a first order, those after a later one. */
export const silenceGroups = ['all', 'first', 'later'] as const;

export interface ChurnParams {
	/** percentile: of all gaps between order days · days: fixed. */
	readonly window: 'percentile' | 'days';
	readonly atRiskPercentile: number;
	readonly churnedPercentile: number;
	readonly atRiskDays: number;
	readonly churnedDays: number;
	readonly unit: 'week' | 'month' | 'quarter' | 'year';
	/** What the lost of a period are divided by: the active at its start, or everyone who had ordered by then. */
	readonly base: 'active' | 'all';
	/** Days after being declared churned within which an order counts as a return. */
	readonly winBackDays: number;
	/** The share of returns, in percent, up to which a window is taken for long enough. */
	readonly toleratedReturn: number;
	/** Revenue at stake: what a customer spent in so many days up to the last order. */
	readonly stakeDays: number;
	/** next-order: silence after every order · lifetime: from the first order to the first time declared churned. */
	readonly survival: 'next-order' | 'lifetime';
	readonly limits: LimitKind;
	/** Overdue: silent for longer than so many times the own usual gap. */
	readonly overdueFactor: number;
	/** Falling value or frequency: the later half lower than the earlier by more than so many percent. */
	readonly dropPercent: number;
	/** The model that P(alive) is of. */
	readonly model: (typeof aliveModels)[number];
	/** P(alive) in percent: low below the first (a reason for a warning), high from the second on. */
	readonly aliveLow: number;
	readonly aliveHigh: number;
	/** Complaints and answers count for so many days. */
	readonly signDays: number;
	/** Rows of the early-warning list. */
	readonly listed: number;
	/** Where the data say why customers left, and what that means; null: nobody said where. */
	readonly lossReasons: LossReasons | null;
}

export interface ChurnScalars extends Readonly<Record<string, number>> {
	readonly customers: number;
	readonly active: number;
	readonly atRisk: number;
	readonly churned: number;
	/** Silent for more than so many days; NaN when a percentile has no gaps to be taken of. */
	readonly atRiskAfter: number;
	readonly churnedAfter: number;
	readonly gaps: number;
	/** Revenue at stake of the customers at risk, and of the churned. */
	readonly stakeAtRisk: number;
	readonly stakeChurned: number;
	readonly warned: number;
	readonly stakeWarned: number;
	/** Customers whom rule and model see differently: churned with a high P(alive), active with a low one. */
	readonly churnedButAlive: number;
	readonly activeButLow: number;
	/** Σ P(alive) of those with an estimate, and how many these are. */
	readonly expectedAlive: number;
	readonly estimated: number;
	/** Churned customers who said why; NaN where no column of reasons is looked at. Those of them who did before their last order. */
	readonly lostSaid: number;
	readonly lostSaidEarly: number;
	/** 1 where linked tables tell of complaints, and of answers or satisfaction. */
	readonly complaintsTold: number;
	readonly answersTold: number;
	/** At the chosen window: silences followed for long enough, and those that ended in a return in time. */
	readonly followed: number;
	readonly wonBack: number;
	readonly winBackRate: number;
	readonly winBackLow: number;
	readonly winBackHigh: number;
	/** The shortest window whose share of returns is tolerable; NaN when there is none. */
	readonly suggestedDays: number;
	/** Of the last complete period. */
	readonly churnRate: number;
	readonly revenueChurn: number;
	readonly nrr: number;
	readonly grr: number;
	/** Of the survival curve of all. */
	readonly medianDays: number;
	readonly medianLow: number;
	readonly medianHigh: number;
	readonly restrictedMean: number;
	readonly restrictedTo: number;
	/** First against later orders; NaN for lifetimes. */
	readonly logRank: number;
	readonly logRankP: number;
}

export interface ChurnTables extends Readonly<Record<string, Table>> {
	/** Rows in the order of `riskBands`. */
	readonly bands: Table<{
		band: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		stake: Float64Array;
		stakeShare: Float64Array;
		medianDays: Float64Array;
	}>;
	/** One row per candidate window, ascending; the chosen one is among them where anybody has been silent for so long. */
	readonly backtest: Table<{
		days: Uint32Array;
		/** Silences longer than the window, and those of them that ended by now. */
		silent: Uint32Array;
		back: Uint32Array;
		/** Those declared churned `winBackDays` or more before the as-of date, and their returns within that time. */
		followed: Uint32Array;
		returned: Uint32Array;
		rate: Float64Array;
		low: Float64Array;
		high: Float64Array;
		/** Kaplan–Meier: returns within `winBackDays`, and within the longest silence seen. */
		within: Float64Array;
		ever: Float64Array;
		chosen: Uint8Array;
	}>;
	/** One row per period of the window: start − lost + new + wonBack = end. */
	readonly periods: Table<{
		period: Int32Array;
		start: Uint32Array;
		lost: Uint32Array;
		new: Uint32Array;
		wonBack: Uint32Array;
		end: Uint32Array;
		base: Uint32Array;
		rate: Float64Array;
		low: Float64Array;
		high: Float64Array;
		incomplete: Uint8Array;
	}>;
	/** One row per period but the first of all history: what became of the customers of the period before. */
	readonly revenue: Table<
		Record<'nrr' | 'nrrLow' | 'nrrHigh' | 'grr' | 'grrLow' | 'grrHigh', Float64Array> & {
			period: Int32Array;
			customers: Uint32Array;
			lost: Uint32Array;
			start: Float64Array;
			churned: Float64Array;
			contraction: Float64Array;
			expansion: Float64Array;
			end: Float64Array;
			revenueChurn: Float64Array;
			customerChurn: Float64Array;
			incomplete: Uint8Array;
		}
	>;
	/** Group by group (`silenceGroups`), one row per length at which a silence ended. */
	readonly survival: Table<{
		group: Uint8Array;
		days: Uint32Array;
		atRisk: Uint32Array;
		events: Uint32Array;
		survival: Float64Array;
		error: Float64Array;
		low: Float64Array;
		high: Float64Array;
	}>;
	/** Rows in the order of `warningReasons`; a customer may have several. */
	readonly reasons: Table<{ reason: Uint8Array; customers: Uint32Array; stake: Float64Array }>;
	readonly agreement: Agreement;
	readonly causes: LossCausesTable;
	readonly lossValues: LossValuesTable;
	/** One row: everyone with a reason. */
	readonly warned: Table<{ customers: Uint32Array; stake: Float64Array }>;
	readonly earlyWarning: EarlyWarning;
}

/** Per customer with an order, in `MethodOutcome.customers`. `reasons`: bit r for `warningReasons[r]`. */
export type ChurnCustomers = Table<{
	customer: Uint32Array;
	band: Uint8Array;
	daysSilent: Uint32Array;
	stake: Float64Array;
	alive: Float64Array;
	reasons: Uint8Array;
}>;

export type ChurnResult = MethodResult<'churn', ChurnParams, ChurnScalars, ChurnTables>;
