import type { ColumnProfile, DatasetManifest, ErrorRecord } from '#lib/api/index.ts';
import type { Library } from './library.svelte.ts';
import { Resource } from './resource.svelte.ts';
import { versionKey } from './version-key.ts';

/** What the columns of the dataset on screen look like. Made by a component: it asks as long as that stands. */
export class DatasetProfile {
	readonly #library: Library;
	readonly #manifest: () => DatasetManifest;
	readonly #answer = new Resource<{ readonly key: string; readonly columns: readonly ColumnProfile[] }>();

	constructor(library: Library, manifest: () => DatasetManifest) {
		this.#library = library;
		this.#manifest = manifest;
		$effect(() => this.ask());
	}

	/** The columns; null until they are known. */
	get columns(): readonly ColumnProfile[] | null {
		const { current } = this.#answer;
		return current?.key === versionKey(this.#manifest()) ? current.columns : null;
	}

	get error(): ErrorRecord | null {
		return this.#answer.error;
	}

	/** Asks for the profile of the dataset; after a failure, once more. */
	ask(): void {
		const manifest = this.#manifest();
		const key = versionKey(manifest);
		void this.#answer.ask(key, async () => {
			const answer = await this.#library.files.profile(manifest.id);
			return answer.ok ? { ok: true, value: { key, columns: answer.value } } : answer;
		});
	}
}
