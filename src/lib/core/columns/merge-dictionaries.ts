import { compareKeyBytes } from './compare-key-bytes.ts';
import type { Dictionary } from './dictionary.ts';

/** Two dictionaries as one, and where the codes of each went. */
export interface MergedDictionaries {
	readonly dictionary: Dictionary;
	/** Old code → new code, of the first and of the second. */
	readonly first: Uint32Array;
	readonly second: Uint32Array;
}

/**
 * Merges two dictionaries that are in canonical key order (`compareKeyBytes`), as those of an order table are; the result
 * is in that order too, and a string of both has one code. Linear in the strings; none is decoded.
 *
 * @example
 * const [ab, bc] = ['ab', 'bc'].map((text) => ({ size: 2, bytes: new TextEncoder().encode(text), offsets: Uint32Array.of(0, 1, 2) }));
 * const merged = mergeDictionaries(ab, bc);
 * new TextDecoder().decode(merged.dictionary.bytes) // => 'abc'
 * merged.second // => [1, 2]
 */
export function mergeDictionaries(a: Dictionary, b: Dictionary): MergedDictionaries {
	const both = endToEnd(a, b);
	const first = new Uint32Array(a.size);
	const second = new Uint32Array(b.size);
	const taken = new Uint32Array(both.size);
	let size = 0;
	let i = 0;
	let j = 0;
	while (i < a.size || j < b.size) {
		const order = i === a.size ? 1 : j === b.size ? -1 : compareKeyBytes(both, i, a.size + j);
		taken[size] = order <= 0 ? i : a.size + j;
		if (order <= 0) first[i++] = size;
		if (order >= 0) second[j++] = size;
		size++;
	}
	return { dictionary: entriesOf(both, taken.subarray(0, size)), first, second };
}

/**
 * A dictionary of some of another's entries, in the order given.
 *
 * @example
 * const abc = { size: 3, bytes: new TextEncoder().encode('abc'), offsets: Uint32Array.of(0, 1, 2, 3) };
 * new TextDecoder().decode(entriesOf(abc, Uint32Array.of(2, 0)).bytes) // => 'ca'
 */
export function entriesOf({ bytes, offsets }: Dictionary, codes: Uint32Array): Dictionary {
	const starts = new Uint32Array(codes.length + 1);
	for (let i = 0; i < codes.length; i++) {
		const code = codes[i] as number;
		starts[i + 1] = (starts[i] as number) + (offsets[code + 1] as number) - (offsets[code] as number);
	}
	const copied = new Uint8Array(starts[codes.length] as number);
	let at = 0;
	for (let i = 0; i < codes.length; i++) {
		const code = codes[i] as number;
		const to = offsets[code + 1] as number;
		for (let from = offsets[code] as number; from < to; from++) copied[at++] = bytes[from] as number;
	}
	return { size: codes.length, bytes: copied, offsets: starts };
}

/** The strings of both, those of the second behind those of the first. */
function endToEnd(a: Dictionary, b: Dictionary): Dictionary {
	const aEnd = a.offsets[a.size] as number;
	const bytes = new Uint8Array(aEnd + (b.offsets[b.size] as number));
	bytes.set(a.bytes.subarray(0, aEnd));
	bytes.set(b.bytes.subarray(0, b.offsets[b.size]), aEnd);
	const offsets = new Uint32Array(a.size + b.size + 1);
	offsets.set(a.offsets.subarray(0, a.size + 1));
	for (let i = 0; i <= b.size; i++) offsets[a.size + i] = aEnd + (b.offsets[i] as number);
	return { size: a.size + b.size, bytes, offsets };
}
