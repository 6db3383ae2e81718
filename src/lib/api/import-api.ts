import type { AnyInspection } from '#lib/core/dataset/inspection.ts';
import type { AnyRecipe, ReadAs } from '#lib/core/dataset/recipe.ts';
import type { StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import type { AnyComparison, ChangedRule } from '#lib/core/dataset/append/types.ts';
import type { RecipeDrift } from '#lib/core/dataset/recipe-drift.ts';
import type { RowsVerification } from '#lib/core/dataset/workspace.ts';
import type { Envelope, OnProgress } from './envelope.ts';
import type { OpenSnapshot } from './library-api.ts';
import type { Verification } from './verification.ts';

export interface ImportJob {
	/** Chosen by the caller, unique per run; names the job to cancel. */
	readonly jobId: string;
	readonly workspaceId: string;
	readonly datasetName: string;
	readonly file: File;
	readonly recipe: AnyRecipe;
	/** A dataset or table of the workspace that this becomes a new version of; the one before goes to the bin. */
	readonly replaces?: string;
	/**
	 * Where that was made of several files: all of them in their order, `file` at its place. They are joined anew. `recipes`:
	 * of others that are read otherwise as well, at their places; null = as before.
	 */
	readonly among?: {
		readonly files: readonly File[];
		readonly place: number;
		readonly recipes?: readonly (AnyRecipe | null)[];
	};
	/** Nothing is stored or logged: the answer says what would be. */
	readonly rehearsal?: boolean;
	/**
	 * The `jobId` of a rehearsal of one file. That itself keeps what it reads; an import of the same file by the same recipe takes
	 * it, and does not read again.
	 */
	readonly ahead?: string;
	/** Whether the file itself is kept beside the dataset, as far as there is room. */
	readonly keepOriginal: boolean;
	/** The caller's clock, ms since 1970 UTC. */
	readonly nowMs: number;
	/** The dataset or table that the file is added to; absent where it becomes one of its own. */
	readonly appendTo?: string;
}

/** A file looked at by the recipe of another, with all that is otherwise in it. */
export interface MatchedInspection {
	readonly inspection: AnyInspection;
	readonly drift: RecipeDrift;
}

/**
 * Asked before a file is added to a dataset, with what is recognised and what is new, and the file's name: the rule for
 * changed orders (of a table any rule stands for yes), or null to leave it (a Comlink proxy on the wire).
 */
export type DecideAppend = (comparison: AnyComparison, fileName: string) => Promise<ChangedRule | null>;

/** Contract of `workers/import.worker.ts`. */
export interface ImportApi {
	/**
	 * Reads the head and tail of a file and says what it is. With a recipe, re-reads it under that recipe's source
	 * format and keeps its choices where columns still exist: the live preview of the review screen. Told what the
	 * file is about, it guesses the columns for that.
	 */
	inspect(file: File, by: AnyRecipe | ReadAs | null): Promise<Envelope<AnyInspection>>;
	/** The fingerprint of a file: tells whether it is one that was imported before. */
	fingerprint(file: File): Promise<Envelope<string>>;
	/**
	 * Reads the head and tail of a file by the recipe of another one, whose columns are found again by name, meaning and
	 * place; says what is otherwise in it. `recipe` may be anything that claims to be one.
	 */
	inspectBy(file: File, recipe: unknown): Promise<Envelope<MatchedInspection>>;
	/**
	 * Imports the whole file and stores it, all or nothing. Added to a dataset, it makes a new version of it, and the
	 * former one goes to the bin. Then looks for links to the workspace's other tables.
	 */
	run(job: ImportJob, onProgress: OnProgress, decide?: DecideAppend): Promise<Envelope<StoredManifest>>;
	/**
	 * Computes a snapshot again from the files that it was made of, in any order, and says which numbers are others. Nothing is stored.
	 * `cancel` stops it by its `jobId`.
	 */
	verify(
		jobId: string,
		snapshot: OpenSnapshot,
		files: readonly File[],
		onProgress: OnProgress
	): Promise<Envelope<Verification>>;
	/**
	 * Computes the snapshot that a workspace was opened from again from the rows that came with it, and keeps with the workspace
	 * what came of it. `cancel` stops it by its `jobId`.
	 */
	verifyRows(jobId: string, workspaceId: string, onProgress: OnProgress): Promise<Envelope<RowsVerification>>;
	/** Stops a job within 200 ms; its `run` then answers `cancelled`. Unknown ids are ignored. */
	cancel(jobId: string): Promise<void>;
	/** Stops a rehearsal, whose `run` then answers `cancelled`, and frees what one has kept. */
	letGo(jobId: string): Promise<Envelope<null>>;
	/** Once the files of what was imported are kept beside it, or could not be. */
	settled(): Promise<Envelope<null>>;
	/** Removes all that a job which was ended by force may have left, stored in part or in whole. */
	discard(jobId: string): Promise<Envelope<null>>;
}
