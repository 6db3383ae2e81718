import { FIRST_YEAR, fullYear } from './calendar-day.ts';
import { monthNamed } from './date-parts.ts';

/** A month of a year. */
export interface MonthParts {
	readonly year: number;
	readonly month: number;
	/**
	 * What it may be as well: `number`, 202403 or 2024.03; `code`, 2024-7; `day`, Mar 24 without a year; `season`, the two
	 * years of 2009/10.
	 */
	readonly orElse: 'number' | 'code' | 'day' | 'season' | null;
}

/** Later than this are codes. */
const LAST_MONTHS_YEAR = 2099;

const MIN_UNITS = 5;
const MAX_UNITS = 16;

const yearFirst = /^(\d{4})\s?[-/]\s?(\d{1,2})$/;
const yearLast = /^(\d{1,2})\s?[-/]\s?(\d{4})$/;
const chinese = /^(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月份?$/;
const named = /^([a-zà-ÿ]{3,10}\.?)(?:[-\s./,]{1,2}(?:de\s)?|(?='))('?)(\d{4}|\d{2})$/i;
const namedLast = /^(\d{4})\s?年?[-\s./,]{0,2}([a-zà-ÿ]{3,10}\.?)月?$/i;
/** The form of months that are numbered from 1 to 12, and of codes that go on from there. */
const numbered = /^\d{4}-\d{1,4}$/;
const bare = /^(\d{4})\.?(\d{2})$/;

/**
 * The month of a text that names one and no day in it, or null. Years of two digits are read as those of days.
 *
 * @param text in NFKC, without blanks around it
 * @example
 * monthPartsOf('2024年3月') // => { year: 2024, month: 3, orElse: null }
 * monthPartsOf('Mar-24') // => { year: 2024, month: 3, orElse: 'day' }
 * monthPartsOf('märz 2024') // => { year: 2024, month: 3, orElse: null }
 * monthPartsOf('2024年Mar') // => { year: 2024, month: 3, orElse: null }
 * monthPartsOf('202403') // => { year: 2024, month: 3, orElse: 'number' }
 * monthPartsOf('2024-13') // => null
 */
export function monthPartsOf(text: string): MonthParts | null {
	if (text.length < MIN_UNITS || text.length > MAX_UNITS) return null;
	let match = yearFirst.exec(text);
	if (match !== null) {
		const month = Number(match[2]);
		const isSeason = (Number(match[1]) + 1) % 100 === month;
		return checked(match[1], month, isSeason ? 'season' : match[2]?.length === 1 ? 'code' : null);
	}
	match = chinese.exec(text);
	if (match !== null) return checked(match[1], Number(match[2]));
	match = yearLast.exec(text);
	if (match !== null) return checked(match[2], Number(match[1]));
	match = bare.exec(text);
	if (match !== null) return checked(match[1], Number(match[2]), 'number');
	match = named.exec(text);
	if (match !== null) {
		// No day is written Mar '24.
		const isShort = match[2] === '' && match[3]?.length === 2;
		return checked(match[3], monthNamed(match[1] ?? ''), isShort ? 'day' : null);
	}
	match = namedLast.exec(text);
	return match === null ? null : checked(match[1], monthNamed(match[2] ?? ''));
}

function checked(written = '', month: number, orElse: MonthParts['orElse'] = null): MonthParts | null {
	const year = fullYear(Number(written), written.length);
	const isOne = year >= FIRST_YEAR && year <= LAST_MONTHS_YEAR && month >= 1 && month <= 12;
	return isOne ? { year, month, orElse } : null;
}

/**
 * Whether a text has the form of 2024-7 and is no month: such as stand in one column with it are codes.
 *
 * @param text in NFKC, without blanks around it
 * @example
 * ['2024-7', '2024-13', '2024-07-01'].map(isNumberedCode) // => [false, true, false]
 */
export const isNumberedCode = (text: string): boolean => numbered.test(text) && monthPartsOf(text) === null;
