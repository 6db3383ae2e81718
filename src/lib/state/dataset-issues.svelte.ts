import type { DatasetManifest, IssueGroup } from '#lib/api/index.ts';
import type { Library } from './library.svelte.ts';
import { Resource } from './resource.svelte.ts';
import { versionKey } from './version-key.ts';

/** What was wrong with the rows of the dataset on screen. Made by a component: it asks as long as that stands. */
export class DatasetIssues {
	readonly #manifest: () => DatasetManifest | null;
	readonly #answer = new Resource<{
		readonly key: string;
		readonly groups: readonly IssueGroup[] | null;
	}>();

	/** Nothing is asked for while there is no dataset. */
	constructor(library: Library, manifest: () => DatasetManifest | null) {
		this.#manifest = manifest;
		$effect(() => {
			const dataset = manifest();
			if (dataset === null) return;
			const key = versionKey(dataset);
			void this.#answer.ask(key, async () => {
				const answer = await library.files.issues(dataset.id);
				return answer.ok ? { ok: true, value: { key, groups: answer.value } } : answer;
			});
		});
	}

	/** Null until they are known, and where only counts were stored. */
	get groups(): readonly IssueGroup[] | null {
		const dataset = this.#manifest();
		const { current } = this.#answer;
		return dataset !== null && current?.key === versionKey(dataset) ? current.groups : null;
	}
}
