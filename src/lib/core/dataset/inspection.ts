import type { EntityKind, EntityRole, ValueType } from './entities.ts';
import type {
	ColumnKind,
	ColumnRole,
	DateOrder,
	Encoding,
	ImportRecipe,
	NumberStyle,
	TableRecipe
} from './recipe.ts';
import type { StepReport } from './step-report.ts';
import type { RowIssue } from './row-issue.ts';

/** One candidate of a guess, best first in its list. `score` is 0..1 and only compares within the list. */
export interface Candidate<T> {
	readonly value: T;
	readonly score: number;
}

/** A file of an archive, with its size unpacked. */
export interface MemberChoice {
	readonly name: string;
	readonly bytes: number;
}

/** A sheet of a workbook, or one table of several; `rows` is null where counting would take too long. */
export interface SheetChoice {
	readonly name: string;
	readonly rows: number | null;
	/** It has the columns of the sheet that is read, at the same place. */
	readonly alike?: true;
}

/** How a cell of the preview was read. */
export interface PreviewCell {
	readonly raw: string;
	/** What it means under the recipe: a day number, money in whole currency units, a number or a text. */
	readonly value: number | string | null;
	readonly issue?: RowIssue['code'];
}

/** A cell in several readings, in their order; null where it cannot be read so. */
export interface Readings {
	readonly raw: string;
	readonly values: readonly (number | null)[];
}

/** What was understood of one column, and why. */
export interface ColumnGuess<Role extends string = ColumnRole> {
	readonly index: number;
	readonly header: string;
	readonly role: Role;
	/** 0..1; below 0.6 the review screen asks. */
	readonly confidence: number;
	/**
	 * Why: `name` (the header says so), `values` (they look so), `both`, `rest` (nothing else fits); of columns that are left
	 * out: `personal` (a detail of a person), `empty`, `one-value` (in all rows), `no-groups` (nothing to cut by).
	 */
	readonly reason:
		'name' | 'values' | 'both' | 'rest' | 'personal' | 'empty' | 'one-value' | 'no-groups' | 'chosen';
	readonly kind: ColumnKind;
	readonly distinct: number;
	readonly empty: number;
	readonly examples: readonly string[];
	/** Both readings of a column of dates or numbers that the values alone do not decide. */
	readonly dateOrders?: readonly DateOrder[];
	readonly numberStyles?: readonly NumberStyle[];
	/** A value that tells these apart, as each of them reads it: days since 1970-01-01, and numbers. */
	readonly dateReadings?: Readings;
	readonly numberReadings?: Readings;
	/** Of dates: some say how far their time is from UTC. */
	readonly zoned?: true;
}

/** A column of a table of another entity; `types` are those that its values can be read as. */
export interface TableColumnGuess extends ColumnGuess<EntityRole> {
	readonly types: readonly ValueType[];
}

/** What a file may be, best first in its list, and why: codes with small facts. */
export interface EntityGuess {
	readonly entity: EntityKind;
	/** 0 and up; only compares within the list. */
	readonly score: number;
	readonly reasons: readonly {
		readonly code: EntityReason;
		readonly params: Readonly<Record<string, string | number>>;
	}[];
}

/** Why a file is taken for what it is: headers that name roles, what the rows look like, the file's name. */
export const entityReasons = [
	'roles',
	'one-row-each',
	'several-rows-each',
	'file-name',
	'baskets',
	'chosen'
] as const;
export type EntityReason = (typeof entityReasons)[number];

/**
 * What sniffing a file gave: the guessed recipe, the evidence for it, and the first rows as read by it.
 * Made from the head (and tail) of the file only; running the recipe reads it all.
 */
export interface Inspection {
	readonly file: { readonly name: string; readonly size: number; readonly compressed: boolean };
	/** What an archive holds that may be a table; empty for a file that is none. */
	readonly members: readonly MemberChoice[];
	/** The sheets or tables of a workbook, page or document; empty for text. */
	readonly sheets: readonly SheetChoice[];
	readonly encodings: readonly Candidate<Encoding>[];
	readonly delimiters: readonly Candidate<string>[];
	/** Rows in the file, estimated from the sample's mean row; exact when the sample is the whole file. */
	readonly rows: { readonly count: number; readonly exact: boolean };
	/** Why the text was cut into rows and cells as it was: codes with small numbers. */
	readonly reasons: readonly {
		readonly code: string;
		readonly params: Readonly<Record<string, string | number>>;
	}[];
	readonly columns: readonly ColumnGuess[];
	readonly recipe: ImportRecipe;
	/** First rows after the cleaning steps, raw and as read. */
	readonly preview: readonly (readonly PreviewCell[])[];
	/** What each cleaning step did to the rows that were looked at; absent when there is none. */
	readonly steps?: readonly StepReport[];
	/** Values of the status column with their counts in the sample. */
	readonly statuses: readonly { readonly value: string; readonly rows: number }[];
	/** What stops an import (error codes) and what to look at (issue codes), most serious first. */
	readonly blockers: readonly {
		readonly code: string;
		readonly params: Readonly<Record<string, string | number>>;
	}[];
	readonly questions: readonly {
		readonly code: string;
		readonly params: Readonly<Record<string, string | number>>;
	}[];
	/** What the file may be; absent where it was said to be orders. */
	readonly entities?: readonly EntityGuess[];
}

/** The same of a table of another entity. */
export interface TableInspection extends Omit<Inspection, 'columns' | 'recipe'> {
	readonly columns: readonly TableColumnGuess[];
	readonly recipe: TableRecipe;
}

/** What sniffing a file gave, whatever it is. */
export type AnyInspection = Inspection | TableInspection;

/**
 * Whether a file was taken for a table of another entity than orders.
 *
 * @example
 * isTableInspection({ recipe: { entity: 'ticket' } }) // => true
 */
export function isTableInspection(inspection: AnyInspection): inspection is TableInspection {
	return 'entity' in inspection.recipe;
}
