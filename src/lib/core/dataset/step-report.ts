/** Why a step cannot be run; small facts complete the sentence. */
export const stepProblemCodes = [
	'column-gone',
	'columns-none',
	'name-missing',
	'separator-missing',
	'position-zero',
	'conditions-none',
	'value-no-number',
	'value-no-date',
	'pairs-none',
	'year-missing',
	'unpivot-first',
	'rates-none',
	'rate-invalid',
	'target-missing',
	'formula-empty',
	'formula-unfinished',
	'formula-unexpected',
	'formula-text-open',
	'formula-unknown-function',
	'formula-unknown-column',
	'formula-arguments',
	'formula-too-long'
] as const;
export type StepProblemCode = (typeof stepProblemCodes)[number];

export interface StepProblem {
	readonly code: StepProblemCode;
	readonly params: Readonly<Record<string, string | number>>;
}

/** A value, and how many of the rows that were looked at have it. */
export interface CountedValue {
	readonly value: string;
	readonly rows: number;
}

/** What a step did to the rows that were looked at. */
export interface StepReport {
	readonly id: string;
	readonly problem: StepProblem | null;
	/** Rows that reached the step; of these: changed, without a value, merged, set aside, rejected. */
	readonly rows: number;
	readonly changed: number;
	readonly noValue: number;
	readonly merged: number;
	readonly aside: number;
	readonly rejected: number;
	/** Headers of the columns that the step reads and writes, and some rows before and after; null: the row left. */
	readonly headers: readonly string[];
	readonly examples: readonly {
		readonly before: readonly string[];
		readonly after: readonly string[] | null;
	}[];
	/** The most frequent values of the step's first column as they came to it, for steps that list values. */
	readonly values: readonly CountedValue[];
	/** Values that its list does not know, and currencies without a rate, the most frequent first; absent: none. */
	readonly unknown?: readonly CountedValue[];
}
