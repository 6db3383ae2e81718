import { isTableManifest } from '#lib/api/index.ts';
import type {
	AnyComparison,
	DatasetManifest,
	Envelope,
	ErrorRecord,
	ImportJob,
	ImportRecipe,
	Progress
} from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';
import { FilesAgain } from './files-again.svelte.ts';

/** Where a change of a dataset's import stands. */
export type RehearsalStep =
	| { readonly at: 'needs-file'; readonly files: readonly string[] }
	| { readonly at: 'running'; readonly storing: boolean; readonly progress: Progress | null }
	/** `contrary`: orders that the files have otherwise than each other now, and did not before. */
	| { readonly at: 'ready'; readonly after: DatasetManifest; readonly contrary: number }
	| { readonly at: 'done' }
	| { readonly at: 'failed'; readonly error: ErrorRecord };

/**
 * Runs a dataset's files by other recipes: first to see what that would give, then, if wanted, to make it the new
 * version. Made for one change; needs the kept files, or the same ones again.
 */
export class Rehearsal {
	#step = $state.raw<RehearsalStep>({ at: 'running', storing: false, progress: null });
	#file: File | null = null;
	#jobId: string | null = null;
	/** The job whose rows are kept until they are wanted, or not. */
	#ahead: string | null = null;
	#contrary = 0;
	readonly #app: App;
	readonly #again: FilesAgain;
	readonly dataset: DatasetManifest;
	/** By the files of the dataset, in their order; null = read as before. */
	readonly recipes: readonly (ImportRecipe | null)[];

	constructor(app: App, dataset: DatasetManifest, recipes: readonly (ImportRecipe | null)[]) {
		this.#app = app;
		this.#again = new FilesAgain(app, () => dataset);
		this.dataset = dataset;
		this.recipes = recipes;
	}

	get step(): RehearsalStep {
		return this.#step;
	}

	/** Begins with the kept files; asks for those that are not kept. */
	async begin(): Promise<void> {
		const { dataset } = this;
		await this.#app.copies.settled(dataset.id);
		if (dataset.sources !== undefined) {
			const error = await this.#again.takeKept();
			if (error === null) await this.#look();
			else this.#step = { at: 'failed', error };
			return;
		}
		if (this.#app.library.originalsOf(dataset.id).length === 0) {
			this.#step = { at: 'needs-file', files: [dataset.file.name] };
			return;
		}
		const kept = await this.#app.library.files.original(dataset.id, dataset.fingerprint);
		if (kept.ok) await this.give([new File([kept.value], dataset.file.name)]);
		else this.#step = { at: 'failed', error: kept.error };
	}

	/** Takes files, and looks at what the recipes give of them once all are there. */
	async give(files: readonly File[]): Promise<void> {
		if (this.dataset.sources === undefined) this.#file = files[0] ?? null;
		else await this.#again.give(files);
		await this.#look();
	}

	/** Makes what was seen the new version of the dataset. */
	async apply(): Promise<void> {
		const files = this.#files();
		if (this.#step.at !== 'ready' || files === null) return;
		const answer = await this.#run(files, false);
		if (answer === null) return;
		if (answer.ok) await this.#app.versionStored(answer.value);
		this.#step = answer.ok ? { at: 'done' } : { at: 'failed', error: answer.error };
	}

	/** Stops what runs; nothing of it stays. */
	async cancel(): Promise<void> {
		const jobId = this.#jobId;
		const ahead = this.#ahead;
		this.#jobId = this.#ahead = null;
		if (jobId !== null) await this.#app.importApi.cancel(jobId);
		if (ahead !== null) await this.#app.importApi.letGo(ahead);
	}

	async #look(): Promise<void> {
		const files = this.#files();
		if (files === null) {
			const missing = this.#again.sources.filter(({ given }) => given === null);
			this.#step = { at: 'needs-file', files: missing.map(({ file }) => file.name) };
			return;
		}
		this.#contrary = 0;
		const answer = await this.#run(files, true);
		if (answer === null) return;
		this.#step = answer.ok
			? { at: 'ready', after: answer.value, contrary: this.#contrary }
			: { at: 'failed', error: answer.error };
	}

	/** What is read; null while a file is missing. */
	#files(): Pick<ImportJob, 'file' | 'recipe' | 'among'> | null {
		const place = this.recipes.findIndex((recipe) => recipe !== null);
		const recipe = this.recipes[place];
		if (recipe === undefined || recipe === null) return null;
		if (this.dataset.sources === undefined) return this.#file && { file: this.#file, recipe };
		const files = this.#again.sources.flatMap(({ given }) => (given === null ? [] : [given]));
		const file = files[place];
		if (!this.#again.complete || file === undefined) return null;
		return { file, recipe, among: { files, place, recipes: this.recipes } };
	}

	/** Null when it was cancelled: then nobody waits for the answer. */
	async #run(
		files: Pick<ImportJob, 'file' | 'recipe' | 'among'>,
		rehearsal: boolean
	): Promise<Envelope<DatasetManifest> | null> {
		const { dataset } = this;
		const jobId = this.#app.newId();
		this.#jobId = jobId;
		if (rehearsal) this.#ahead = jobId;
		this.#step = { at: 'running', storing: !rehearsal, progress: null };
		const answer = await this.#app.importApi.run(
			{
				...files,
				jobId,
				workspaceId: dataset.workspaceId,
				datasetName: dataset.name,
				replaces: dataset.id,
				rehearsal,
				...(this.#ahead !== null && { ahead: this.#ahead }),
				keepOriginal: this.#app.library.originalsOf(dataset.id).length > 0,
				nowMs: this.#app.now()
			},
			(progress) => {
				if (this.#jobId === jobId) this.#step = { at: 'running', storing: !rehearsal, progress };
			},
			(comparison: AnyComparison) => {
				// As where nobody is asked; how many there are is told before anything changes.
				if ('changed' in comparison) this.#contrary += comparison.changed.orders;
				return Promise.resolve('newer');
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
