import type { ControlTotals } from './control-totals.ts';
import type { ImportRecipe } from './recipe.ts';

/**
 * What is known of a stored dataset without reading its columns. `fingerprint` is the SHA-256 over the
 * source file's content as it was given (see docs/methods/provenance.md): it names the input in every result.
 */
export interface DatasetManifest {
	readonly id: string;
	readonly workspaceId: string;
	readonly name: string;
	readonly file: { readonly name: string; readonly size: number };
	readonly fingerprint: string;
	readonly recipe: ImportRecipe;
	readonly totals: ControlTotals;
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
