import type { ColumnNature, SharedColumnId, SharingPolicy } from '#lib/core/dataset/sharing.ts';

/** A column whose values come from the data: what it holds, some values, and what a policy would make of them. */
export interface SharedColumn {
	readonly id: SharedColumnId;
	readonly nature: ColumnNature;
	/** Different values. */
	readonly values: number;
	/** The first few. */
	readonly examples: readonly string[];
	/** Under the policy chosen, or its default; empty when the column is dropped. */
	readonly seen: readonly string[];
	/** All values of a category, as long as they are a choice to pick from; else none. */
	readonly choices: readonly string[];
	/** What can become of it in a file with rows; absent for other files, where anything can. */
	readonly policies?: readonly SharingPolicy[];
	/** What it holds where it holds no texts: a column of a linked table in a file with rows. */
	readonly measure?: 'number' | 'date' | 'money';
}
