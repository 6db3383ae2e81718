import { readRecord, writeRecord, type KeyValueStore } from './key-value-store.ts';

const memoryKey = 'clientele.memory';

/** Small things to pick up where one left off. */
export class Memory {
	#workspace = $state<string | null>(null);
	readonly #store: KeyValueStore | null;

	constructor(store: KeyValueStore | null) {
		this.#store = store;
		const saved = readRecord(store, memoryKey)?.workspace;
		this.#workspace = typeof saved === 'string' ? saved : null;
	}

	/** The workspace that was worked on last. */
	get workspace(): string | null {
		return this.#workspace;
	}

	set workspace(id: string | null) {
		if (id === this.#workspace) return;
		this.#workspace = id;
		writeRecord(this.#store, memoryKey, { workspace: id });
	}
}
