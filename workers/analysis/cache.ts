/** A map that holds at most `limit` entries and forgets the one that was used longest ago. */
export class Cache<V extends object> {
	readonly #entries = new Map<string, V>();
	readonly #limit: number;

	constructor(limit: number) {
		this.#limit = limit;
	}

	/** The value kept under a key; it then counts as just used. */
	find(key: string): V | undefined {
		const held = this.#entries.get(key);
		return held === undefined ? undefined : this.keep(key, held);
	}

	keep(key: string, value: V): V {
		// A Map lists its keys in the order of their setting: the first is the one used longest ago.
		this.#entries.delete(key);
		this.#entries.set(key, value);
		if (this.#entries.size > this.#limit) {
			const [oldest] = this.#entries.keys();
			if (oldest !== undefined) this.#entries.delete(oldest);
		}
		return value;
	}

	/** The value kept under a key, or else what `make` gives. What `make` throws is not kept. */
	get(key: string, make: () => V): V {
		return this.find(key) ?? this.keep(key, make());
	}
}
