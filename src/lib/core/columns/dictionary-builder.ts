import { NO_CODE, type Dictionary } from './dictionary.ts';
import {
	FIRST_WORD,
	INLINE,
	KEY_PADDING,
	KeyTable,
	LONG_KEY,
	readKeyWords,
	SECOND_WORD,
	THIRD_WORD
} from './key-table.ts';
import { Utf8Scratch } from './utf8-scratch.ts';

/** How much a full buffer grows. */
const GROWTH = 1.6;

/** Keys as places in UTF-8 bytes; `view` is of the same buffer, which must go on for `KEY_PADDING` bytes behind each. */
export interface Keys {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	readonly from: Int32Array;
	readonly to: Int32Array;
}

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
	#fetched = 0;

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

	/**
	 * `internBytes` of many: of each `from[i]` .. `to[i]`, `i` below `count`, the code goes to `codes[at + i]`, and NO_CODE
	 * where there is no byte. A short key that was met before takes one look into the table.
	 */
	internAll(keys: Keys, count: number, codes: Uint32Array, at: number): void {
		const { bytes, view, from, to } = keys;
		let done = 0;
		if (this.#ascending) done = this.#appendAll(keys, count, codes, at);
		if (this.#table?.isLarge === true) this.#fetched = this.#fetchAll(this.#table, keys, done, count);
		for (let i = done; i < count; i++) {
			const start = from[i] as number;
			const end = to[i] as number;
			const length = end - start;
			const table = this.#table;
			if (length === 0) codes[at + i] = NO_CODE;
			else if (table === null) codes[at + i] = this.internBytes(bytes, view, start, end);
			else if (length > INLINE) {
				readKeyWords(view, start, end, this.#words);
				const known = this.#find(table, view, start, end);
				codes[at + i] = known >= 0 ? known : this.internBytes(bytes, view, start, end);
			} else {
				const w0 = view.getInt32(start) & (FIRST_WORD[length] as number);
				const w1 = view.getInt32(start + 4) & (SECOND_WORD[length] as number);
				const w2 = view.getInt32(start + 8) & (THIRD_WORD[length] as number);
				const known = table.find(w0, w1, w2, length);
				codes[at + i] = known >= 0 ? known : this.internBytes(bytes, view, start, end);
			}
		}
	}

	/** Brings the slots of the keys near; what it gives says nothing, but without it the reading would be taken for idle. */
	#fetchAll(table: KeyTable, { view, from, to }: Keys, first: number, count: number): number {
		let all = 0;
		for (let i = first; i < count; i++) {
			const start = from[i] as number;
			const length = (to[i] as number) - start;
			if (length > INLINE) continue;
			const w0 = view.getInt32(start) & (FIRST_WORD[length] as number);
			const w1 = view.getInt32(start + 4) & (SECOND_WORD[length] as number);
			const w2 = view.getInt32(start + 8) & (THIRD_WORD[length] as number);
			all |= table.fetch(w0, w1, w2, length);
		}
		return all;
	}

	/** `internAll` while short keys ascend, each a new one or the one before; gives how many there were. */
	#appendAll({ view, from, to }: Keys, count: number, codes: Uint32Array, at: number): number {
		const before = this.#before;
		// The newest key in registers.
		let newest = this.#size === 0 ? 0 : (before[3] as number);
		let n0 = before[0] as number;
		let n1 = before[1] as number;
		let n2 = before[2] as number;
		let i = 0;
		this.#reserve(count);
		const heap = this.#view;
		const offsets = this.#offsets;
		let end = offsets[this.#size] as number;
		for (; i < count; i++) {
			const start = from[i] as number;
			const length = (to[i] as number) - start;
			if (length === 0 || length > INLINE || newest > INLINE) break;
			const w0 = view.getInt32(start) & (FIRST_WORD[length] as number);
			const w1 = view.getInt32(start + 4) & (SECOND_WORD[length] as number);
			const w2 = view.getInt32(start + 8) & (THIRD_WORD[length] as number);
			const order =
				length - newest || (w0 >>> 0) - (n0 >>> 0) || (w1 >>> 0) - (n1 >>> 0) || (w2 >>> 0) - (n2 >>> 0);
			if (order < 0) break;
			if (order > 0) {
				heap.setInt32(end, w0);
				heap.setInt32(end + 4, w1);
				heap.setInt32(end + 8, w2);
				end += length;
				offsets[++this.#size] = end;
				newest = length;
				n0 = w0;
				n1 = w1;
				n2 = w2;
			}
			codes[at + i] = this.#size - 1;
		}
		before[0] = n0;
		before[1] = n1;
		before[2] = n2;
		if (this.#size > 0) before[3] = newest;
		this.#code = this.#size - 1;
		return i;
	}

	/** Makes room for so many short keys. */
	#reserve(keys: number): void {
		const size = this.#size;
		const end = this.#offsets[size] as number;
		this.#growHeap(end + (keys + 1) * INLINE);
		this.#growOffsets(size + keys + 1);
	}

	#growHeap(bytes: number): void {
		if (bytes <= this.#heap.length) return;
		const larger = new Uint8Array(Math.ceil(GROWTH * bytes));
		larger.set(this.#heap.subarray(0, this.#offsets[this.#size]));
		this.#heap = larger;
		this.#view = new DataView(larger.buffer);
	}

	#growOffsets(length: number): void {
		if (length <= this.#offsets.length) return;
		const larger = new Uint32Array(Math.ceil(GROWTH * length));
		larger.set(this.#offsets.subarray(0, this.#size + 1));
		this.#offsets = larger;
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
		const known = this.#find(table, view, from, to);
		if (known >= 0) return known;
		const code = this.#append(bytes, from, to);
		table.add(this.#words, code);
		return code;
	}

	#find(table: KeyTable, view: DataView, from: number, to: number): number {
		const words = this.#words;
		const w0 = words[0] as number;
		const w1 = words[1] as number;
		const w2 = words[2] as number;
		const tag = words[3] as number;
		let code = table.find(w0, w1, w2, tag);
		if (tag === LONG_KEY)
			while (code >= 0 && !this.#isKey(code, view, from, to)) code = table.next(w0, w1, w2, tag);
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
		const code = this.#size;
		const at = this.#offsets[code] as number;
		const end = at + to - from;
		this.#growHeap(end + KEY_PADDING);
		this.#growOffsets(code + 2);
		this.#size++;
		if (this.#words[3] === LONG_KEY) this.#heap.set(bytes.subarray(from, to), at);
		else {
			// A short key is its words; what they hold beyond its end the next key overwrites.
			this.#view.setInt32(at, this.#words[0] as number);
			this.#view.setInt32(at + 4, this.#words[1] as number);
			this.#view.setInt32(at + 8, this.#words[2] as number);
		}
		this.#offsets[code + 1] = end;
		return code;
	}
}
