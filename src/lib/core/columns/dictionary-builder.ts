import type { Dictionary } from './dictionary.ts';
import { KEY_PADDING, KeyTable, LONG_KEY, readKeyWords } from './key-table.ts';
import { Utf8Scratch } from './utf8-scratch.ts';

/** How much a full buffer grows. */
const GROWTH = 1.6;

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
	#heap = new Uint8Array(1024);
	#view = new DataView(this.#heap.buffer);
	#offsets = new Uint32Array(256);
	#size = 0;
	#ascending = true;
	/** Null while keys ascend, and from `build` on until the next key. */
	#table: KeyTable | null = null;
	#words = new Int32Array(4);
	/** Words of the key before this one, and its code. No key has the tag −1. */
	#before = Int32Array.of(0, 0, 0, -1);
	#code = 0;
	/** The key that is looked for, and whether a code is its: one function for all, as it is asked for each row. */
	#wanted: DataView = this.#view;
	#from = 0;
	#to = 0;
	readonly #isWanted = (code: number): boolean => this.#isKey(code, this.#wanted, this.#from, this.#to);

	/** Distinct strings so far. */
	get size(): number {
		return this.#size;
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
		readKeyWords(view, from, to, words);
		if (
			words[0] === before[0] &&
			words[1] === before[1] &&
			words[2] === before[2] &&
			words[3] === before[3] &&
			(words[3] !== LONG_KEY || this.#isKey(this.#code, view, from, to))
		)
			return this.#code;
		this.#code = this.#codeOf(bytes, view, from, to);
		this.#words = before;
		this.#before = words;
		return this.#code;
	}

	/** What was interned so far; nothing is copied. The table of keys goes, and is made anew when the builder goes on. */
	build(): Dictionary {
		this.#table = null;
		const size = this.#size;
		return {
			size,
			bytes: this.#heap.subarray(0, this.#offsets[size]),
			offsets: this.#offsets.subarray(0, size + 1)
		};
	}

	#codeOf(bytes: Uint8Array, view: DataView, from: number, to: number): number {
		if (this.#ascending) {
			if (this.#isAfterAll(bytes, from, to)) return this.#append(bytes, from, to);
			this.#ascending = false;
		}
		const table = (this.#table ??= this.#tableOfAll());
		this.#wanted = view;
		this.#from = from;
		this.#to = to;
		const known = table.find(this.#words, this.#isWanted);
		if (known >= 0) return known;
		const code = this.#append(bytes, from, to);
		table.add(this.#words, code);
		return code;
	}

	#tableOfAll(): KeyTable {
		const table = new KeyTable(this.#size);
		const words = new Int32Array(4);
		for (let code = 0; code < this.#size; code++) {
			readKeyWords(this.#view, this.#offsets[code] as number, this.#offsets[code + 1] as number, words);
			table.add(words, code);
		}
		return table;
	}

	/** Whether a key is longer than the newest, or as long and greater. While keys ascend the newest is the one before. */
	#isAfterAll(bytes: Uint8Array, from: number, to: number): boolean {
		const size = this.#size;
		if (size === 0) return true;
		const at = this.#offsets[size - 1] as number;
		const length = to - from;
		const newest = (this.#offsets[size] as number) - at;
		if (length !== newest) return length > newest;
		const [words, before] = [this.#words, this.#before];
		if (words[3] !== LONG_KEY) {
			for (let i = 0; i < 3; i++) {
				const [word, other] = [words[i] as number, before[i] as number];
				if (word !== other) return word >>> 0 > other >>> 0;
			}
			return false;
		}
		for (let i = 0; i < length; i++) {
			const difference = (bytes[from + i] as number) - (this.#heap[at + i] as number);
			if (difference !== 0) return difference > 0;
		}
		return false;
	}

	#isKey(code: number, view: DataView, from: number, to: number): boolean {
		let at = this.#offsets[code] as number;
		if ((this.#offsets[code + 1] as number) - at !== to - from) return false;
		const heap = this.#view;
		let i = from;
		for (; i + 4 <= to; i += 4, at += 4) if (heap.getInt32(at) !== view.getInt32(i)) return false;
		for (; i < to; i++, at++) if (heap.getUint8(at) !== view.getUint8(i)) return false;
		return true;
	}

	#append(bytes: Uint8Array, from: number, to: number): number {
		const code = this.#size++;
		const at = this.#offsets[code] as number;
		const end = at + to - from;
		if (end + KEY_PADDING > this.#heap.length) {
			const larger = new Uint8Array(Math.ceil(GROWTH * (end + KEY_PADDING)));
			larger.set(this.#heap.subarray(0, at));
			this.#heap = larger;
			this.#view = new DataView(larger.buffer);
		}
		if (this.#words[3] === LONG_KEY) this.#heap.set(bytes.subarray(from, to), at);
		else {
			// A short key is its words; what they hold beyond its end the next key overwrites.
			this.#view.setInt32(at, this.#words[0] as number);
			this.#view.setInt32(at + 4, this.#words[1] as number);
			this.#view.setInt32(at + 8, this.#words[2] as number);
		}
		if (code + 2 > this.#offsets.length) {
			const larger = new Uint32Array(Math.ceil(GROWTH * this.#offsets.length));
			larger.set(this.#offsets);
			this.#offsets = larger;
		}
		this.#offsets[code + 1] = end;
		return code;
	}
}
