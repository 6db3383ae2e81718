import type { NumberStyle } from '#lib/core/dataset/recipe.ts';
import { signAtEdge } from './currency.ts';

/** How reading a number ended. */
export const NumberStatus = { OK: 0, EMPTY: 1, INVALID: 2, TOO_LARGE: 3 } as const;
export type NumberStatus = (typeof NumberStatus)[keyof typeof NumberStatus];

/**
 * A decimal number, exactly: `mantissa` × 10^−`decimals`, without trailing zeros after the point. Filled by
 * `readNumber`, so that a million cells need one object. `big` holds mantissas beyond 2^53.
 */
export interface NumberReading {
	mantissa: number;
	big: bigint | null;
	decimals: number;
	/** The money sign beside it, '' for none. */
	sign: string;
	percent: boolean;
	/** The noise of binary fractions (0.30000000000000004) was taken off. */
	denoised: boolean;
}

export const newReading = (): NumberReading => ({
	mantissa: 0,
	big: null,
	decimals: 0,
	sign: '',
	percent: false,
	denoised: false
});

const ZERO = 48;
const MINUS = 45;
const POINT = 46;
const COMMA = 44;

/** Digits that a double always holds exactly. */
const SAFE_DIGITS = 15;

/** Numbers with more digits than this before or after the point are no amounts of anything. */
const MAX_DIGITS = 60;

const multipliers: Readonly<Record<string, number>> = {
	千: 3,
	万: 4,
	百万: 6,
	千万: 7,
	亿: 8,
	k: 3,
	K: 3,
	M: 6
};

/**
 * Reads a number as people and programs write it: full-width digits, money signs, grouped thousands, brackets or
 * a trailing minus for negatives, %, 万 and 亿, exponents. The style says which character parts decimals and
 * which groups; a text that contradicts it is invalid, never reinterpreted. Nothing is computed in floating
 * point, so 0.1 is one tenth.
 *
 * Plain numbers of up to 15 digits take about 30 ns.
 *
 * @example
 * const reading = newReading();
 * readNumber('R$1.652,29', { decimal: ',', group: '.' }, reading) // => 0
 * [reading.mantissa, reading.decimals, reading.sign] // => [165229, 2, 'R$']
 * readNumber('￥1.2万', { decimal: '.', group: ',' }, reading) // => 0
 * reading.mantissa // => 12000
 * readNumber('1e400', { decimal: '.', group: ',' }, reading) // => 3
 */
export function readNumber(raw: string, style: NumberStyle, out: NumberReading): NumberStatus {
	out.big = null;
	out.sign = '';
	out.percent = false;
	out.denoised = false;
	return readPlain(raw, style.decimal === ',' ? COMMA : POINT, out)
		? NumberStatus.OK
		: readAny(raw, style, out);
}

/** Digits, at most one decimal character and a leading minus; false when the text is anything else. */
function readPlain(text: string, decimalUnit: number, out: NumberReading): boolean {
	const length = text.length;
	let i = 0;
	const negative = text.charCodeAt(0) === MINUS;
	if (negative) i = 1;
	// One digit at least, in front of the point.
	const first = text.charCodeAt(i) - ZERO;
	if (!(first >= 0 && first <= 9) || length - i > SAFE_DIGITS) return false;
	let mantissa = 0;
	let decimals = -1;
	for (; i < length; i++) {
		const unit = text.charCodeAt(i);
		const digit = unit - ZERO;
		if (digit >= 0 && digit <= 9) {
			mantissa = mantissa * 10 + digit;
			if (decimals >= 0) decimals++;
		} else if (unit === decimalUnit && decimals < 0) decimals = 0;
		else return false;
	}
	if (decimals < 0) decimals = 0;
	while (decimals > 0 && mantissa % 10 === 0) {
		mantissa /= 10;
		decimals--;
	}
	out.mantissa = negative && mantissa !== 0 ? -mantissa : mantissa;
	out.decimals = decimals;
	return true;
}

/** Peels signs, money, percent and 万 off the digits. */
function readAny(raw: string, style: NumberStyle, out: NumberReading): NumberStatus {
	let text = raw
		.normalize('NFKC')
		.replace(/\u2212/g, '-')
		.trim();
	if (text.startsWith('="') && text.endsWith('"')) text = text.slice(2, -1).trim();
	if (/^'[-+(\d]/.test(text)) text = text.slice(1);
	if (text === '') return NumberStatus.EMPTY;
	if (text.length > 4 * MAX_DIGITS) return NumberStatus.INVALID;
	let negatives = 0;
	const peel = (pattern: RegExp, counts: boolean): boolean => {
		const match = pattern.exec(text);
		if (match === null) return false;
		text = (match[1] ?? '').trim();
		if (counts) negatives++;
		return true;
	};
	peel(/^\((.+)\)$/, true);
	if (!peel(/^-(.+)$/, true)) peel(/^\+(.+)$/, false);
	const leading = signAtEdge(text, 'start');
	if (leading !== '') {
		out.sign = leading;
		text = text.slice(leading.length).trim();
		peel(/^\((.+)\)$/, true);
		if (!peel(/^-(.+)$/, true)) peel(/^\+(.+)$/, false);
	}
	peel(/^(.+)-$/, true);
	const trailing = signAtEdge(text, 'end');
	if (trailing !== '') {
		if (out.sign !== '' && trailing.toUpperCase() !== out.sign.toUpperCase()) {
			// ¥12元 and $12 USD say the same twice; 12 € after a $ does not.
			if (!sameMoney(out.sign, trailing)) return NumberStatus.INVALID;
			if (out.sign === '$' || out.sign === '¥') out.sign = trailing;
		}
		if (out.sign === '') out.sign = trailing;
		text = text.slice(0, -trailing.length).trim();
		peel(/^(.+)-$/, true);
	}
	if (negatives > 1) return NumberStatus.INVALID;
	if (peel(/^(.+)%$/, false)) out.percent = true;
	let shift = out.percent ? -2 : 0;
	const unit = /(百万|千万|[千万亿kKM])$/.exec(text)?.[1];
	if (unit !== undefined) {
		shift += multipliers[unit] as number;
		text = text.slice(0, -unit.length).trim();
	}
	return readDigits(text, style, negatives === 1, shift, out);
}

function sameMoney(a: string, b: string): boolean {
	const pairs = [
		['¥', '元'],
		['¥', 'CNY'],
		['¥', 'RMB'],
		['¥', 'JPY'],
		['$', 'USD'],
		['$', 'CAD'],
		['$', 'AUD'],
		['€', 'EUR'],
		['£', 'GBP']
	];
	const upper = b.toUpperCase();
	return pairs.some(([x, y]) => a === x && upper === y);
}

const patterns = new Map<string, RegExp>();

/** Ungrouped; or grouped by threes (also 12,34,567 when commas group); both with decimals and an exponent. */
function patternOf(style: NumberStyle): RegExp {
	const key = style.decimal + style.group;
	let pattern = patterns.get(key);
	if (pattern === undefined) {
		const decimal = style.decimal === '.' ? '\\.' : ',';
		const group = style.group === '.' ? '\\.' : style.group === ' ' ? '[ \\u00a0\\u202f]' : style.group;
		const grouped = group === '' ? '' : `|\\d{1,3}(?:${group}\\d{3})+`;
		const lakhs = style.group === ',' ? '|\\d{1,2}(?:,\\d{2})+,\\d{3}' : '';
		pattern = new RegExp(
			`^(?:(\\d+${grouped}${lakhs})(?:${decimal}(\\d*))?|${decimal}(\\d+))(?:[eE]([-+]?\\d{1,6}))?$`
		);
		patterns.set(key, pattern);
	}
	return pattern;
}

function readDigits(
	text: string,
	style: NumberStyle,
	negative: boolean,
	shift: number,
	out: NumberReading
): NumberStatus {
	const match = patternOf(style).exec(text);
	if (match === null) return NumberStatus.INVALID;
	const whole = (match[1] ?? '').replace(/\D/g, '');
	const fraction = match[2] ?? match[3] ?? '';
	const exponent = Number(match[4] ?? '0') + shift;
	let digits = (whole + fraction).replace(/^0+/, '');
	let decimals = fraction.length - exponent;
	if (digits === '') return setNumber('0', 0, false, out);
	if (digits.length - decimals > MAX_DIGITS) return NumberStatus.TOO_LARGE;
	if (decimals - digits.length > MAX_DIGITS) return setNumber('0', 0, false, out);
	if (decimals < 0) {
		digits += '0'.repeat(-decimals);
		decimals = 0;
	}
	[digits, decimals] = withoutTrailingZeros(digits, decimals);
	const clean = withoutNoise(digits, decimals);
	if (clean !== null) {
		[digits, decimals] = clean;
		out.denoised = true;
	}
	return setNumber(digits, decimals, negative, out);
}

function withoutTrailingZeros(digits: string, decimals: number): [string, number] {
	let end = digits.length;
	let left = decimals;
	while (left > 0 && end > 0 && digits.charCodeAt(end - 1) === ZERO) {
		end--;
		left--;
	}
	return [end === 0 ? '0' : digits.slice(0, end), end === 0 ? 0 : left];
}

/** Digits beyond which a decimal text can only come from printing a double. */
const NOISY_DIGITS = 16;

/**
 * 0.30000000000000004 and 12.340000000000001 are doubles printed in full: rounded to 15 digits they end in a run
 * of zeros. Such a number is read as the short one; any other long number is left as it stands.
 */
function withoutNoise(digits: string, decimals: number): [string, number] | null {
	if (digits.length < NOISY_DIGITS || decimals === 0) return null;
	const cut = digits.length - SAFE_DIGITS;
	if (cut > decimals) return null;
	const rounded = (BigInt(digits) + 5n * 10n ** BigInt(cut - 1)) / 10n ** BigInt(cut);
	const [short, left] = withoutTrailingZeros(rounded.toString(), decimals - cut);
	return short.length <= SAFE_DIGITS - 2 ? [short, left] : null;
}

function setNumber(digits: string, decimals: number, negative: boolean, out: NumberReading): NumberStatus {
	out.decimals = decimals;
	if (digits.length <= SAFE_DIGITS) {
		const value = Number(digits);
		out.mantissa = negative && value !== 0 ? -value : value;
	} else {
		const value = BigInt(digits);
		out.big = negative ? -value : value;
		out.mantissa = Number(out.big);
	}
	return NumberStatus.OK;
}

/** The number that a cell holds, as near as a double comes to it; null where it holds none. */
export function numberIn(raw: string, style: NumberStyle): number | null {
	const reading = newReading();
	return readNumber(raw, style, reading) === NumberStatus.OK
		? reading.mantissa / 10 ** reading.decimals
		: null;
}
