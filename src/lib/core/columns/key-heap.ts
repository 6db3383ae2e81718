import type { Dictionary } from './dictionary.ts';
import { KeyTable, type LongKeys } from './key-table.ts';
import { INLINE, KEY_PADDING, readKeyWords } from './key-words.ts';

/** How much a full buffer grows. */
const GROWTH = 1.6;

/** Keys as UTF-8 bytes end to end, in the order in which they were added. */
export class KeyHeap implements LongKeys {
	size = 0;
	#bytes = new Uint8Array(1024);
	/** Of the bytes that there are now: others after the next `reserve` or `append`. */
	view = new DataView(this.#bytes.buffer);
	/** Where each key begins, and the last one ends; as `view`, others after the next key. */
	offsets = new Uint32Array(256);

	/** All keys; nothing is copied. */
	dictionary(): Dictionary {
		const { size, offsets } = this;
		return { size, bytes: this.#bytes.subarray(0, offsets[size]), offsets: offsets.subarray(0, size + 1) };
	}

	/** A table of all keys. */
	table(): KeyTable {
		const { size, view, offsets } = this;
		const table = new KeyTable(size, this);
		const words = new Int32Array(4);
		for (let code = 0; code < size; code++) {
			readKeyWords(view, offsets[code] as number, offsets[code + 1] as number, words, 0);
			table.add(words, code);
		}
		return table;
	}

	/** Adds a key and gives its code. */
	append(bytes: Uint8Array, from: number, to: number): number {
		const at = this.offsets[this.size] as number;
		const end = at + to - from;
		this.#reserve(end + KEY_PADDING, this.size + 2);
		this.#bytes.set(bytes.subarray(from, to), at);
		this.offsets[this.size + 1] = end;
		return this.size++;
	}

	/** Adds a key of `length` bytes, at most INLINE, that are in these words. */
	appendWords(w0: number, w1: number, w2: number, length: number): number {
		const at = this.offsets[this.size] as number;
		this.#reserve(at + KEY_PADDING, this.size + 2);
		const { view, offsets } = this;
		// What the words hold beyond the key's end, the next key overwrites.
		view.setInt32(at, w0);
		view.setInt32(at + 4, w1);
		view.setInt32(at + 8, w2);
		offsets[this.size + 1] = at + length;
		return this.size++;
	}

	/** Makes room for so many more keys of at most INLINE bytes. */
	reserve(keys: number): void {
		this.#reserve((this.offsets[this.size] as number) + (keys + 1) * INLINE, this.size + keys + 1);
	}

	/** Whether a code's key has the bytes at `from` .. `to` of a view. */
	isKey(code: number, view: DataView, from: number, to: number): boolean {
		const { offsets, view: own } = this;
		const at = offsets[code] as number;
		const length = to - from;
		if ((offsets[code + 1] as number) - at !== length) return false;
		// The last four bytes are looked at first: a key that is asked for has more than that.
		if (own.getInt32(at + length - 4) !== view.getInt32(to - 4)) return false;
		for (let i = 0; i < length - 4; i += 4)
			if (own.getInt32(at + i) !== view.getInt32(from + i)) return false;
		return true;
	}

	/** How the newest key compares with one of the same length. There must be one. */
	compareNewest(bytes: Uint8Array, from: number, to: number): number {
		const at = this.offsets[this.size - 1] as number;
		for (let i = 0; i < to - from; i++) {
			const difference = (this.#bytes[at + i] as number) - (bytes[from + i] as number);
			if (difference !== 0) return difference;
		}
		return 0;
	}

	#reserve(bytes: number, offsets: number): void {
		if (bytes > this.#bytes.length) {
			const larger = new Uint8Array(Math.ceil(GROWTH * bytes));
			larger.set(this.#bytes.subarray(0, this.offsets[this.size]));
			this.#bytes = larger;
			this.view = new DataView(larger.buffer);
		}
		if (offsets > this.offsets.length) {
			const larger = new Uint32Array(Math.ceil(GROWTH * offsets));
			larger.set(this.offsets.subarray(0, this.size + 1));
			this.offsets = larger;
		}
	}
}
