/**
 * Canonical key order over strings, the plain way: what `compareKeyBytes` answers from bytes is held to it.
 *
 * @returns negative, zero (equal keys only) or positive, as `Array.prototype.sort` wants it.
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
