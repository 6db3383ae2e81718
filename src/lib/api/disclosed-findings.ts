import type { Frame } from '#lib/core/methods/types.ts';

/** A text (`·` is hidden); a number and what it is (money in smallest units, a day since 1970-01-01); or nothing. Up to schema 10 a hidden cell of a grid is nothing too. */
export type DisclosedCell =
	string | { readonly value: number; readonly as: 'count' | 'number' | 'money' | 'share' | 'day' } | null;

export interface DisclosedTable {
	readonly title: string;
	readonly heads: readonly string[];
	readonly rows: readonly (readonly DisclosedCell[])[];
	readonly note: string;
	/** The piece of the report that it stands for, and the sentence under its title; absent up to schema 10. */
	readonly piece?: string;
	readonly finding?: string;
	/** Its last row sums up. */
	readonly total?: boolean;
	/** The column of the first cell that remarks count, where it is not the one beside the heads. */
	readonly cellsFrom?: number;
}

/** What one method found, as far as it may be told, and what it was asked. */
export interface DisclosedSection {
	readonly method: string;
	readonly version: number;
	readonly params: unknown;
	readonly frame: Frame;
	/** Of the analysis as it was computed, before anything was hidden. */
	readonly provenance: string;
	readonly title: string;
	readonly findings: readonly string[];
	readonly warnings: readonly string[];
	readonly remarks: readonly string[];
	readonly tables: readonly DisclosedTable[];
	/** What it was asked in words, and of how many customers; absent up to schema 10. */
	readonly parameters?: readonly { readonly label: string; readonly value: string }[];
	readonly n?: number;
}

/** Findings without small groups: the tables and sentences of a report, in its language, in place of results. */
export interface DisclosedFindings {
	readonly locale: 'zh-CN' | 'en';
	readonly hideBelow: number;
	readonly sections: readonly DisclosedSection[];
}
