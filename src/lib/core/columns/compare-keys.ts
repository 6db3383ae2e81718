import type { Dictionary } from './dictionary.ts';

/**
 * Canonical key order: how customer and order keys are sorted everywhere, so that ties between customers are
 * broken alike whatever the order of the file's rows, the language or the platform. Keys of digits alone come
 * first, by numeric value (any length: they are never read as floats), then by their raw text (`007` before `7`);
 * all others by Unicode code point.
 *
 * @returns negative, zero (equal keys only) or positive, as `Array.prototype.sort` wants it.
 * @example
 * ['10', 'b', '9', 'B', '2'].sort(compareKeys) // => ['2', '9', '10', 'B', 'b']
 * compareKeys('007', '7') < 0 // => true
 */
export function compareKeys(a: string, b: string): number {
	if (a === b) return 0;
	const aDigits = isDigits(a);
	if (aDigits !== isDigits(b)) return aDigits ? -1 : 1;
	return aDigits ? compareDigits(a, b) : compareCodePoints(a, b);
}

const ZERO = 48;
const NINE = 57;

function isDigits(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit < ZERO || unit > NINE) return false;
	}
	return text.length > 0;
}

function leadingZeros(text: string): number {
	let zeros = 0;
	while (zeros < text.length - 1 && text.charCodeAt(zeros) === ZERO) zeros++;
	return zeros;
}

/** Without leading zeros a longer number is a larger one, and equal lengths compare as text. */
function compareDigits(a: string, b: string): number {
	const aZeros = leadingZeros(a);
	const bZeros = leadingZeros(b);
	const aLength = a.length - aZeros;
	const bLength = b.length - bZeros;
	if (aLength !== bLength) return aLength - bLength;
	for (let i = 0; i < aLength; i++) {
		const difference = a.charCodeAt(aZeros + i) - b.charCodeAt(bZeros + i);
		if (difference !== 0) return difference;
	}
	return a < b ? -1 : 1;
}

const SURROGATES_START = 0xd800;
const AFTER_SURROGATES = 0xe000;

/**
 * JavaScript compares UTF-16 code units, in which surrogate pairs (U+10000 up) sort before U+E000–U+FFFF.
 * At the first difference, surrogates are ranked above all other units.
 */
function compareCodePoints(a: string, b: string): number {
	const shorter = Math.min(a.length, b.length);
	for (let i = 0; i < shorter; i++) {
		const aUnit = a.charCodeAt(i);
		const bUnit = b.charCodeAt(i);
		if (aUnit === bUnit) continue;
		return rank(aUnit) - rank(bUnit);
	}
	return a.length - b.length;
}

function rank(unit: number): number {
	return unit >= SURROGATES_START && unit < AFTER_SURROGATES ? unit + 0x10000 : unit;
}

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
	const aDigits = isDigitRange(bytes, aFrom, aTo);
	if (aDigits !== isDigitRange(bytes, bFrom, bTo)) return aDigits ? -1 : 1;
	if (!aDigits) return compareRanges(bytes, aFrom, aTo, bFrom, bTo);
	const [aStart, bStart] = [aFrom, bFrom];
	while (aFrom < aTo - 1 && bytes[aFrom] === ZERO) aFrom++;
	while (bFrom < bTo - 1 && bytes[bFrom] === ZERO) bFrom++;
	// Without leading zeros a longer number is a larger one; of equal numbers the raw text decides.
	if (aTo - aFrom !== bTo - bFrom) return aTo - aFrom - (bTo - bFrom);
	return compareRanges(bytes, aFrom, aTo, bFrom, bTo) || compareRanges(bytes, aStart, aTo, bStart, bTo);
}

/** Whether a key is digits alone, one at least. */
function isDigitRange(bytes: Uint8Array, from: number, to: number): boolean {
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
