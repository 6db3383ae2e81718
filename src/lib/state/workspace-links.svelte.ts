import type { ErrorRecord, Link } from '#lib/api/index.ts';
import type { Library } from './library.svelte.ts';
import { Resource } from './resource.svelte.ts';

/** The links of a workspace. Made by a component: it asks as long as that stands. */
export class WorkspaceLinks {
	readonly #library: Library;
	readonly #workspaceId: () => string;
	readonly #answer = new Resource<{ readonly workspace: string; readonly links: readonly Link[] }>();

	constructor(library: Library, workspaceId: () => string) {
		this.#library = library;
		this.#workspaceId = workspaceId;
		$effect(() => this.ask());
	}

	/** Null until they are known. */
	get current(): readonly Link[] | null {
		const { current } = this.#answer;
		return current?.workspace === this.#workspaceId() ? current.links : null;
	}

	get loading(): boolean {
		return this.#answer.loading;
	}

	get error(): ErrorRecord | null {
		return this.#answer.error;
	}

	/** Asks again when tables, datasets or links have changed; after a failure, once more. */
	ask(): void {
		const workspace = this.#workspaceId();
		const datasets = this.#library.datasetsOf(workspace).map(({ id }) => id);
		const key = [workspace, this.#library.links.key(workspace), ...datasets].join(' ');
		void this.#answer.ask(key, async () => {
			const answer = await this.#library.links.of(workspace);
			return answer.ok ? { ok: true, value: { workspace, links: answer.value } } : answer;
		});
	}
}
