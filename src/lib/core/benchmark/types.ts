import type { RefundRule } from '../ledger/types.ts';
import type { Frame } from '../methods/types.ts';

/** What clients are held against each other by, in reading order; the last three are one for each N, segment or stage. */
export const benchmarkMeasures = [
	'repeatRate',
	'firstTimeShare',
	'purchaseInterval',
	'averageOrder',
	'averageOrderIndex',
	'revenueIndex',
	'topTenthRevenueShare',
	'topFifthRevenueShare',
	'eightyPercentCustomerShare',
	'gini',
	'atRiskShare',
	'churnedShare',
	'churnRate',
	'nrr',
	'grr',
	'retention',
	'segmentShare',
	'stageShare'
] as const;
export type BenchmarkMeasureId = (typeof benchmarkMeasures)[number];

/** `index`: 100 is the period before. Money is in whole units of the currency. */
export type BenchmarkKind = 'share' | 'days' | 'money' | 'index' | 'number';

/** One measure of one client, read from what may be told of it. */
export interface ClientMeasure {
	readonly id: BenchmarkMeasureId;
	/** N, or the code of a segment or stage; null for the others. */
	readonly of: number | null;
	readonly as: BenchmarkKind;
	/** NaN where it is hidden, or where there is none. */
	readonly value: number;
	/** Hidden for the sake of a small group. */
	readonly hidden: boolean;
	/** The version of its method, the values of the parameters that it rests on, and the days it is of. */
	readonly version: number;
	readonly rules: readonly unknown[];
	readonly frame: Frame;
}

/** All that is known here of a client: aggregates without small groups, and what they were made by. No customer. */
export interface BenchmarkClient {
	/** Names the state: equal for the same file. */
	readonly key: string;
	readonly name: string;
	readonly from: 'file' | 'kept' | 'now';
	readonly createdAt: number;
	/** What tells that two are of the same data or the same client. */
	readonly workspace: string;
	readonly fingerprints: readonly string[];
	readonly frame: Frame;
	/** The first order date. */
	readonly firstDay: number;
	readonly refunds: RefundRule;
	readonly currency: string | null;
	/** Groups of fewer are hidden. */
	readonly hideBelow: number;
	readonly measures: readonly ClientMeasure[];
}

/** Why a value stands beside the others and is not held against them. */
export const benchmarkObstacles = ['duplicate', 'refunds', 'currency', 'version', 'window', 'rules'] as const;
export type BenchmarkObstacle = (typeof benchmarkObstacles)[number];

/** What to keep in mind where values are held against each other all the same. */
export const benchmarkCautions = ['asOf', 'history', 'limit'] as const;
export type BenchmarkCaution = (typeof benchmarkCautions)[number];

export interface BenchmarkCell {
	readonly value: number;
	readonly hidden: boolean;
	readonly obstacle: BenchmarkObstacle | null;
}

/** Where a client stands among those that can be held against it. */
export interface BenchmarkPlaces {
	/** Clients with a value that can be compared, this one included. */
	readonly n: number;
	/** 1 is the greatest value; equal values share a rank. Null where this client has no value. */
	readonly rank: number | null;
	/** Quartiles of type 7; NaN for fewer than four clients. */
	readonly low: number;
	readonly median: number;
	readonly high: number;
}

export interface BenchmarkRow {
	readonly id: BenchmarkMeasureId;
	readonly of: number | null;
	readonly as: BenchmarkKind;
	/** The values of the parameters that it rests on, as this client has them. */
	readonly rules: readonly unknown[];
	/** One per client, in their order. */
	readonly cells: readonly BenchmarkCell[];
	readonly places: BenchmarkPlaces;
}

export interface BenchmarkedClient extends BenchmarkClient {
	/** Its letter's place in the alphabet: by the key, which says nothing of the name. */
	readonly letter: number;
	/** The key of the client that stands for the same data, where this one does not count; null where it does. */
	readonly duplicateOf: string | null;
	readonly cautions: readonly BenchmarkCaution[];
}

export interface Benchmark {
	/** This client first, the others by their keys. */
	readonly clients: readonly BenchmarkedClient[];
	readonly rows: readonly BenchmarkRow[];
}
