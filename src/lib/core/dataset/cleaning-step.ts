import type { DateOrder, NumberStyle } from './value-styles.ts';

/**
 * Steps by which the rows of a file are cleaned, in order, before anything is read from them. A step is plain data; what
 * it does to a row stands in `import/cleaning`. The source is never changed.
 */

/**
 * A column, whatever it is called: its position in the source, from 0, or the column that a step made, as
 * `<id of the step>.<n>`, n from 0.
 */
export type ColumnRef = number | string;

interface Step {
	/** Unique within the recipe, and kept for as long as the step lives: columns are named by it. */
	readonly id: string;
}

/** Tidies texts in place. */
export interface TrimStep extends Step {
	readonly kind: 'trim';
	readonly columns: readonly ColumnRef[];
	/** Blanks at the ends go, runs of them within become one; full-width and unbreakable ones are blanks too. */
	readonly blanks: boolean;
	/** Characters that nobody sees go: zero width, soft hyphens, direction marks, control characters. */
	readonly invisible: boolean;
	/** Full-width letters, digits and signs become plain ones. */
	readonly halfWidth: boolean;
	readonly letters: 'keep' | 'lower' | 'upper';
}

/** Replaces values in place, compared as a whole and without outer blanks. */
export interface MapValuesStep extends Step {
	readonly kind: 'map-values';
	readonly column: ColumnRef;
	/** The first that fits counts; an empty `from` stands for an empty cell. */
	readonly pairs: readonly { readonly from: string; readonly to: string }[];
	/** What every other value becomes; absent: they stay. */
	readonly rest?: string;
}

/** Of rows with the same key one stays; the others count as merged. Rows without any part of a key all stay. */
export interface DropDuplicatesStep extends Step {
	readonly kind: 'drop-duplicates';
	readonly columns: readonly ColumnRef[];
	readonly keep: 'first' | 'last';
}

/** Fills empty cells in place: with a value, or with the last one above. */
export interface FillStep extends Step {
	readonly kind: 'fill';
	readonly column: ColumnRef;
	/** Further columns that are filled alike, each with its own. */
	readonly more?: readonly ColumnRef[];
	/**
	 * Rows are filled only below the first of a group, and from their own group: rows one after the other with the same value here,
	 * or with none below it.
	 */
	readonly within?: ColumnRef;
	readonly from: 'above' | 'value';
	/** Of use with `value` alone. */
	readonly value: string;
}

/** Cuts a column into new ones; the last of them takes the rest, and those for which nothing is left stay empty. */
export interface SplitStep extends Step {
	readonly kind: 'split';
	readonly column: ColumnRef;
	readonly by: 'text' | 'position';
	/** What parts the pieces, with `text`. */
	readonly text: string;
	/** Characters of the first piece, with `position`; negative: of the last one. */
	readonly position: number;
	readonly names: readonly string[];
}

/** Puts columns together as a new one; empty cells are passed over. */
export interface JoinStep extends Step {
	readonly kind: 'join';
	readonly columns: readonly ColumnRef[];
	readonly separator: string;
	readonly name: string;
}

/** A new column by a formula (docs/recipes.md). Its numbers are written with a point, its dates as YYYY-MM-DD. */
export interface DeriveStep extends Step {
	readonly kind: 'derive';
	readonly name: string;
	readonly formula: string;
	/** Which column each [name] of the formula is; what is not named here is looked up by its header. */
	readonly uses: readonly { readonly name: string; readonly column: ColumnRef }[];
	readonly numberStyle: NumberStyle;
	readonly dateOrder: DateOrder;
}

/** Ways of comparing a cell with a value. A cell that cannot be read as a number (a date) is none of its kind. */
export const filterTests = [
	'equals',
	'differs',
	'contains',
	'lacks',
	'starts',
	'empty',
	'filled',
	'number-equals',
	'less',
	'at-most',
	'more',
	'at-least',
	'before',
	'until',
	'after',
	'from'
] as const;
export type FilterTest = (typeof filterTests)[number];

/** One condition. Numbers in `value` are written with a point, dates as YYYY-MM-DD. */
export interface FilterCondition {
	readonly column: ColumnRef;
	readonly test: FilterTest;
	readonly value: string;
}

/** Rows stay or are set aside by conditions. */
export interface FilterStep extends Step {
	readonly kind: 'filter';
	readonly match: 'all' | 'any';
	readonly conditions: readonly FilterCondition[];
	/** What becomes of the rows that fit; the others have the other fate. */
	readonly fate: 'keep' | 'set-aside';
	readonly numberStyle: NumberStyle;
	readonly dateOrder: DateOrder;
}

/** What one unit of a currency is worth in the target, from a day on (YYYY-MM-DD; absent: always). */
export interface CurrencyRate {
	readonly currency: string;
	readonly from?: string;
	/** A decimal fraction, e.g. `0.1392`. */
	readonly rate: string;
}

/**
 * Amounts of several currencies as a new column of one. Half of the smallest unit is rounded away from zero. A row whose
 * currency has no rate is rejected; nothing is guessed.
 */
export interface ConvertCurrencyStep extends Step {
	readonly kind: 'convert-currency';
	readonly amount: ColumnRef;
	/** The column that names the currency of each row. */
	readonly currency: ColumnRef;
	/** The day whose rate counts; null: rates have no days. */
	readonly date: ColumnRef | null;
	readonly target: string;
	/** Decimals of the target's smallest unit. */
	readonly decimals: number;
	readonly rates: readonly CurrencyRate[];
	readonly name: string;
	readonly numberStyle: NumberStyle;
	readonly dateOrder: DateOrder;
}

/**
 * Columns become rows: a row for each of them that has more than a dash there, with the other cells of the row as they are. Two
 * new columns say which column a row comes from, and what stood there. A header that names a month is written as YYYY-MM.
 */
export interface UnpivotStep extends Step {
	readonly kind: 'unpivot';
	readonly columns: readonly ColumnRef[];
	/** What the new columns are called. */
	readonly label: string;
	readonly value: string;
	/** The year of months whose headers name none; absent where they do. */
	readonly year?: number;
}

export type CleaningStep =
	| TrimStep
	| MapValuesStep
	| DropDuplicatesStep
	| FillStep
	| SplitStep
	| JoinStep
	| DeriveStep
	| FilterStep
	| ConvertCurrencyStep
	| UnpivotStep;

export const stepKinds = [
	'trim',
	'map-values',
	'fill',
	'split',
	'join',
	'derive',
	'filter',
	'drop-duplicates',
	'convert-currency',
	'unpivot'
] as const satisfies readonly CleaningStep['kind'][];
export type StepKind = (typeof stepKinds)[number];
