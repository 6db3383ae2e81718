import { isoDate } from '#lib/core/calendar/day.ts';
import { isRealDay } from '../values/calendar-day.ts';

/** What stands for a truth value, as spreadsheets write it into CSV. */
export const truthText = (value: boolean): string => (value ? 'TRUE' : 'FALSE');

const WHOLE = /^-?\d+$/;
const DECIMAL = /^-?\d+\.\d+$/;

/**
 * A number as a file writes it, as the shortest decimal text that means the same: whole numbers keep all their digits,
 * also beyond 2^53; the noise of binary fractions goes. '' for what is no number.
 *
 * @example
 * numberText('37.229999999999997') // => '37.23'
 * numberText('123456789012345678') // => '123456789012345678'
 * numberText('1.5E+3') // => '1500'
 * numberText('-0') // => '0'
 */
export function numberText(token: string): string {
	if (WHOLE.test(token)) return token.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-0$/, '0');
	const value = Number(token);
	if (!Number.isFinite(value) || token.trim() === '') return '';
	return valueText(value);
}

/**
 * As `numberText`, but decimals keep the digits that they were written with: for files in which numbers are text.
 *
 * @example
 * exactText('0.12345678901234567890') // => '0.1234567890123456789'
 * exactText('12.50') // => '12.5'
 */
export function exactText(token: string): string {
	if (!DECIMAL.test(token)) return numberText(token);
	const text = token.replace(/0+$/, '').replace(/\.$/, '');
	return WHOLE.test(text) ? numberText(text) : text;
}

/**
 * The shortest decimal text that reads back as the same double.
 *
 * @example
 * valueText(0.1) // => '0.1'
 * valueText(-0) // => '0'
 */
export function valueText(value: number): string {
	return value === 0 ? '0' : String(value);
}

const DAY_MS = 86_400_000;
/** The day before which Excel's serial 1 lies, as days before 1970: with the 29 February 1900 that never was. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** 31 December 9999, the last day that Excel knows. */
const LAST_SERIAL_1900 = 2_958_465;

/**
 * A day number of a spreadsheet as a date: `2024-03-05`, or with its time where it has one. A time alone (below 1) is
 * `14:03:00`. Numbers that are no day stay numbers. Times are kept to the millisecond, which serial numbers hold.
 *
 * @example
 * serialText(45356, false) // => '2024-03-05'
 * serialText(45356.58541666667, false) // => '2024-03-05 14:03:00'
 * serialText(43894, true) // => '2024-03-05'
 * serialText(60, false) // => '1900-02-29'
 */
export function serialText(serial: number, from1904: boolean): string {
	const last = LAST_SERIAL_1900 - (from1904 ? EPOCH_1900 - EPOCH_1904 : 0);
	if (!(serial >= 0) || serial >= last + 1) return valueText(serial);
	let whole = Math.floor(serial);
	// The fraction alone: a product with the whole days would lose the last digits of the milliseconds.
	let ms = Math.round((serial - whole) * DAY_MS);
	if (ms === DAY_MS) {
		ms = 0;
		whole++;
	}
	const time = timeText(ms);
	if (serial < 1 && !from1904) return time === '' ? '00:00:00' : time;
	const date = from1904
		? isoDate(whole - EPOCH_1904)
		: whole === 60
			? '1900-02-29'
			: isoDate(whole - (whole > 60 ? EPOCH_1900 : EPOCH_1900 - 1));
	return time === '' ? date : `${date} ${time}`;
}

/** A duration in days as hours, minutes and seconds: what `[h]:mm` shows. */
export function durationText(days: number): string {
	const seconds = Math.round(Math.abs(days) * 86_400);
	const hours = Math.floor(seconds / 3600);
	return `${days < 0 ? '-' : ''}${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * Milliseconds since 1970 as a date with its time of day, without one at midnight if `bare`.
 *
 * @example
 * instantText(1709647380000, false) // => '2024-03-05 14:03:00'
 * instantText(1709596800000, true) // => '2024-03-05'
 */
export function instantText(ms: number, bare: boolean): string {
	const day = Math.floor(ms / DAY_MS);
	const time = timeText(ms - day * DAY_MS);
	if (time === '') return bare ? isoDate(day) : `${isoDate(day)} 00:00:00`;
	return `${isoDate(day)} ${time}`;
}

/** HH:MM:SS, with milliseconds where there are some; '' at midnight. */
function timeText(ms: number): string {
	if (ms === 0) return '';
	const seconds = Math.floor(ms / 1000);
	const rest = ms % 1000;
	const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
	return rest === 0 ? text : `${text}.${String(rest).padStart(3, '0')}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** How a number format shows numbers. */
export type NumberLook = 'number' | 'date' | 'duration';

/** Formats that files name by number alone, with those that Chinese, Japanese and Korean Excel add. */
function builtInLook(id: number): NumberLook | null {
	if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58))
		return 'date';
	if (id === 46) return 'duration';
	return id < 164 ? 'number' : null;
}

/**
 * Whether a number format shows its numbers as dates. Quoted text, escaped signs, colours and conditions do not count;
 * letters of days, months, years, hours and seconds do.
 *
 * @example
 * lookOf('yyyy/m/d\\ h:mm;@', 176) // => 'date'
 * lookOf('#,##0.00"元/day"', 170) // => 'number'
 * lookOf('[Red]0.00', 171) // => 'number'
 * lookOf('[h]:mm:ss', 172) // => 'duration'
 * lookOf(null, 14) // => 'date'
 */
export function lookOf(code: string | null, id: number): NumberLook {
	if (code === null) return builtInLook(id) ?? 'number';
	const section = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? '';
	if (/\[(?:h+|m+|s+)\]/i.test(section)) return 'duration';
	const bare = section.replace(/\[[^\]]*\]/g, '');
	return /[ydhsm年月日]/i.test(bare.replace(/general/gi, '')) ? 'date' : 'number';
}

/** A day that a date cell names, when it exists: ISO 8601, as strict workbooks write it. */
export function isoCellText(raw: string): string {
	const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(raw.trim());
	if (match === null || !isRealDay(Number(match[1]), Number(match[2]), Number(match[3]))) return raw;
	const date = `${match[1]}-${match[2]}-${match[3]}`;
	return match[4] === undefined || match[4] === '00:00:00' ? date : `${date} ${match[4]}`;
}
