/** Bytes that may be read behind the start of a key, whatever its length: buffers handed in are padded by so many. */
export const KEY_PADDING = 12;

/** Keys of up to so many bytes stand in their slot whole; of longer ones two hashes and the length. */
const INLINE = 12;

/** The tag of a longer key; of another it is the length. */
export const LONG_KEY = INLINE + 1;

/** Words of a slot: three of the key, then code + 1 and the tag. */
const WORDS = 4;
const FIRST_SLOTS = 1024;

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
	let w0 = 0;
	let w1 = 0;
	let w2 = 0;
	if (length > INLINE) {
		for (let at = from; at < to; at += 4) {
			const left = to - at;
			const word = left >= 4 ? view.getInt32(at) : headOf(view, at, left);
			w0 = Math.imul(w0 ^ word, 0x9e3779b1);
			w0 ^= w0 >>> 15;
			w1 = (Math.imul((w1 << 13) | (w1 >>> 19), 5) + Math.imul(word, 0x85ebca77)) | 0;
		}
		w2 = length;
	} else if (length > 8) {
		w0 = view.getInt32(from);
		w1 = view.getInt32(from + 4);
		w2 = headOf(view, from + 8, length - 8);
	} else if (length > 4) {
		w0 = view.getInt32(from);
		w1 = headOf(view, from + 4, length - 4);
	} else if (length > 0) w0 = headOf(view, from, length);
	words[0] = w0;
	words[1] = w1;
	words[2] = w2;
	words[3] = length > INLINE ? LONG_KEY : length;
}

/** The first one to four bytes of a word, most significant first; the others zero. */
function headOf(view: DataView, at: number, length: number): number {
	return view.getInt32(at) & (-1 << (32 - 8 * length));
}

/** Codes by the words of their keys: open addressing, a slot of 16 bytes, one cache miss for a key of 12 bytes or less. */
export class KeyTable {
	#slots: Int32Array;
	#size = 0;

	/** An empty table that holds `size` keys before it grows. */
	constructor(size: number) {
		let capacity = FIRST_SLOTS;
		while (capacity * 3 < (size + 1) * 5) capacity *= 2;
		this.#slots = new Int32Array(capacity * WORDS);
	}

	/** The code of a key, or −1; `isSame` is asked about longer keys only. */
	find(words: Int32Array, isSame: (code: number) => boolean): number {
		const slots = this.#slots;
		const mask = slots.length / WORDS - 1;
		const w0 = words[0] as number;
		const w1 = words[1] as number;
		const w2 = words[2] as number;
		const tag = words[3] as number;
		for (let slot = slotOf(words) & mask; ; slot = (slot + 1) & mask) {
			const at = slot * WORDS;
			const held = slots[at + 3] as number;
			if (held === 0) return -1;
			if ((held & 15) !== tag || slots[at] !== w0 || slots[at + 1] !== w1 || slots[at + 2] !== w2) continue;
			const code = (held >>> 4) - 1;
			if (tag !== LONG_KEY || isSame(code)) return code;
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
	let slot = slotOf(words) & mask;
	while (slots[slot * WORDS + 3] !== 0) slot = (slot + 1) & mask;
	const at = slot * WORDS;
	slots[at] = words[0] as number;
	slots[at + 1] = words[1] as number;
	slots[at + 2] = words[2] as number;
	slots[at + 3] = held;
}

function slotOf(words: Int32Array): number {
	let h = Math.imul(words[0] as number, 0x9e3779b1);
	h = Math.imul((h ^ (h >>> 15)) + (words[1] as number), 0x85ebca77);
	h = Math.imul((h ^ (h >>> 13)) + (words[2] as number) + (words[3] as number), 0xc2b2ae3d);
	return h ^ (h >>> 16);
}
