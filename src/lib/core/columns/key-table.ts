/** Bytes that may be read behind the start of a key, whatever its length: buffers handed in are padded by so many. */
export const KEY_PADDING = 12;

/** Keys of up to so many bytes stand in their slot whole; of longer ones two hashes and the length. */
export const INLINE = 12;

/** The tag of a longer key; of another it is the length. */
export const LONG_KEY = INLINE + 1;

/**
 * By the length of a key: what of the word at its start, and of the two behind it, is the key. Whatever lengths come, no
 * branch has to be guessed.
 */
export const [FIRST_WORD, SECOND_WORD, THIRD_WORD] = [0, 4, 8].map((before) =>
	Int32Array.from({ length: INLINE + 1 }, (_, length) => {
		const bytes = Math.min(4, Math.max(0, length - before));
		return bytes === 0 ? 0 : -1 << (32 - 8 * bytes);
	})
) as [Int32Array, Int32Array, Int32Array];

/** Words of a slot: three of the key, then code + 1 and the tag. */
const WORDS = 4;
const FIRST_SLOTS = 1024;

/** Words of a table that may not fit the caches near a core: half a mebibyte. */
const LARGE_WORDS = 2 ** 17;

/**
 * Puts three words and the tag of the key at `from` .. `to` into `words`. Equal keys have equal words, and equal words
 * mean equal keys unless the tag is `LONG_KEY`. There must be `KEY_PADDING` bytes behind `from`.
 *
 * @example
 * const words = new Int32Array(4);
 * readKeyWords(new DataView(Uint8Array.of(1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0, 0).buffer), 0, 5, words);
 * words // => [0x01020304, 0x05000000, 0, 5]
 */
export function readKeyWords(view: DataView, from: number, to: number, words: Int32Array): void {
	const length = to - from;
	if (length > INLINE) return readLongWords(view, from, to, words);
	words[0] = view.getInt32(from) & (FIRST_WORD[length] as number);
	words[1] = view.getInt32(from + 4) & (SECOND_WORD[length] as number);
	words[2] = view.getInt32(from + 8) & (THIRD_WORD[length] as number);
	words[3] = length;
}

function readLongWords(view: DataView, from: number, to: number, words: Int32Array): void {
	let a = 0;
	let b = 0;
	for (let at = from; at < to; at += 4) {
		const left = to - at;
		const word = left >= 4 ? view.getInt32(at) : view.getInt32(at) & (FIRST_WORD[left] as number);
		a = Math.imul(a ^ word, 0x9e3779b1);
		a ^= a >>> 15;
		b = (Math.imul((b << 13) | (b >>> 19), 5) + Math.imul(word, 0x85ebca77)) | 0;
	}
	words[0] = a;
	words[1] = b;
	words[2] = to - from;
	words[3] = LONG_KEY;
}

/** Keys as places in UTF-8 bytes; `view` is of the same buffer, which must go on for `KEY_PADDING` bytes behind each. */
export interface Keys {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	readonly from: Int32Array;
	readonly to: Int32Array;
}

/** Codes by the words of their keys: open addressing, a slot of 16 bytes, one cache miss for a key of 12 bytes or less. */
export class KeyTable {
	#slots: Int32Array;
	#size = 0;
	readonly #fetched = new Int32Array(1);
	/** Where the last code was found. */
	#slot = 0;

	/** An empty table that holds `size` keys before it grows. */
	constructor(size: number) {
		let capacity = FIRST_SLOTS;
		while (capacity * 3 < (size + 1) * 5) capacity *= 2;
		this.#slots = new Int32Array(capacity * WORDS);
	}

	/** The code of a key by its words and tag, or −1. A longer key may be another: then `next` goes on. */
	find(w0: number, w1: number, w2: number, tag: number): number {
		return this.#findFrom(slotOf(w0, w1, w2, tag), w0, w1, w2, tag);
	}

	/** Whether it has outgrown the near caches, so that it pays to fetch keys before they are looked for. */
	get isLarge(): boolean {
		return this.#slots.length > LARGE_WORDS;
	}

	/**
	 * Reads what stands where keys would be found, from the key `first` to `count` − 1. With no branch that waits for an answer
	 * the memory brings their slots side by side; `find` would wait for one after the other.
	 */
	fetchAll({ view, from, to }: Keys, first: number, count: number): void {
		const slots = this.#slots;
		const mask = slots.length / WORDS - 1;
		let all = 0;
		for (let i = first; i < count; i++) {
			const start = from[i] as number;
			const length = (to[i] as number) - start;
			if (length > INLINE) continue;
			const w0 = view.getInt32(start) & (FIRST_WORD[length] as number);
			const w1 = view.getInt32(start + 4) & (SECOND_WORD[length] as number);
			const w2 = view.getInt32(start + 8) & (THIRD_WORD[length] as number);
			all |= slots[(slotOf(w0, w1, w2, length) & mask) * WORDS + 3] as number;
		}
		// Kept, for what nobody wants need not be read.
		this.#fetched[0] = all;
	}

	/** The next code with the words that were found last, or −1. */
	next(w0: number, w1: number, w2: number, tag: number): number {
		return this.#findFrom(this.#slot + 1, w0, w1, w2, tag);
	}

	#findFrom(first: number, w0: number, w1: number, w2: number, tag: number): number {
		const slots = this.#slots;
		const mask = slots.length / WORDS - 1;
		for (let slot = first & mask; ; slot = (slot + 1) & mask) {
			const at = slot * WORDS;
			const held = slots[at + 3] as number;
			if (held === 0) return -1;
			if (slots[at] === w0 && slots[at + 1] === w1 && slots[at + 2] === w2 && (held & 15) === tag) {
				this.#slot = slot;
				return (held >>> 4) - 1;
			}
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
	const w0 = words[0] as number;
	const w1 = words[1] as number;
	const w2 = words[2] as number;
	let slot = slotOf(w0, w1, w2, words[3] as number) & mask;
	while (slots[slot * WORDS + 3] !== 0) slot = (slot + 1) & mask;
	const at = slot * WORDS;
	slots[at] = w0;
	slots[at + 1] = w1;
	slots[at + 2] = w2;
	slots[at + 3] = held;
}

function slotOf(w0: number, w1: number, w2: number, tag: number): number {
	let h = Math.imul(w0, 0x9e3779b1);
	h = Math.imul((h ^ (h >>> 15)) + w1, 0x85ebca77);
	h = Math.imul((h ^ (h >>> 13)) + w2 + tag, 0xc2b2ae3d);
	return h ^ (h >>> 16);
}
