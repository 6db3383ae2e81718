import type { ErrorRecord, LogEntry } from '#lib/api/index.ts';
import type { Library } from './library.svelte.ts';
import { Resource } from './resource.svelte.ts';

/** What was done in a workspace. Made by a component: it follows as long as that stands. */
export class WorkspaceLog {
	readonly #answer = new Resource<{ readonly of: string; readonly entries: readonly LogEntry[] }>();
	readonly #library: Library;
	readonly #workspaceId: () => string;

	constructor(library: Library, workspaceId: () => string) {
		this.#library = library;
		this.#workspaceId = workspaceId;
		$effect(() => this.ask());
	}

	/** Latest first; null until it is known. */
	get entries(): readonly LogEntry[] | null {
		const { current } = this.#answer;
		return current?.of === this.#workspaceId() ? current.entries : null;
	}

	get error(): ErrorRecord | null {
		return this.#answer.error;
	}

	/** Asks anew; after a failure, once more. */
	ask(): void {
		const of = this.#workspaceId();
		void this.#answer.ask(`${of}:${this.#library.written}`, async () => {
			const answer = await this.#library.logOf(of);
			return answer.ok ? { ok: true, value: { of, entries: answer.value } } : answer;
		});
	}
}
