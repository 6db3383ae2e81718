import { hashOf, LONG_KEY, WORDS, type Keys, type KeyWords } from './key-words.ts';

const FIRST_SLOTS = 1024;

/** Words of a table that may not fit the caches near a core: half a mebibyte. */
const LARGE_WORDS = 2 ** 17;

/** The keys themselves, of which long ones stand in no slot. */
export interface LongKeys {
	/** Whether a code's key has the bytes at `from` .. `to` of a view. */
	isKey(code: number, view: DataView, from: number, to: number): boolean;
}

/**
 * Codes by the words of their keys: open addressing, a slot of 16 bytes, one cache miss for a key of 12 bytes or less.
 * A slot holds the three words, then code + 1 and the tag.
 */
export class KeyTable {
	#slots: Int32Array;
	#size = 0;
	readonly #keys: LongKeys;
	readonly #fetched = new Int32Array(1);

	/** An empty table that holds `size` keys before it grows. */
	constructor(size: number, keys: LongKeys) {
		let capacity = FIRST_SLOTS;
		while (capacity * 3 < (size + 1) * 5) capacity *= 2;
		this.#slots = new Int32Array(capacity * WORDS);
		this.#keys = keys;
	}

	/** The code of the key at `from` .. `to`, of which these are the words, or −1. */
	find(words: Int32Array, view: DataView, from: number, to: number): number {
		return this.#look(words, 0, hashOf(words, 0), view, from, to);
	}

	/** Whether it has outgrown the near caches, so that it pays to fetch keys before they are looked for. */
	get isLarge(): boolean {
		return this.#slots.length > LARGE_WORDS;
	}

	/**
	 * Reads what stands where keys would be found. With no branch that waits for an answer the memory brings their slots side
	 * by side; `find` would wait for one after the other.
	 */
	fetchAll({ hashes, count }: KeyWords): void {
		const slots = this.#slots;
		const mask = slots.length / WORDS - 1;
		let all = 0;
		for (let i = 0; i < count; i++) all |= slots[((hashes[i] as number) & mask) * WORDS + 3] as number;
		// Kept, for what nobody wants need not be read.
		this.#fetched[0] = all;
	}

	/**
	 * The codes of keys from the one at `first` on, into `codes` from `at` on, up to the first key that is not in the table;
	 * gives its place, or `count` where all were found. `none` is the code of a key without a byte.
	 */
	findAll(known: KeyWords, keys: Keys, first: number, none: number, codes: Uint32Array, at: number): number {
		const { words, hashes, count, start } = known;
		const { view, from, to } = keys;
		for (let i = first; i < count; i++) {
			let code = none;
			if (words[i * WORDS + 3] !== 0) {
				const key = start + i;
				code = this.#look(
					words,
					i * WORDS,
					hashes[i] as number,
					view,
					from[key] as number,
					to[key] as number
				);
				if (code < 0) return i;
			}
			codes[at + i] = code;
		}
		return count;
	}

	#look(words: Int32Array, word: number, hash: number, view: DataView, from: number, to: number): number {
		const slots = this.#slots;
		const mask = slots.length / WORDS - 1;
		const tag = words[word + 3] as number;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const at = slot * WORDS;
			const held = slots[at + 3] as number;
			if (held === 0) return -1;
			if (
				slots[at] === words[word] &&
				slots[at + 1] === words[word + 1] &&
				slots[at + 2] === words[word + 2] &&
				(held & 15) === tag &&
				(tag !== LONG_KEY || this.#keys.isKey((held >>> 4) - 1, view, from, to))
			)
				return (held >>> 4) - 1;
		}
	}

	/** Adds a key that is not in the table. */
	add(words: Int32Array, code: number): void {
		if (++this.#size * WORDS * 5 > this.#slots.length * 3) this.#grow();
		put(this.#slots, words, ((code + 1) << 4) | (words[3] as number));
	}

	#grow(): void {
		const old = this.#slots;
		this.#slots = new Int32Array(2 * old.length);
		const words = new Int32Array(WORDS);
		for (let from = 0; from < old.length; from += WORDS) {
			const held = old[from + 3] as number;
			if (held === 0) continue;
			words[0] = old[from] as number;
			words[1] = old[from + 1] as number;
			words[2] = old[from + 2] as number;
			words[3] = held & 15;
			put(this.#slots, words, held);
		}
	}
}

function put(slots: Int32Array, words: Int32Array, held: number): void {
	const mask = slots.length / WORDS - 1;
	let slot = hashOf(words, 0) & mask;
	while (slots[slot * WORDS + 3] !== 0) slot = (slot + 1) & mask;
	const at = slot * WORDS;
	slots[at] = words[0] as number;
	slots[at + 1] = words[1] as number;
	slots[at + 2] = words[2] as number;
	slots[at + 3] = held;
}
