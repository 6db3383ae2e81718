import { hashOf, readKeyWords, WORDS, type Keys } from '#lib/core/columns/key-words.ts';

/** Keys whose words are read so many at a time. */
const AT_A_TIME = 512;

/** Keys at places in bytes, of which each is read by `readKeyWords`. */
export function listedKeys(bytes: Uint8Array<ArrayBuffer>, from: Int32Array, to: Int32Array): Keys {
	const view = new DataView(bytes.buffer);
	return {
		bytes,
		view,
		from,
		to,
		read(start, end) {
			const count = Math.min(AT_A_TIME, end - start);
			const words = new Int32Array(count * WORDS);
			for (let i = 0; i < count; i++)
				readKeyWords(view, from[start + i] as number, to[start + i] as number, words, i * WORDS);
			const hashes = Int32Array.from({ length: count }, (_, i) => hashOf(words, i * WORDS));
			return { start, count, words, hashes };
		}
	};
}
