import type { ColumnProfile, ErrorRecord } from '#lib/api/index.ts';
import type { Library } from './library.svelte.ts';
import { Resource } from './resource.svelte.ts';

/** What the columns of the dataset on screen look like. Made by a component: it asks as long as that stands. */
export class DatasetProfile {
	readonly #library: Library;
	readonly #datasetId: () => string;
	readonly #answer = new Resource<{ readonly id: string; readonly columns: readonly ColumnProfile[] }>();

	constructor(library: Library, datasetId: () => string) {
		this.#library = library;
		this.#datasetId = datasetId;
		$effect(() => this.ask());
	}

	/** The columns; null until they are known. */
	get columns(): readonly ColumnProfile[] | null {
		const { current } = this.#answer;
		return current?.id === this.#datasetId() ? current.columns : null;
	}

	get error(): ErrorRecord | null {
		return this.#answer.error;
	}

	/** Asks for the profile of the dataset; after a failure, once more. */
	ask(): void {
		const id = this.#datasetId();
		void this.#answer.ask(id, async () => {
			const answer = await this.#library.profile(id);
			return answer.ok ? { ok: true, value: { id, columns: answer.value } } : answer;
		});
	}
}
