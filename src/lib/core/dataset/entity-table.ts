import type { Dictionary } from '../columns/dictionary.ts';
import type { TextColumn } from '../columns/text-column.ts';
import type { EntityRole, TableEntity } from './entities.ts';

/** The day that stands for "no date" in a column of days. */
export const NO_DAY = -0x8000_0000;

/** The values of a column, one per row, by how they were read. */
export type ColumnValues =
	/** Dictionary codes; `NO_CODE` = empty. */
	| { readonly type: 'key' | 'category'; readonly dictionary: Dictionary; readonly codes: Uint32Array }
	/** Prose; a text of no length = empty. */
	| { readonly type: 'text'; readonly text: TextColumn }
	/**
	 * Days since 1970-01-01, `NO_DAY` = empty. `instant`: milliseconds since then on the file's wall clock, NaN = empty;
	 * null when the column has no times of day.
	 */
	| { readonly type: 'date'; readonly day: Int32Array; readonly instant: Float64Array | null }
	/** NaN = empty. */
	| { readonly type: 'number'; readonly values: Float64Array }
	/** Signed whole numbers of 10^−scale; NaN = empty. */
	| { readonly type: 'money'; readonly values: Float64Array; readonly scale: number };

/** A column: what its header calls it, what it means, and its values. */
export type EntityColumn = ColumnValues & { readonly header: string; readonly role: EntityRole };

/**
 * The rows of a table that is no order export, as columns in the order of the file. Columns that the recipe leaves out are
 * not there.
 */
export interface EntityTable {
	readonly entity: TableEntity;
	readonly rows: number;
	readonly columns: readonly EntityColumn[];
	/** ISO 4217 code of its money, or null when the data does not say. */
	readonly currency: string | null;
}

/** A column of a type, as TypeScript tells it from the others. */
export type ColumnOf<T extends ColumnValues['type']> = Extract<EntityColumn, { readonly type: T }>;
