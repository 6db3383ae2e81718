/** Bytes that may be read behind the start of a key, whatever its length: buffers handed in are padded by so many. */
export const KEY_PADDING = 12;

/** Keys of up to so many bytes are in their words whole; of longer ones two hashes and the length. */
export const INLINE = 12;

/** The tag of a longer key; of another it is the length. */
export const LONG_KEY = INLINE + 1;

/** Words of a key: three of its bytes or hashes, then the tag. */
export const WORDS = 4;

/**
 * By the length of a key: what of the word at its start, and of the two behind it, is the key. Whatever lengths come, no
 * branch has to be guessed.
 */
const [FIRST_WORD, SECOND_WORD, THIRD_WORD] = [0, 4, 8].map((before) =>
	Int32Array.from({ length: INLINE + 1 }, (_, length) => {
		const bytes = Math.min(4, Math.max(0, length - before));
		return bytes === 0 ? 0 : -1 << (32 - 8 * bytes);
	})
) as [Int32Array, Int32Array, Int32Array];

/** The words of some keys in a row, as `readKeyWords` gives them, and their hashes. */
export interface KeyWords {
	/** The place of the first among the keys. */
	readonly start: number;
	readonly count: number;
	readonly words: Int32Array;
	readonly hashes: Int32Array;
}

/** Keys as places in UTF-8 bytes; `view` is of the same buffer, which must go on for `KEY_PADDING` bytes behind each. */
export interface Keys {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	readonly from: Int32Array;
	readonly to: Int32Array;
	/**
	 * The words of as many keys as stay in the nearest cache until they are looked for: from the one at `start` on, one at
	 * least, and none at `end` or behind. They may be others with the next call.
	 */
	read(start: number, end: number): KeyWords;
}

/**
 * Puts three words and the tag of the key at `from` .. `to` into `words`, from `at` on. Equal keys have equal words, and
 * equal words mean equal keys unless the tag is `LONG_KEY`. There must be `KEY_PADDING` bytes behind `from`.
 *
 * @example
 * const words = new Int32Array(4);
 * readKeyWords(new DataView(Uint8Array.of(1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0, 0).buffer), 0, 5, words, 0);
 * words // => [0x01020304, 0x05000000, 0, 5]
 */
export function readKeyWords(view: DataView, from: number, to: number, words: Int32Array, at: number): void {
	const length = to - from;
	if (length > INLINE) return readLongWords(view, from, to, words, at);
	words[at] = view.getInt32(from) & (FIRST_WORD[length] as number);
	words[at + 1] = view.getInt32(from + 4) & (SECOND_WORD[length] as number);
	words[at + 2] = view.getInt32(from + 8) & (THIRD_WORD[length] as number);
	words[at + 3] = length;
}

function readLongWords(view: DataView, from: number, to: number, words: Int32Array, at: number): void {
	let a = 0;
	let b = 0;
	for (let place = from; place < to; place += 4) {
		const left = to - place;
		const word = left >= 4 ? view.getInt32(place) : view.getInt32(place) & (FIRST_WORD[left] as number);
		a = Math.imul(a ^ word, 0x9e3779b1);
		a ^= a >>> 15;
		b = (Math.imul((b << 13) | (b >>> 19), 5) + Math.imul(word, 0x85ebca77)) | 0;
	}
	words[at] = a;
	words[at + 1] = b;
	words[at + 2] = to - from;
	words[at + 3] = LONG_KEY;
}

/**
 * Spreads the words of a key, from `at` on, over 32 bits.
 *
 * @example
 * hashOf(Int32Array.of(1, 0, 0, 4), 0) === hashOf(Int32Array.of(0, 1, 0, 4), 0) // => false
 */
export function hashOf(words: Int32Array, at: number): number {
	let h = Math.imul(words[at] as number, 0x9e3779b1);
	h = Math.imul((h ^ (h >>> 15)) + (words[at + 1] as number), 0x85ebca77);
	h = Math.imul((h ^ (h >>> 13)) + (words[at + 2] as number) + (words[at + 3] as number), 0xc2b2ae3d);
	return h ^ (h >>> 16);
}
