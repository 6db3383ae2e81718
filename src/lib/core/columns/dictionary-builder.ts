import { NO_CODE, type Dictionary } from './dictionary.ts';
import { KeyHeap } from './key-heap.ts';
import type { KeyTable } from './key-table.ts';
import { INLINE, KEY_PADDING, LONG_KEY, readKeyWords, WORDS, type Keys, type KeyWords } from './key-words.ts';
import { Utf8Scratch } from './utf8-scratch.ts';

/**
 * Gives each distinct string a code, 0, 1, 2 … in order of first appearance, and packs them at the end.
 * Strings are kept as UTF-8 bytes end to end and can be handed in as bytes, so that no string is made of a key. Lone
 * surrogates become U+FFFD.
 *
 * As long as every new key is longer than the newest, or as long and greater, as the ids of orders in order of time
 * are, it is new without a look: until that ends there is no table of keys at all.
 *
 * @example
 * const builder = new DictionaryBuilder();
 * builder.intern('b') // => 0
 * builder.intern('a') // => 1
 * builder.intern('b') // => 0
 * builder.size // => 2
 */
export class DictionaryBuilder {
	readonly #scratch = new Utf8Scratch(KEY_PADDING);
	readonly #heap = new KeyHeap();
	#ascending = true;
	/** Null while keys ascend, and from `build` on until the next key. */
	#table: KeyTable | null = null;
	#words = new Int32Array(WORDS);
	/** Words of the key before this one, and its code. No key has the tag −1. */
	#before = Int32Array.of(0, 0, 0, -1);
	#code = 0;

	/** Distinct strings so far. */
	get size(): number {
		return this.#heap.size;
	}

	/** The code of a string, new when it was not seen before. */
	intern(text: string): number {
		const length = this.#scratch.write(text);
		return this.internBytes(this.#scratch.bytes, this.#scratch.view, 0, length);
	}

	/**
	 * The code of the string whose UTF-8 bytes stand at `from` .. `to`. `view` is of the same buffer, which must go on
	 * for `KEY_PADDING` bytes behind `from`. A repeat of the key before costs one comparison.
	 */
	internBytes(bytes: Uint8Array, view: DataView, from: number, to: number): number {
		const words = this.#words;
		const before = this.#before;
		readKeyWords(view, from, to, words, 0);
		if (
			words[0] === before[0] &&
			words[1] === before[1] &&
			words[2] === before[2] &&
			words[3] === before[3] &&
			(words[3] !== LONG_KEY || this.#heap.isKey(this.#code, view, from, to))
		)
			return this.#code;
		this.#code = this.#codeOf(bytes, view, from, to);
		this.#words = before;
		this.#before = words;
		return this.#code;
	}

	/**
	 * `internBytes` of many: of each `from[i]` .. `to[i]`, `i` below `count`, the code goes to `codes[at + i]`, and NO_CODE
	 * where there is no byte. A short key that was met before takes one look into the table.
	 */
	internAll(keys: Keys, count: number, codes: Uint32Array, at: number): void {
		const { bytes, view, from, to } = keys;
		for (let start = 0; start < count;) {
			const known = keys.read(start, count);
			if (this.#table?.isLarge === true) this.#table.fetchAll(known);
			for (let i = 0; ; i++) {
				i = this.#ascending
					? this.#appendAll(known, i, codes, at + start)
					: this.#tableOfKeys().findAll(known, keys, i, NO_CODE, codes, at + start);
				if (i === known.count) break;
				const key = start + i;
				codes[at + key] = this.internBytes(bytes, view, from[key] as number, to[key] as number);
			}
			start += known.count;
		}
	}

	/** Codes as long as short keys ascend, each a new one or the one before; gives the place of the first that does not. */
	#appendAll({ words, count }: KeyWords, first: number, codes: Uint32Array, at: number): number {
		const heap = this.#heap;
		const before = this.#before;
		// The newest key in registers. There is none with a length below 0.
		let newest = before[3] as number;
		let n0 = before[0] as number;
		let n1 = before[1] as number;
		let n2 = before[2] as number;
		let i = first;
		for (; i < count; i++) {
			const length = words[i * WORDS + 3] as number;
			if (length === 0) {
				codes[at + i] = NO_CODE;
				continue;
			}
			if (length > INLINE || newest > INLINE) break;
			const w0 = words[i * WORDS] as number;
			const w1 = words[i * WORDS + 1] as number;
			const w2 = words[i * WORDS + 2] as number;
			const order =
				length - newest || (w0 >>> 0) - (n0 >>> 0) || (w1 >>> 0) - (n1 >>> 0) || (w2 >>> 0) - (n2 >>> 0);
			if (order < 0) break;
			if (order > 0) {
				heap.appendWords(w0, w1, w2, length);
				newest = length;
				n0 = w0;
				n1 = w1;
				n2 = w2;
			}
			codes[at + i] = heap.size - 1;
		}
		before[0] = n0;
		before[1] = n1;
		before[2] = n2;
		before[3] = newest;
		this.#code = heap.size - 1;
		return i;
	}

	/** Makes room for so many keys in all, of twelve bytes at most each; more may come, and longer ones. */
	reserve(keys: number): void {
		this.#heap.reserve(keys - this.size);
	}

	/** What was interned so far; nothing is copied. The table of keys goes, and is made anew when the builder goes on. */
	build(): Dictionary {
		this.#table = null;
		return this.#heap.dictionary();
	}

	#codeOf(bytes: Uint8Array, view: DataView, from: number, to: number): number {
		if (this.#ascending) {
			if (this.#isAfterAll(bytes, from, to)) return this.#heap.append(bytes, from, to);
			this.#ascending = false;
		}
		const table = this.#tableOfKeys();
		const words = this.#words;
		const known = table.find(words, view, from, to);
		if (known >= 0) return known;
		const isLong = words[3] === LONG_KEY;
		const code = isLong
			? this.#heap.append(bytes, from, to)
			: this.#heap.appendWords(
					words[0] as number,
					words[1] as number,
					words[2] as number,
					words[3] as number
				);
		table.add(words, code);
		return code;
	}

	#tableOfKeys(): KeyTable {
		return (this.#table ??= this.#heap.table());
	}

	/** Whether a key is longer than the newest, or as long and greater. While keys ascend the newest is the one before. */
	#isAfterAll(bytes: Uint8Array, from: number, to: number): boolean {
		const { size, offsets } = this.#heap;
		if (size === 0) return true;
		const length = to - from;
		const newest = (offsets[size] as number) - (offsets[size - 1] as number);
		return length === newest ? this.#heap.compareNewest(bytes, from, to) < 0 : length > newest;
	}
}
