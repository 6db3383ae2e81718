import type { TableComparison } from './append/types.ts';
import type { StepTotal } from './control-totals.ts';
import type { EntityRole, TableEntity, ValueType } from './entities.ts';
import type { DatasetManifest } from './manifest.ts';
import type { TableRecipe } from './recipe.ts';
import type { IssueCode } from './row-issue.ts';

/** Where the money of one column went, in smallest units of it. Source = kept + merged + filtered + replaced + rejected. */
export interface ColumnMoney {
	readonly header: string;
	readonly scale: number;
	readonly source: number;
	readonly kept: number;
	readonly merged: number;
	/** Of rows that cleaning steps set aside; absent without any. */
	readonly filtered?: number;
	/** Of rows whose place newer ones of another file took; absent without any. */
	readonly replaced?: number;
	readonly rejected: number;
}

/**
 * Where every row of a table went. Always: source = kept + merged + filtered + replaced + rejected, in rows and in each
 * column's money.
 */
export interface TableTotals {
	readonly source: number;
	readonly kept: number;
	/** Equal in every cell to an earlier one, dropped by a cleaning step, or in another file already. */
	readonly merged: number;
	/** Set aside by cleaning steps; absent without any. */
	readonly filtered?: number;
	/** Rows whose place newer ones of another file took; absent without any. */
	readonly replaced?: number;
	readonly rejected: number;
	readonly rejectedBy: Readonly<Partial<Record<IssueCode, number>>>;
	readonly remarks: Readonly<Partial<Record<IssueCode, number>>>;
	readonly duplicatesSeen: number;
	readonly blankLines: number;
	readonly money: readonly ColumnMoney[];
	/** Rows that each cleaning step took out; absent when none took out anything. */
	readonly steps?: readonly Omit<StepTotal, 'amount'>[];
}

/** A stored column as the lists show it. */
export interface StoredColumn {
	readonly header: string;
	readonly role: EntityRole;
	readonly type: ValueType;
	/** Rows with a value. */
	readonly filled: number;
	/** Distinct values of keys and categories; null for others. */
	readonly distinct: number | null;
}

/** One of the files that a table was made of. */
export interface TableSource {
	readonly file: { readonly name: string; readonly size: number };
	readonly fingerprint: string;
	readonly recipe: TableRecipe;
	readonly importedAt: number;
	/** What its rows were to those of the files before it. */
	readonly comparison: TableComparison;
}

/** What is known of a stored table of another entity than orders without reading its columns. */
export interface TableManifest {
	readonly id: string;
	readonly workspaceId: string;
	readonly entity: TableEntity;
	readonly name: string;
	readonly file: { readonly name: string; readonly size: number };
	readonly fingerprint: string;
	readonly recipe: TableRecipe;
	readonly totals: TableTotals;
	/** All files in the order in which they were added; absent where there is one. */
	readonly sources?: readonly TableSource[];
	readonly rows: number;
	readonly columns: readonly StoredColumn[];
	readonly currency: string | null;
	readonly rejectsBytes: number;
	/** Milliseconds since 1970-01-01 UTC, given by the caller. */
	readonly importedAt: number;
	/** When this version took the place of the one before; absent for the first. Tells versions apart. */
	readonly changedAt?: number;
}

/** Whatever an import stores. */
export type StoredManifest = DatasetManifest | TableManifest;

/**
 * Whether it is a table of another entity than orders.
 *
 * @example
 * isTableManifest({ entity: 'survey' }) // => true
 */
export function isTableManifest(manifest: StoredManifest): manifest is TableManifest {
	return 'entity' in manifest;
}
