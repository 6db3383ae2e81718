import type { NumberReading } from '../values/read-number.ts';

const ZERO = 48;
const MINUS = 45;
const POINT = 46;
const COMMA = 44;

/** Digits that a double always holds exactly. */
const SAFE_DIGITS = 15;

/**
 * Reads a number that is written plainly: digits, one decimal character at most, a leading minus. False when the
 * bytes are anything else, and `readNumber` has to look.
 *
 * @example
 * const reading = { mantissa: 0, big: null, decimals: 0, sign: '', percent: false, denoised: false };
 * readPlainNumber(new TextEncoder().encode('-12.50'), 0, 6, '.', reading) // => true
 * [reading.mantissa, reading.decimals] // => [-125, 1]
 * readPlainNumber(new TextEncoder().encode('1,250'), 0, 5, '.', reading) // => false
 */
export function readPlainNumber(
	bytes: Uint8Array,
	from: number,
	to: number,
	decimal: '.' | ',',
	out: NumberReading
): boolean {
	const mark = decimal === ',' ? COMMA : POINT;
	const negative = from < to && bytes[from] === MINUS;
	const start = negative ? from + 1 : from;
	const length = to - start;
	if (length === 0 || length > SAFE_DIGITS) return false;
	let mantissa = 0;
	let at = start;
	for (; at < to; at++) {
		const digit = (bytes[at] as number) - ZERO;
		if (digit < 0 || digit > 9) break;
		mantissa = mantissa * 10 + digit;
	}
	let decimals = 0;
	if (at < to) {
		if (bytes[at] !== mark || at === start) return false;
		let end = to;
		while (end > at + 1 && bytes[end - 1] === ZERO) end--;
		for (let i = at + 1; i < end; i++) {
			const digit = (bytes[i] as number) - ZERO;
			if (digit < 0 || digit > 9) return false;
			mantissa = mantissa * 10 + digit;
		}
		decimals = end - at - 1;
	}
	out.mantissa = negative && mantissa !== 0 ? -mantissa : mantissa;
	out.decimals = decimals;
	out.big = null;
	out.sign = '';
	out.percent = false;
	out.denoised = false;
	return true;
}

/** Whether bytes are digits alone, with or without a leading minus; a cell without a byte is not. */
export function isWholeNumber(bytes: Uint8Array, from: number, to: number): boolean {
	const start = from < to && bytes[from] === MINUS ? from + 1 : from;
	for (let i = start; i < to; i++) {
		const digit = (bytes[i] as number) - ZERO;
		if (digit < 0 || digit > 9) return false;
	}
	return to > start;
}
