import type { Envelope, ErrorRecord, StoredManifest, ValueProfile } from '#lib/api/index.ts';
import { Resource } from './resource.svelte.ts';
import { versionKey } from './version-key.ts';

/** Reads the profile of a dataset or table. */
type Read<Column> = (id: string) => Promise<Envelope<readonly Column[]>>;

/** What the columns of a dataset or table on screen look like. Made by a component: it asks as long as that stands. */
export class StoredProfile<Column extends ValueProfile> {
	readonly #read: Read<Column>;
	readonly #manifest: () => StoredManifest;
	readonly #answer = new Resource<{ readonly key: string; readonly columns: readonly Column[] }>();

	constructor(read: Read<Column>, manifest: () => StoredManifest) {
		this.#read = read;
		this.#manifest = manifest;
		$effect(() => this.ask());
	}

	/** The columns; null until they are known. */
	get columns(): readonly Column[] | null {
		const { current } = this.#answer;
		return current?.key === versionKey(this.#manifest()) ? current.columns : null;
	}

	get error(): ErrorRecord | null {
		return this.#answer.error;
	}

	/** Asks for the profile; after a failure, once more. */
	ask(): void {
		const manifest = this.#manifest();
		const key = versionKey(manifest);
		void this.#answer.ask(key, async () => {
			const answer = await this.#read(manifest.id);
			return answer.ok ? { ok: true, value: { key, columns: answer.value } } : answer;
		});
	}
}
