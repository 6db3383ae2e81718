import type { Dictionary } from './dictionary.ts';

const ZERO = 48;
const NINE = 57;

/**
 * Canonical key order of two entries of a dictionary: how customer and order keys are sorted everywhere, so that ties
 * between customers are broken alike whatever the order of the file's rows, the language or the platform. Keys of
 * digits alone come first, by numeric value (any length: they are never read as floats), then by their raw text (`007`
 * before `7`); all others by Unicode code point, which is the order of their UTF-8 bytes. No string is made.
 *
 * @returns negative, zero (equal keys only) or positive.
 * @example
 * const keys = { size: 2, bytes: Uint8Array.of(49, 48, 57), offsets: Uint32Array.of(0, 2, 3) }; // '10' and '9'
 * compareKeyBytes(keys, 0, 1) > 0 // => true
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
