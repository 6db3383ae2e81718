import type { NumberReading } from '../values/read-number.ts';
import type { RowBatch } from './row-batch.ts';

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

/** Digits that fit an integer of 32 bits. */
const SHORT_DIGITS = 9;

/** In `decimals`: the cell is not written plainly. */
export const NOT_PLAIN = 255;

/** `readPlainNumber` of a column of a batch; `decimals` is NOT_PLAIN where it says no. */
export function readPlainNumbers(
	{ bytes, from, to, stride, count }: RowBatch,
	column: number,
	decimal: '.' | ',',
	mantissas: Float64Array,
	decimals: Uint8Array,
	reading: NumberReading
): void {
	const mark = decimal === ',' ? COMMA : POINT;
	for (let row = 0, cell = column * stride; row < count; row++, cell++) {
		const start = from[cell] as number;
		let end = to[cell] as number;
		// Digits with a point among them, not at the start and short: an integer does.
		let value = 0;
		let point = -1;
		let at = start;
		for (; at < end; at++) {
			const digit = (bytes[at] as number) - ZERO;
			if (digit >= 0 && digit <= 9) value = (Math.imul(value, 10) + digit) | 0;
			else if (digit === mark - ZERO && point < 0 && at > start) point = at;
			else break;
		}
		if (at === end && end > start && end - start <= SHORT_DIGITS) {
			let places = 0;
			if (point >= 0) {
				for (; bytes[end - 1] === ZERO; end--) value = (value / 10) | 0;
				places = end - point - 1;
			}
			mantissas[row] = value;
			decimals[row] = places;
		} else if (readPlainNumber(bytes, start, end, decimal, reading)) {
			mantissas[row] = reading.mantissa;
			decimals[row] = reading.decimals;
		} else decimals[row] = NOT_PLAIN;
	}
}
