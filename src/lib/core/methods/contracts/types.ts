import type { StatusMeaning } from '../../dataset/contract-states.ts';
import type { Table } from '../../result/table.ts';
import type { MethodResult } from '../types.ts';

/** What a row of the groups is: a value of the column, all further values, contracts without one, everybody. */
export const contractGroupKinds = ['value', 'others', 'none', 'all'] as const;

/** The models of renewal, in the order of their codes. */
export const renewalModels = ['sbg', 'bdw'] as const;

/** Why rows of the table are no contracts as of the day; rows = used + all of these. */
export const leftOutReasons = ['orphans', 'undated', 'reversed', 'later', 'endUnknown'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface ContractsParams {
	/** Name of the linked table; null: the first that has contracts. */
	readonly table: string | null;
	/** Header of the column that tells contracts apart; null: the one that the table has as kind, level or product. */
	readonly by: string | null;
	/** What somebody decided that values of the column of statuses mean; known words decide on the others. Made of values of the data. */
	readonly statuses: readonly StatusMeaning[];
	/** Days after the end of a contract within which the customer's next one still renews it. */
	readonly grace: number;
	/** Calendar periods of the movements. */
	readonly unit: 'month' | 'quarter' | 'year';
	/** Length of a period of tenure: one chance to renew in each. */
	readonly age: 'month' | 'year';
	/** The unit of lengths, where the table has lengths and no days. */
	readonly tenureIn: 'day' | 'month' | 'year';
	/** The time that an amount is paid for. */
	readonly amountIn: 'month' | 'year';
	/** Periods of tenure that are projected beyond the longest seen. */
	readonly ahead: number;
	/** A year. */
	readonly discount: number;
}

export interface ContractsScalars extends Readonly<Record<string, number>> {
	/** All rows of the table: rows = used + the left-out reasons. */
	readonly rows: number;
	readonly used: number;
	readonly orphans: number;
	readonly undated: number;
	readonly reversed: number;
	readonly later: number;
	readonly endUnknown: number;
	/** Customers with a contract so far; spells of theirs, and those that ended. */
	readonly customers: number;
	readonly spells: number;
	readonly ended: number;
	/** Spells under contract on the as-of date, those among them whose contract ended and may still be renewed. */
	readonly active: number;
	readonly inGrace: number;
	/** What the contracts under contract bring a period of `amountIn`; NaN without amounts. */
	readonly money: number;
	/** Discounted value of the renewals to come of all under contract; NaN without amounts or model. */
	readonly residualValue: number;
	/** Of the last complete period. */
	readonly churnRate: number;
	/** Start of that period. */
	readonly churnPeriod: number;
	/** 1: the table has days; 0: lengths alone. */
	readonly dated: number;
	readonly median: number;
	/** Expected length within `meanHorizon`, in days, or in the table's unit of lengths. */
	readonly mean: number;
	readonly meanHorizon: number;
	readonly logRank: number;
	readonly degrees: number;
	readonly p: number;
	/** Index into `renewalModels`; NaN without a model. */
	readonly best: number;
	/** Discount of one period of tenure. */
	readonly periodDiscount: number;
	/** Longest age of which anybody was seen to decide. */
	readonly observedAges: number;
}

export interface ContractsTables extends Readonly<Record<string, Table>> {
	/** One row: the table, the column that tells its rows apart, the currency of its amounts, and the column of statuses; '' for none. */
	readonly source: Table<{
		table: readonly string[];
		by: readonly string[];
		currency: readonly string[];
		status: readonly string[];
	}>;
	/** Values of the column of statuses by their rows, 200 at most; `decided`: by somebody, and not by known words. */
	readonly statuses: Table<{
		value: readonly string[];
		rows: Uint32Array;
		ended: Uint8Array;
		decided: Uint8Array;
	}>;
	/** The groups by size, then `others`, `none`, and `all` last. `label` is the value, empty for the other kinds. */
	readonly groups: Table<{
		kind: Uint8Array;
		label: readonly string[];
		spells: Uint32Array;
		ended: Uint32Array;
		active: Uint32Array;
		money: Float64Array;
		median: Float64Array;
		medianLow: Float64Array;
		medianHigh: Float64Array;
		mean: Float64Array;
		meanError: Float64Array;
	}>;
	/** Calendar periods, the oldest first. Empty without days. */
	readonly periods: Table<{
		period: Int32Array;
		start: Uint32Array;
		new: Uint32Array;
		back: Uint32Array;
		due: Uint32Array;
		renewed: Uint32Array;
		ended: Uint32Array;
		lost: Uint32Array;
		rate: Float64Array;
		low: Float64Array;
		high: Float64Array;
		end: Uint32Array;
		moneyStart: Float64Array;
		moneyEnded: Float64Array;
		incomplete: Uint8Array;
	}>;
	/** Group by group, one row per length at which somebody left. */
	readonly survival: Table<{
		group: Uint8Array;
		time: Float64Array;
		atRisk: Uint32Array;
		events: Uint32Array;
		survival: Float64Array;
		error: Float64Array;
		low: Float64Array;
		high: Float64Array;
	}>;
	/** By completed periods of tenure, from 0. */
	readonly ages: Table<{
		age: Uint32Array;
		/** Spells seen to come to the renewal that makes this age, and those that ended there. */
		due: Uint32Array;
		lost: Uint32Array;
		observed: Float64Array;
		sbg: Float64Array;
		bdw: Float64Array;
		observedRetention: Float64Array;
		/** By the better model. */
		retention: Float64Array;
		/** Discounted renewals to come of somebody of this age, just ahead of the next (DERL). */
		remaining: Float64Array;
		/** Under contract at this age now, what they bring a period of tenure, and what their renewals are worth. */
		active: Uint32Array;
		money: Float64Array;
		value: Float64Array;
	}>;
	readonly models: Table<{
		model: Uint8Array;
		alpha: Float64Array;
		beta: Float64Array;
		c: Float64Array;
		logLikelihood: Float64Array;
		aic: Float64Array;
		best: Uint8Array;
	}>;
}

export type ContractsResult = MethodResult<'contracts', ContractsParams, ContractsScalars, ContractsTables>;
