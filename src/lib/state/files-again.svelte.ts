import type { Envelope, ErrorRecord, StoredManifest } from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';
import { reviewAgain } from './change-import.ts';

/** The files that a dataset or table was made of: kept, or given once more, to change how one of them is read. */
export class FilesAgain {
	/** By their fingerprints: they stay given when the dataset is listed anew. */
	#given = $state.raw<ReadonlyMap<string, File>>(new Map());
	#strangers = $state.raw<readonly string[]>([]);
	#taking = $state(false);
	readonly #app: App;
	readonly #dataset: () => StoredManifest;

	/** @param dataset as it is listed now. */
	constructor(app: App, dataset: () => StoredManifest) {
		this.#app = app;
		this.#dataset = dataset;
	}

	/** The files in the order in which they were added, and what was given for each. */
	get sources() {
		const sources = this.#dataset().sources ?? [];
		return sources.map(({ file, recipe, fingerprint }) => {
			return { file, recipe, fingerprint, given: this.#given.get(fingerprint) ?? null };
		});
	}

	/** Names of given files that are none of them. */
	get strangers(): readonly string[] {
		return this.#strangers;
	}

	/** Whether all are there. */
	get complete(): boolean {
		return this.sources.every(({ given }) => given !== null);
	}

	/** Whether copies are being taken. */
	get taking(): boolean {
		return this.#taking;
	}

	/** Takes those of which copies are kept; answers why one of them could not be had. */
	async takeKept(): Promise<ErrorRecord | null> {
		const { id } = this.#dataset();
		const { library } = this.#app;
		let error: ErrorRecord | null = null;
		this.#taking = true;
		for (const { fingerprint, name } of library.originalsOf(id)) {
			if (this.#given.has(fingerprint)) continue;
			const answer = await library.files.original(id, fingerprint);
			if (answer.ok) this.#given = new Map([...this.#given, [fingerprint, new File([answer.value], name)]]);
			else error = answer.error;
		}
		this.#taking = false;
		return error;
	}

	/** Takes files; which is which is told by their bytes. */
	async give(files: readonly File[]): Promise<void> {
		const strangers: string[] = [];
		for (const file of files) {
			const answer: Envelope<string> = await this.#app.importApi.fingerprint(file);
			if (answer.ok && this.sources.some(({ fingerprint }) => fingerprint === answer.value))
				this.#given = new Map([...this.#given, [answer.value, file]]);
			else strangers.push(file.name);
		}
		this.#strangers = strangers;
	}

	/** The strangers have been seen. */
	forgetStrangers(): void {
		this.#strangers = [];
	}

	/** Opens the review of the file at a place; running it joins all of them anew. */
	async change(place: number): Promise<void> {
		const files = this.sources.flatMap(({ given }) => (given === null ? [] : [given]));
		const recipe = this.sources[place]?.recipe;
		const file = files[place];
		if (!this.complete || recipe === undefined || file === undefined) return;
		await reviewAgain(this.#app, file, recipe, { dataset: this.#dataset(), among: { files, place } });
	}
}
