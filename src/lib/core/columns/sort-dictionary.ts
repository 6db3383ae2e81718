import { compareKeyBytes } from './compare-key-bytes.ts';
import { NO_CODE, type Dictionary } from './dictionary.ts';
import { rowOrder, sortByNumbers } from './order-index.ts';
import { sortByBytes } from './sort-bytes.ts';

/** A dictionary in canonical key order, and where each of the old codes went. */
export interface SortedDictionary {
	readonly dictionary: Dictionary;
	/** Old code → new code. */
	readonly newCode: Uint32Array;
}

/**
 * Sorts the strings of a dictionary into canonical key order (`compareKeyBytes`). Strings must be distinct, as a builder
 * makes them. Running time: see `sortKeys`.
 */
export function sortDictionary(dictionary: Dictionary): SortedDictionary {
	return reorderDictionary(dictionary, sortKeys(dictionary));
}

/** Digits that a double holds exactly: keys no longer than this are sorted as numbers. */
const SAFE_DIGITS = 15;
const ZERO = 48;

/**
 * The codes of a dictionary in canonical key order (`compareKeyBytes`). No string is made: keys that are plain numbers, as
 * most ids are, are sorted as numbers, texts by their bytes, both in linear time; keys that are in order already cost
 * a comparison each. 100,000 keys in about 30 ms.
 */
export function sortKeys(dictionary: Dictionary): Uint32Array {
	const { size, offsets } = dictionary;
	if (isSorted(dictionary)) return rowOrder(size);
	const numbers: number[] = [];
	const paddedOrLong: number[] = [];
	const texts: number[] = [];
	const value = new Float64Array(size);
	for (let code = 0; code < size; code++) {
		const number = numberAt(dictionary.bytes, offsets[code] as number, offsets[code + 1] as number);
		if (number >= 0) {
			value[code] = number;
			numbers.push(code);
		} else if (number === DIGITS) paddedOrLong.push(code);
		else texts.push(code);
	}
	paddedOrLong.sort((a, b) => compareKeyBytes(dictionary, a, b));
	const order = new Uint32Array(size);
	order.set(merge(sortByNumbers(Uint32Array.from(numbers), value), paddedOrLong, dictionary));
	order.set(sortByBytes(dictionary, Uint32Array.from(texts)), size - texts.length);
	return order;
}

function isSorted(dictionary: Dictionary): boolean {
	for (let code = 1; code < dictionary.size; code++) {
		if (compareKeyBytes(dictionary, code - 1, code) > 0) return false;
	}
	return true;
}

/** Answers of `numberAt` for keys that are no plain number. */
const DIGITS = -1;
const TEXT = -2;

/** The number of a key of at most 15 digits without leading zeros; else whether it is digits alone, or text. */
function numberAt(bytes: Uint8Array, from: number, to: number): number {
	let value = 0;
	for (let i = from; i < to; i++) {
		const digit = (bytes[i] as number) - ZERO;
		if (digit < 0 || digit > 9) return TEXT;
		if (i - from < SAFE_DIGITS) value = value * 10 + digit;
	}
	if (to === from) return TEXT;
	const plain = to - from <= SAFE_DIGITS && (bytes[from] !== ZERO || to - from === 1);
	return plain ? value : DIGITS;
}

/** Keys such as `007` belong among the plain numbers, so the two sorted runs are merged, not joined. */
function merge(a: Uint32Array, b: readonly number[], dictionary: Dictionary): Uint32Array {
	if (b.length === 0) return a;
	const merged = new Uint32Array(a.length + b.length);
	let i = 0;
	let j = 0;
	for (let at = 0; at < merged.length; at++) {
		const takeA =
			j >= b.length || (i < a.length && compareKeyBytes(dictionary, a[i] as number, b[j] as number) < 0);
		merged[at] = takeA ? (a[i++] as number) : (b[j++] as number);
	}
	return merged;
}

function isIdentity(order: Uint32Array): boolean {
	for (let i = 0; i < order.length; i++) if (order[i] !== i) return false;
	return true;
}

/** A dictionary with its entries in another order, given as old codes; all of them, once each. */
export function reorderDictionary(dictionary: Dictionary, order: Uint32Array): SortedDictionary {
	const { size } = dictionary;
	if (isIdentity(order)) return { dictionary, newCode: order };
	const first = dictionary.offsets[0] as number;
	const bytes = new Uint8Array((dictionary.offsets[size] as number) - first);
	const offsets = new Uint32Array(size + 1);
	const newCode = new Uint32Array(size);
	let at = 0;
	for (let position = 0; position < size; position++) {
		const old = order[position] as number;
		newCode[old] = position;
		const to = dictionary.offsets[old + 1] as number;
		for (let i = dictionary.offsets[old] as number; i < to; i++) bytes[at++] = dictionary.bytes[i] as number;
		offsets[position + 1] = at;
	}
	return { dictionary: { size, bytes, offsets }, newCode };
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
