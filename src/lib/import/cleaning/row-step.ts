import type { CleaningStep, ColumnRef, StepKind } from '#lib/core/dataset/cleaning-step.ts';
import type { StepProblem } from '#lib/core/dataset/step-report.ts';
import type { ZoneClock } from '../values/zone-clock.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';

/** What a step did to a row. From MERGED on the row is no row of the table any more. */
export const Outcome = { SAME: 0, CHANGED: 1, NO_VALUE: 2, MERGED: 3, ASIDE: 4, REJECTED: 5 } as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** A step made ready for rows. */
export interface RowStep {
	/** Changes the cells of a row in place; the row has all columns, those of later steps are empty. */
	apply(cells: string[]): Outcome;
	/** Whether it remembers rows: then it must see those alone that reach it. */
	readonly remembers?: boolean;
	/** Rows of another sheet follow: none of them goes on with what was above. */
	readonly beginSheet?: () => void;
	/** Position of the column that a rejection or a missing value is about. */
	readonly about?: number;
	/** Why it rejects rows. */
	readonly rejection?: IssueCode;
}

/** The table that a step stands in. */
export interface StepContext {
	/** Position of a column; −1: there is none, or a later step makes it. */
	readonly positionOf: (column: ColumnRef) => number;
	/** Names of the columns that this step may use. */
	readonly headers: readonly string[];
	/** Position of the columns with a header that this step may use; −1 for none. */
	readonly positionByHeader: (header: string) => number;
	/** Where instants become days; null: days are those that are written. */
	readonly zone: ZoneClock | null;
	/** Where the first column that the step makes stands. */
	readonly made: number;
}

/** What there is to know of one kind of step. */
export interface KindOfStep<S extends CleaningStep> {
	/** What is wrong with it, beside columns that do not exist; null: it can be made ready. */
	readonly problem: (step: S, context: StepContext) => StepProblem | null;
	readonly prepare: (step: S, context: StepContext) => RowStep;
}

export type StepOf<K extends StepKind> = Extract<CleaningStep, { readonly kind: K }>;

export const problem = (code: StepProblem['code'], params: StepProblem['params'] = {}): StepProblem => ({
	code,
	params
});

/** Writes a cell; says whether it is another one now. */
export function put(cells: string[], column: number, text: string): Outcome {
	if (cells[column] === text) return Outcome.SAME;
	cells[column] = text;
	return Outcome.CHANGED;
}
