import { FIRST_YEAR, LAST_YEAR } from './calendar-day.ts';
import { monthNamed } from './date-parts.ts';

/** A month of a year. */
export interface MonthParts {
	readonly year: number;
	readonly month: number;
	/** 202403 or 2024.03: a number as well. */
	readonly isBare: boolean;
}

const MIN_UNITS = 5;
const MAX_UNITS = 16;

const yearFirst = /^(\d{4})\s?[-/]\s?(\d{1,2})$/;
const yearLast = /^(\d{1,2})\s?[-/]\s?(\d{4})$/;
const chinese = /^(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月份?$/;
const named = /^([a-z]{3,9}\.?)[-\s./,']{1,2}(\d{4}|\d{2})$/i;
const namedLast = /^(\d{4})[-\s./]([a-z]{3,9}\.?)$/i;
const bare = /^(\d{4})\.?(\d{2})$/;

/**
 * The month of a text that names one and no day in it, or null. Two digits are a year of this century, as Excel writes
 * Mar-24.
 *
 * @param text in NFKC, without blanks around it
 * @example
 * monthPartsOf('2024年3月') // => { year: 2024, month: 3, isBare: false }
 * monthPartsOf('Mar-24') // => { year: 2024, month: 3, isBare: false }
 * monthPartsOf('202403') // => { year: 2024, month: 3, isBare: true }
 * monthPartsOf('2024-13') // => null
 */
export function monthPartsOf(text: string): MonthParts | null {
	if (text.length < MIN_UNITS || text.length > MAX_UNITS) return null;
	let match = yearFirst.exec(text) ?? chinese.exec(text);
	if (match !== null) return checked(match[1], Number(match[2]));
	match = yearLast.exec(text);
	if (match !== null) return checked(match[2], Number(match[1]));
	match = bare.exec(text);
	if (match !== null) return checked(match[1], Number(match[2]), true);
	match = named.exec(text);
	if (match !== null) return checked(match[2], monthNamed(match[1] ?? ''));
	match = namedLast.exec(text);
	return match === null ? null : checked(match[1], monthNamed(match[2] ?? ''));
}

function checked(written: string | undefined, month: number, isBare = false): MonthParts | null {
	const year = Number(written) + (written?.length === 2 ? 2000 : 0);
	return year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 ? null : { year, month, isBare };
}
