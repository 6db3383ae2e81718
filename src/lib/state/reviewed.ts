import type { AnyRecipe, ImportJob, StoredManifest } from '#lib/api/index.ts';

/** What a file that is read once more makes a new version of. */
export interface ReadAgain {
	readonly dataset: StoredManifest;
	/** Where it is one of several files that the dataset was made of: all of them, and its place among them. */
	readonly among?: ImportJob['among'];
}

/** What was decided about the file in review. */
export interface Reviewed {
	readonly recipe: AnyRecipe;
	/** The dataset or table that it is added to; null: it becomes one of its own. */
	readonly addsTo: StoredManifest | null;
}
