import type { ChangedRule } from './append/types.ts';
import type { ControlTotals } from './control-totals.ts';
import type { ImportRecipe } from './recipe.ts';

/** One of the files that a dataset was made of. */
export interface DatasetSource {
	readonly file: { readonly name: string; readonly size: number };
	readonly fingerprint: string;
	readonly recipe: ImportRecipe;
	/** Of this file alone, money in units of `scale` decimals. */
	readonly totals: ControlTotals;
	readonly scale: number;
	readonly importedAt: number;
	/** Rows that the files before it had already, and rows that were new. */
	readonly recognised: number;
	readonly added: number;
	/** What was done with changed orders; absent where another order of the files would give the same rows. */
	readonly rule?: ChangedRule;
	/** Beside `rule`: whether orders were changed, so that somebody chose it. Manifests of before this was noted lack it. */
	readonly chosen?: boolean;
}

/**
 * What is known of a stored dataset without reading its columns. `fingerprint` is the SHA-256 over the
 * source file's content as it was given (see docs/methods/provenance.md): it names the input in every result. Of a
 * dataset of several files, `file` and `recipe` are those of the one added last.
 */
export interface DatasetManifest {
	readonly id: string;
	readonly workspaceId: string;
	readonly name: string;
	readonly file: { readonly name: string; readonly size: number };
	readonly fingerprint: string;
	readonly recipe: ImportRecipe;
	readonly totals: ControlTotals;
	/** All files in the order in which they were added; absent where there is one. */
	readonly sources?: readonly DatasetSource[];
	readonly customers: number;
	readonly orders: number | null;
	readonly firstDay: number;
	readonly lastDay: number;
	readonly scale: number;
	readonly currency: string | null;
	readonly hasTimeOfDay: boolean;
	/** Headers of the attribute columns. */
	readonly attributes: readonly string[];
	readonly rejectsBytes: number;
	/** Milliseconds since 1970-01-01 UTC, given by the caller. */
	readonly importedAt: number;
	/** When this version took the place of the one before; absent for the first. Tells versions apart. */
	readonly changedAt?: number;
}
