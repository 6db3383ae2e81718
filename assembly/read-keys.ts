import { HASHES, WORDS } from './layout';

/** Keys of up to so many bytes are in their words whole; of longer ones two hashes and the length. */
const INLINE: u32 = 12;
const LONG_KEY: i32 = 13;

/**
 * The words and hashes of `count` keys whose places stand from `from` and `to` on: what `readKeyWords` and `hashOf` of
 * core/columns/key-words.ts give.
 */
export function readKeys(from: usize, to: usize, count: i32): void {
	let out = WORDS;
	let hash = HASHES;
	for (let i = 0; i < count; i++) {
		const start = load<u32>(from);
		const length = load<u32>(to) - start;
		const words = length <= INLINE ? wordsOf(start, length) : longWords(start, start + length);
		v128.store(out, words);
		let h = <u32>i32x4.extract_lane(words, 0) * 0x9e3779b1;
		h = ((h ^ (h >>> 15)) + <u32>i32x4.extract_lane(words, 1)) * 0x85ebca77;
		h = ((h ^ (h >>> 13)) + <u32>(i32x4.extract_lane(words, 2) + i32x4.extract_lane(words, 3))) * 0xc2b2ae3d;
		store<u32>(hash, h ^ (h >>> 16));
		from += 4;
		to += 4;
		out += 16;
		hash += 4;
	}
}

/** Three words, their first byte the highest, without what stands behind the key; then its length. */
function wordsOf(start: usize, length: u32): v128 {
	const bytes = v128.load(start);
	const words = i8x16.shuffle(bytes, bytes, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
	const places = i8x16(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 127, 127, 127, 127);
	return i32x4.replace_lane(v128.and(words, i8x16.lt_s(places, i8x16.splat(<i8>length))), 3, length);
}

function longWords(from: usize, to: usize): v128 {
	let a: u32 = 0;
	let b: u32 = 0;
	for (let at = from; at < to; at += 4) {
		let word = bswap(load<u32>(at));
		const left = <u32>(to - at);
		if (left < 4) word &= 0xffffffff << (32 - 8 * left);
		a = (a ^ word) * 0x9e3779b1;
		a ^= a >>> 15;
		b = rotl(b, 13) * 5 + word * 0x85ebca77;
	}
	let words = i32x4.splat(a);
	words = i32x4.replace_lane(words, 1, b);
	words = i32x4.replace_lane(words, 2, <i32>(to - from));
	return i32x4.replace_lane(words, 3, LONG_KEY);
}
