import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';

/** What kind of thing is found: a change, who carries a change, something far from its own history. */
export const findingGroups = ['changed', 'carries', 'unusual'] as const;

/** What a finding speaks of, in the order of the codes. */
export const findingSubjects = [
	'revenue',
	'customers',
	'orders-per-customer',
	'basket',
	'new-customers',
	'lost',
	'repeat',
	'retention',
	'top-tenth',
	'came',
	'more',
	'less',
	'away',
	'segment',
	'movers'
] as const;
export type FindingSubject = (typeof findingSubjects)[number];

/** What the numbers `now` and `was` of a subject are; money in smallest units. */
export const subjectUnits: Readonly<Record<FindingSubject, 'money' | 'count' | 'number' | 'share'>> = {
	revenue: 'money',
	customers: 'count',
	'orders-per-customer': 'number',
	basket: 'money',
	'new-customers': 'count',
	lost: 'share',
	repeat: 'share',
	retention: 'share',
	'top-tenth': 'share',
	came: 'money',
	more: 'money',
	less: 'money',
	away: 'money',
	segment: 'money',
	movers: 'money'
};

/** What `was` is: the period before, the same one a year ago, the older cohorts together, the median of the others. */
export const findingAgainst = ['before', 'last-year', 'others', 'usual'] as const;

/** Where a finding's number stands: a method, asked with its defaults and the unit of the findings. */
export const findingSources = ['overview', 'lifecycle', 'retention', 'churn', 'findings'] as const;

export interface FindingsParams {
	readonly unit: 'week' | 'month' | 'quarter';
	/** How many usual deviations from its own history make a number unusual. */
	readonly outlier: number;
	/** Rows of the list. */
	readonly listed: number;
	/** Seeds the bootstrap. */
	readonly seed: number;
}

export interface FindingsScalars extends Readonly<Record<string, number>> {
	/** Of all that was looked at; the list shows the strongest. */
	readonly found: number;
	/** Complete periods in the window. */
	readonly periods: number;
	/** First days of the last complete period, of the one before, and of the same one a year ago (NaN: not known). */
	readonly period: number;
	readonly before: number;
	readonly lastYear: number;
	readonly revenue: number;
	readonly revenueBefore: number;
	/** The usual revenue of a customer in a period: the median over the complete ones. */
	readonly customerWorth: number;
}

export interface FindingsTables extends Readonly<Record<string, Table>> {
	/** One row per finding, the strongest first. */
	readonly findings: Table<{
		group: Uint8Array;
		subject: Uint8Array;
		against: Uint8Array;
		/** First day of the period (for `retention`, of the cohort) that it speaks of. */
		period: Int32Array;
		/** First day of the period it is compared with; NaN when that is more than one. */
		base: Float64Array;
		/** Which one, where there are several: the segment (`segmentIds`; 11: no order before), N of the cohort; else −1. */
		item: Int32Array;
		/** The number and what it is compared with, in the unit of `subjectUnits`. */
		now: Float64Array;
		was: Float64Array;
		/** 95 % interval of the difference, and the chance of one so large without a cause; NaN where none is due. */
		low: Float64Array;
		high: Float64Array;
		p: Float64Array;
		/** Customers behind `now` and behind `was`; 0 where these are not counts of customers. */
		n: Uint32Array;
		of: Uint32Array;
		money: Float64Array;
		/** How many times what is usual (for a segment or single customers: what would be even), 1 … 10. */
		surprise: Float64Array;
		strength: Float64Array;
		/** How many other periods, movements or cohorts say what is usual; 0: too few, `surprise` is then 1. */
		history: Uint32Array;
		/** 1 when fewer than 30 customers stand on either side. */
		few: Uint8Array;
		/** Where the number stands: an index into `findingSources`, a table of it and a row. */
		source: Uint8Array;
		table: readonly string[];
		row: Uint32Array;
	}>;
	/** The change of revenue from the period before, by the RFM segment that customers were in before both periods. */
	readonly segments: Table<{
		segment: Uint8Array;
		customers: Uint32Array;
		before: Float64Array;
		now: Float64Array;
		change: Float64Array;
		share: Float64Array;
	}>;
	/** The customers who moved most in the direction of the whole; `customer` is an index into `ledger.customers`. */
	readonly movers: Table<{
		customer: Uint32Array;
		before: Float64Array;
		now: Float64Array;
		change: Float64Array;
		share: Float64Array;
	}>;
}

export type FindingsResult = MethodResult<'findings', FindingsParams, FindingsScalars, FindingsTables>;
