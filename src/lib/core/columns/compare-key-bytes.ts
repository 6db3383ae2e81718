import type { Dictionary } from './dictionary.ts';

const ZERO = 48;
const NINE = 57;

/**
 * Canonical key order (`compareKeys`) of two entries of a dictionary, without making strings of them. The order of
 * code points is the order of UTF-8 bytes.
 */
export function compareKeyBytes(dictionary: Dictionary, a: number, b: number): number {
	const { bytes, offsets } = dictionary;
	let aFrom = offsets[a] as number;
	let bFrom = offsets[b] as number;
	const aTo = offsets[a + 1] as number;
	const bTo = offsets[b + 1] as number;
	const aDigits = isDigits(bytes, aFrom, aTo);
	if (aDigits !== isDigits(bytes, bFrom, bTo)) return aDigits ? -1 : 1;
	if (!aDigits) return compareRanges(bytes, aFrom, aTo, bFrom, bTo);
	const [aStart, bStart] = [aFrom, bFrom];
	while (aFrom < aTo - 1 && bytes[aFrom] === ZERO) aFrom++;
	while (bFrom < bTo - 1 && bytes[bFrom] === ZERO) bFrom++;
	// Without leading zeros a longer number is a larger one; of equal numbers the raw text decides.
	if (aTo - aFrom !== bTo - bFrom) return aTo - aFrom - (bTo - bFrom);
	return compareRanges(bytes, aFrom, aTo, bFrom, bTo) || compareRanges(bytes, aStart, aTo, bStart, bTo);
}

/** Whether a key is digits alone, one at least. */
function isDigits(bytes: Uint8Array, from: number, to: number): boolean {
	for (let i = from; i < to; i++) {
		const byte = bytes[i] as number;
		if (byte < ZERO || byte > NINE) return false;
	}
	return to > from;
}

function compareRanges(bytes: Uint8Array, aFrom: number, aTo: number, bFrom: number, bTo: number): number {
	const aLength = aTo - aFrom;
	const bLength = bTo - bFrom;
	const shorter = Math.min(aLength, bLength);
	for (let i = 0; i < shorter; i++) {
		const difference = (bytes[aFrom + i] as number) - (bytes[bFrom + i] as number);
		if (difference !== 0) return difference;
	}
	return aLength - bLength;
}
