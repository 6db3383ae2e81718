import type { EntityRole, ValueType } from './entities.ts';
import type { ColumnRole } from './recipe.ts';

/** A text that occurs in a column, and in how many rows. */
export interface ValueCount {
	readonly value: string;
	readonly rows: number;
}

/** What the texts of a column look like. */
export interface TextValues {
	readonly kind: 'text';
	readonly distinct: number;
	/** The most frequent, at most ten; of equals the first in byte order. */
	readonly top: readonly ValueCount[];
	/** Rows whose text is none of them. */
	readonly otherRows: number;
}

/** What the numbers or days of a column look like: days since 1970-01-01, money in smallest units, numbers as they are. */
export interface NumberValues {
	readonly kind: 'day' | 'money' | 'number';
	readonly distinct: number;
	readonly low: number;
	readonly high: number;
	readonly median: number;
	/** Three interquartile ranges from the quartiles; null where more than half of the rows are equal. */
	readonly fences: { readonly low: number; readonly high: number } | null;
	/** Rows beyond the fences. */
	readonly below: number;
	readonly above: number;
	/** Rows between the fences by value: bin i holds what is at least `starts[i]` and less than `starts[i + 1]`. */
	readonly bins: { readonly starts: Float64Array; readonly rows: Float64Array };
	/** For days, what a bin is. */
	readonly unit: 'day' | 'month' | 'quarter' | 'year' | null;
}

/** What the cells of a stored column look like, over all rows that were not rejected. */
export interface ValueProfile {
	readonly rows: number;
	readonly missing: number;
	/** Null where every row is empty, and of prose, of which hardly a text occurs twice. */
	readonly values: TextValues | NumberValues | null;
}

/** One stored column of orders. */
export interface ColumnProfile extends ValueProfile {
	readonly role: ColumnRole;
	/** Of an attribute; the recipe names the others. */
	readonly header: string | null;
}

/** One stored column of a table of another entity. */
export interface EntityColumnProfile extends ValueProfile {
	readonly role: EntityRole;
	readonly header: string;
	readonly type: ValueType;
	/** Decimals of its money; 0 of other values. */
	readonly scale: number;
}
