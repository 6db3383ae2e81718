import { isTableManifest } from '#lib/api/index.ts';
import type { DatasetManifest, Envelope, ErrorRecord, ImportRecipe, Progress } from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';

/** Where a change of a dataset's import stands. */
export type RehearsalStep =
	| { readonly at: 'needs-file' }
	| { readonly at: 'running'; readonly storing: boolean; readonly progress: Progress | null }
	| { readonly at: 'ready'; readonly after: DatasetManifest }
	| { readonly at: 'done' }
	| { readonly at: 'failed'; readonly error: ErrorRecord };

/**
 * Runs a dataset's file by another recipe: first to see what that would give, then, if wanted, to make it the new
 * version. Made for one change; needs the kept file, or the same one again.
 */
export class Rehearsal {
	#step = $state.raw<RehearsalStep>({ at: 'running', storing: false, progress: null });
	#file: File | null = null;
	#jobId: string | null = null;
	readonly #app: App;
	readonly dataset: DatasetManifest;
	readonly recipe: ImportRecipe;

	constructor(app: App, dataset: DatasetManifest, recipe: ImportRecipe) {
		this.#app = app;
		this.dataset = dataset;
		this.recipe = recipe;
	}

	get step(): RehearsalStep {
		return this.#step;
	}

	/** Begins with the kept file; asks for it where none is kept. */
	async begin(): Promise<void> {
		const { dataset } = this;
		if (this.#app.library.originalsOf(dataset.id).length === 0) {
			this.#step = { at: 'needs-file' };
			return;
		}
		const kept = await this.#app.library.files.original(dataset.id, dataset.fingerprint);
		if (kept.ok) await this.give(new File([kept.value], dataset.file.name));
		else this.#step = { at: 'failed', error: kept.error };
	}

	/** Takes the file, and looks at what the recipe gives of it. */
	async give(file: File): Promise<void> {
		this.#file = file;
		const answer = await this.#run(file, true);
		if (answer !== null) {
			this.#step = answer.ok ? { at: 'ready', after: answer.value } : { at: 'failed', error: answer.error };
		}
	}

	/** Makes what was seen the new version of the dataset. */
	async apply(): Promise<void> {
		if (this.#step.at !== 'ready' || this.#file === null) return;
		const answer = await this.#run(this.#file, false);
		if (answer === null) return;
		if (answer.ok) await this.#app.versionStored(answer.value);
		this.#step = answer.ok ? { at: 'done' } : { at: 'failed', error: answer.error };
	}

	/** Stops what runs; nothing of it stays. */
	async cancel(): Promise<void> {
		const jobId = this.#jobId;
		this.#jobId = null;
		if (jobId !== null) await this.#app.importApi.cancel(jobId);
	}

	/** Null when it was cancelled: then nobody waits for the answer. */
	async #run(file: File, rehearsal: boolean): Promise<Envelope<DatasetManifest> | null> {
		const { dataset, recipe } = this;
		const jobId = this.#app.newId();
		this.#jobId = jobId;
		this.#step = { at: 'running', storing: !rehearsal, progress: null };
		const answer = await this.#app.importApi.run(
			{
				jobId,
				workspaceId: dataset.workspaceId,
				datasetName: dataset.name,
				file,
				recipe,
				replaces: dataset.id,
				rehearsal,
				keepOriginal: this.#app.library.originalsOf(dataset.id).length > 0,
				nowMs: this.#app.now()
			},
			(progress) => {
				if (this.#jobId === jobId) this.#step = { at: 'running', storing: !rehearsal, progress };
			}
		);
		if (this.#jobId !== jobId) return null;
		this.#jobId = null;
		if (!answer.ok) return answer;
		const { value } = answer;
		// A recipe for orders gives orders.
		return isTableManifest(value) ? null : { ok: true, value };
	}
}
