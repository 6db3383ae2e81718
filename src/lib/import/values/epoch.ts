import { isRealDay } from './calendar-day.ts';

/** Seconds with or without decimals, or milliseconds, since 1970: of ten digits before the point from 2001 on. */
const EPOCH = /^(?:\d{10}(?:\.\d{1,9})?|\d{13})$/;

const MS_DIGITS = 13;
const LAST_SECOND = 4_102_444_800;

/**
 * Milliseconds since 1970 of a text that can be a time stamp of computers, of the years 2001 to 2099; NaN for any other.
 *
 * @param text in NFKC, without blanks around it
 * @example
 * ['1709251200', '1709251200.5', '1709251200000', '45000', '0123456789'].map(epochMs) // => [1709251200000, 1709251200500, 1709251200000, NaN, NaN]
 */
export function epochMs(text: string): number {
	if (!EPOCH.test(text) || text.startsWith('0')) return NaN;
	const ms =
		text.length === MS_DIGITS && !text.includes('.') ? Number(text) : Math.round(Number(text) * 1000);
	return ms < LAST_SECOND * 1000 && ms >= 1e12 ? ms : NaN;
}

/** Records are of days before this one, 1 January 2040. */
const LAST_LIKELY = 2_208_988_800_000;

/** Whether a text can be such a time stamp, of a year in which there are records. */
export const isEpoch = (text: string): boolean => epochMs(text) < LAST_LIKELY;

const hourCode = /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])$/;
const minuteCode = /^(\d{2})(\d{2})(\d{2})([01]\d|2[0-3])[0-5]\d$/;
const FIRST_CODE_YEAR = 1990;
const LAST_CODE_YEAR = 2040;

/**
 * Whether a text of so many digits can be something else as well: a day with its hour (yyyymmddhh) or its minute (yymmddhhmm), or
 * the number of an article (EAN-13), by its check digit.
 *
 * @example
 * ['2024031009', '2403100930', '1709251199'].map(isDigitCode) // => [true, true, false]
 * ['1234567890128', '1709251200000'].map(isDigitCode) // => [true, false]
 */
export function isDigitCode(text: string): boolean {
	if (/^\d{13}$/.test(text)) {
		const sum = Array.from(text, Number).reduce((all, digit, i) => all + digit * (i % 2 === 0 ? 1 : 3), 0);
		return sum % 10 === 0;
	}
	const isDay = (year: number, [, , month, day]: RegExpExecArray): boolean =>
		year >= FIRST_CODE_YEAR && year <= LAST_CODE_YEAR && isRealDay(year, Number(month), Number(day));
	const hours = hourCode.exec(text);
	if (hours !== null && isDay(Number(hours[1]), hours)) return true;
	const minutes = minuteCode.exec(text);
	return minutes !== null && isDay(2000 + Number(minutes[1]), minutes);
}
