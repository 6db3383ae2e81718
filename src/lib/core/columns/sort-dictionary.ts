import { compareKeys } from './compare-keys.ts';
import { decodeAll, dictionaryOf, NO_CODE, type Dictionary } from './dictionary.ts';
import { sortByNumbers } from './order-index.ts';
import { sortByBytes } from './sort-bytes.ts';

/** A dictionary in canonical key order, and where each of the old codes went. */
export interface SortedDictionary {
	readonly dictionary: Dictionary;
	/** Old code → new code. */
	readonly newCode: Uint32Array;
}

/** Digits that a double holds exactly: keys no longer than this are sorted as numbers. */
const SAFE_DIGITS = 15;
const plainNumber = /^(?:0|[1-9][0-9]*)$/;
const onlyDigits = /^[0-9]+$/;

/**
 * Sorts the strings of a dictionary into canonical key order (`compareKeys`). Keys that are plain numbers, as
 * most ids are, are sorted as numbers, texts by their bytes: linear for both, 370,000 keys in about 0.3 s.
 * Strings must be distinct, as a builder makes them.
 */
export function sortDictionary(dictionary: Dictionary): SortedDictionary {
	const strings = decodeAll(dictionary);
	const size = strings.length;
	const numbers: number[] = [];
	const paddedOrLong: number[] = [];
	const texts: number[] = [];
	const value = new Float64Array(size);
	for (let code = 0; code < size; code++) {
		const text = strings[code] as string;
		if (text.length <= SAFE_DIGITS && plainNumber.test(text)) {
			value[code] = Number(text);
			numbers.push(code);
		} else if (onlyDigits.test(text)) paddedOrLong.push(code);
		else texts.push(code);
	}
	paddedOrLong.sort((a, b) => compareKeys(strings[a] as string, strings[b] as string));
	const oldCodes = new Uint32Array(size);
	oldCodes.set(merge(sortByNumbers(Uint32Array.from(numbers), value), paddedOrLong, strings));
	oldCodes.set(sortByBytes(dictionary, Uint32Array.from(texts)), size - texts.length);
	const newCode = new Uint32Array(size);
	const sorted = new Array<string>(size);
	for (let position = 0; position < size; position++) {
		const old = oldCodes[position] as number;
		newCode[old] = position;
		sorted[position] = strings[old] as string;
	}
	return { dictionary: dictionaryOf(sorted), newCode };
}

/** Keys such as `007` belong among the plain numbers, so the two sorted runs are merged, not joined. */
function merge(a: Uint32Array, b: readonly number[], strings: readonly string[]): Uint32Array {
	if (b.length === 0) return a;
	const merged = new Uint32Array(a.length + b.length);
	let i = 0;
	let j = 0;
	for (let at = 0; at < merged.length; at++) {
		const takeA =
			j >= b.length ||
			(i < a.length && compareKeys(strings[a[i] as number] as string, strings[b[j] as number] as string) < 0);
		merged[at] = takeA ? (a[i++] as number) : (b[j++] as number);
	}
	return merged;
}

/**
 * A column of codes under new codes; `NO_CODE` stays. The input is left as it is.
 *
 * @example
 * remapCodes(Uint32Array.of(0, 1, 0xffffffff), Uint32Array.of(5, 3)) // => [5, 3, 4294967295]
 */
export function remapCodes(codes: Uint32Array, newCode: Uint32Array): Uint32Array {
	const remapped = new Uint32Array(codes.length);
	for (let i = 0; i < codes.length; i++) {
		const code = codes[i] as number;
		remapped[i] = code === NO_CODE ? NO_CODE : (newCode[code] as number);
	}
	return remapped;
}
