import type { ChangeSplit, Moves, StandingGroup } from '#lib/core/comparison/types.ts';
import type { RfmRule } from '#lib/core/methods/rfm/types.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import type { AnalysisRequest } from './analysis-request.ts';

/** One of two states to compare: a snapshot in this browser, or the open dataset as it is looked at. */
export type ComparedWith = { readonly kind: 'snapshot'; readonly id: string } | { readonly kind: 'now' };

/** Two states. */
export interface StatesAsked {
	readonly first: ComparedWith;
	readonly second: ComparedWith;
	/** What is asked of the open dataset, a question per method; only methods that the other state has are answered. */
	readonly now: readonly AnalysisRequest[];
}

/** Who of the open dataset went from one place of a comparison's moves to another: who is behind it? */
export interface MoveSelection {
	readonly states: StatesAsked;
	readonly of: StandingGroup;
	/** A cell of the matrix by its row in it, or all of a place in the first state or the second. */
	readonly part: MovePart;
	readonly row: number;
}
export const moveParts = ['cell', 'first', 'second'] as const;
export type MovePart = (typeof moveParts)[number];

export interface ComparisonRequest extends StatesAsked {
	readonly locale: 'zh-CN' | 'en';
	/** Groups of fewer are hidden in both states; null hides what a file hides and no more. */
	readonly hideBelow: number | null;
	readonly appVersion: string;
	readonly nowMs: number;
	/** The date of today as it is written, for a file. */
	readonly day: string;
}

/** What is known of a state. */
export interface ComparedState {
	readonly kind: ComparedWith['kind'];
	/** The snapshot's title; empty for now. */
	readonly name: string;
	readonly createdAt: number;
	readonly dataset: string;
	readonly asOf: number;
	readonly from: number | null;
	readonly currency: string | null;
	readonly scale: number;
	readonly refunds: RefundRule;
	/** Small groups are hidden in it; null where none are. */
	readonly hideBelow: number | null;
	/** Whether it says where each customer stands. */
	readonly standings: boolean;
}

/** What of definitions and rules is another in the two states. */
export const definitionKinds = [
	'version',
	'parameter',
	'refunds',
	'window',
	'weekStart',
	'yearStart',
	'currency',
	'recipe',
	'hidden',
	'language'
] as const;
export interface DefinitionChange {
	readonly kind: (typeof definitionKinds)[number];
	/** The method's name in the reader's language; empty where it is about all. */
	readonly method: string;
	/** The parameter's name; empty for other kinds. */
	readonly name: string;
	readonly first: string;
	readonly second: string;
}

/** Why two numbers stand side by side without a difference. */
export const obstacles = ['currency', 'version', 'window', 'parameter'] as const;
export type Obstacle = (typeof obstacles)[number];

/** What a figure is, so that it can be written; `days` is a number of days. */
export type FigureKind = 'count' | 'money' | 'share' | 'number' | 'days';

export const figureIds = [
	'customers',
	'prospects',
	'orders',
	'revenue',
	'averageOrder',
	'ordersPerCustomer',
	'revenuePerCustomer',
	'repeatRate',
	'purchaseInterval',
	'topTenthRevenueShare',
	'eightyPercentCustomerShare',
	'gini',
	'groupCustomers',
	'groupRevenue',
	'retention',
	'churned',
	'atRisk',
	'stakeAtRisk',
	'churnRate',
	'winBackRate',
	'nrr',
	'grr',
	'historicValue',
	'predictedValue',
	'meanPredictedValue',
	'expectedAlive'
] as const;
export type FigureId = (typeof figureIds)[number];

/** A figure of both states. NaN: no value. Money is in the smallest units of the finer state. */
export interface ComparedFigure {
	readonly id: FigureId;
	readonly method: string;
	/** Of figures of a group: which. */
	readonly group: { readonly of: StandingGroup; readonly code: number } | null;
	/** Of retention: N. */
	readonly n: number | null;
	readonly as: FigureKind;
	readonly first: number;
	readonly second: number;
	/** Second − first; NaN where there is an obstacle or a value is missing. */
	readonly difference: number;
	/** The difference ÷ the size of the first; NaN where that is zero, and for shares. */
	readonly relative: number;
	/** Of rates of customers: Newcombe's 95 % interval of the difference, and the two-sided p of the pooled z-test. */
	readonly interval: { readonly low: number; readonly high: number } | null;
	readonly p: number;
	readonly obstacle: Obstacle | null;
	/** Whether its method was asked by other parameters or rules. */
	readonly redefined: boolean;
	/** The second state by the definitions of the first; NaN where that cannot be computed. */
	readonly held: number;
	readonly split: ChangeSplit | null;
	/** The size of the change: of a count or a sum as a share of all, of a share in points, else relative. What ranks. */
	readonly weight: number;
}

/** The factors of the change of revenue; they add up to it. */
export interface RevenueFactors {
	readonly customers: number;
	readonly frequency: number;
	readonly basket: number;
}

/** A cell of a table of both states that is another number, or that only one of them has (null there). */
export interface ChangedCell {
	readonly row: string;
	readonly column: string;
	readonly as: 'count' | 'number' | 'money' | 'share' | 'day';
	readonly first: number | null;
	readonly second: number | null;
}

/** A table of both states, by its heads. */
export interface ComparedTable {
	readonly title: string;
	/** Cells of numbers in both. */
	readonly compared: number;
	/** Cells that are hidden in one of the files at least: never shown, and no difference of them. */
	readonly hidden: number;
	/** Those that differ, the largest change of their column first. */
	readonly changed: readonly ChangedCell[];
}

export interface ComparedSection {
	readonly method: string;
	readonly title: string;
	readonly obstacle: Obstacle | null;
	readonly tables: readonly ComparedTable[];
}

/** Why nobody can be followed from one state to the other. */
export const unmatchedReasons = ['hidden', 'no-customers', 'other-codes'] as const;

export interface GroupMoves extends Moves {
	readonly of: StandingGroup;
	/** Own segments, where there are; null for the eleven. */
	readonly rules: readonly RfmRule[] | null;
}

export interface StateComparison {
	readonly first: ComparedState;
	readonly second: ComparedState;
	readonly definitions: readonly DefinitionChange[];
	/** Whether the second state was also computed by the definitions of the first. */
	readonly held: boolean;
	/** The largest change first. Empty where small groups are hidden: then the tables say what may be said. */
	readonly figures: readonly ComparedFigure[];
	readonly factors: RevenueFactors | null;
	readonly rules: readonly RfmRule[] | null;
	readonly sections: readonly ComparedSection[];
	readonly moves: readonly GroupMoves[];
	readonly unmatched: (typeof unmatchedReasons)[number] | null;
}
