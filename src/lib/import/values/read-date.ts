import type { DateOrder } from '#lib/core/dataset/recipe.ts';
import { dayNumber, fullYear, isRealDay, LAST_YEAR } from './calendar-day.ts';
import { clockOffset, clockTime } from './clock-time.ts';
import { datePartsOf } from './date-parts.ts';
import { epochMs } from './epoch.ts';
import { monthPartsOf } from './month-parts.ts';
import type { ZoneClock } from './zone-clock.ts';

/** How reading a date ended. IMPOSSIBLE: it has the form of a date, but no such day exists. */
export const DateStatus = { OK: 0, EMPTY: 1, INVALID: 2, IMPOSSIBLE: 3 } as const;
export type DateStatus = (typeof DateStatus)[keyof typeof DateStatus];

/** A day and a time of day on the wall clock of the file; filled by `readDate`. */
export interface DateReading {
	/** Days since 1970-01-01. */
	day: number;
	/** Milliseconds since midnight; 0 without a time. */
	time: number;
	/** Minutes that the written clock is ahead of UTC; NaN where nothing says so. */
	offset: number;
	/** The parts contradict the column's order but would make a date in the other one (13/12 among month-first). */
	contrary: boolean;
	/** The parts can only be read in the column's order. */
	decisive: boolean;
}

export const newDateReading = (): DateReading => ({
	day: 0,
	time: 0,
	offset: NaN,
	contrary: false,
	decisive: false
});

export const DAY_MS = 86_400_000;

/**
 * Reads a date in the order decided for its column. Dates that start with a four-digit year, that name the
 * month beside such a year, or that write 年月日 mean the same in every order; 3/4/2024 and 24-MAR-05 do not. Two-digit years 70–99 are 19xx,
 * 00–69 are 20xx. A month without a day is one only where the column is of months. Never `Date.parse`: it turns
 * 2024-02-30 into March and shifts by the machine's zone.
 *
 * @example
 * const reading = newDateReading();
 * readDate('2024/3/5 下午 2:30', 'ymd', reading) // => 0
 * [reading.day, reading.time] // => [19787, 52200000]
 * readDate('13/12/2024', 'mdy', reading) // => 3
 * reading.contrary // => true
 * readDate('24-MAR-05', 'ymd-named', reading) // => 0
 * reading.day // => 19787
 */
export function readDate(raw: string, order: DateOrder, out: DateReading): DateStatus {
	out.contrary = false;
	out.decisive = false;
	out.time = 0;
	out.offset = NaN;
	if (readIso(raw, out)) return DateStatus.OK;
	const text = tidy(raw);
	if (text === '') return DateStatus.EMPTY;
	if (order === 'serial-1900' || order === 'serial-1904') {
		const status = readSerial(text, order, out);
		if (status !== DateStatus.INVALID) return status;
	}
	if (order === 'unix') {
		const ms = epochMs(text);
		if (!Number.isNaN(ms)) {
			out.day = Math.floor(ms / DAY_MS);
			out.time = ms - out.day * DAY_MS;
			out.offset = 0;
			return DateStatus.OK;
		}
	}
	if (order === 'month') {
		const parts = monthPartsOf(text);
		if (parts !== null) {
			out.day = dayNumber(parts.year, parts.month, 1);
			return DateStatus.OK;
		}
	}
	return readParts(text, order, out);
}

/** How the dates of a column are read; `zone`: where an instant becomes a day, null = days are those that are written. */
export interface DateStyle {
	readonly order: DateOrder;
	readonly zone: ZoneClock | null;
}

/** `readDate`, and a time that says how far it is from UTC is turned into that of the zone. */
export function readDateIn(raw: string, { order, zone }: DateStyle, out: DateReading): DateStatus {
	const status = readDate(raw, order, out);
	if (zone !== null && status === DateStatus.OK && !Number.isNaN(out.offset)) zone.move(out);
	return status;
}

/** Exactly YYYY-MM-DD, alone or with HH:MM or HH:MM:SS after a blank or T, and no day that does not exist. */
function readIso(text: string, out: DateReading): boolean {
	const length = text.length;
	if (length !== 10 && length !== 16 && length !== 19) return false;
	const mark = text.charCodeAt(4);
	if ((mark !== 45 && mark !== 47) || text.charCodeAt(7) !== mark) return false;
	const year = pair(text, 0) * 100 + pair(text, 2);
	const month = pair(text, 5);
	const day = pair(text, 8);
	if (!isRealDay(year, month, day)) return false;
	let time = 0;
	if (length > 10) {
		const blank = text.charCodeAt(10);
		if ((blank !== 32 && blank !== 84) || text.charCodeAt(13) !== 58) return false;
		const hour = pair(text, 11);
		const minute = pair(text, 14);
		const second = length === 19 ? pair(text, 17) : 0;
		if (length === 19 && text.charCodeAt(16) !== 58) return false;
		// NaN fails every comparison, so a stray letter falls through to the slow reader.
		if (!(hour < 24 && minute < 60 && second < 60)) return false;
		time = ((hour * 60 + minute) * 60 + second) * 1000;
	}
	out.day = dayNumber(year, month, day);
	out.time = time;
	return true;
}

/** The number of two ASCII digits, or NaN. */
function pair(text: string, at: number): number {
	const tens = text.charCodeAt(at) - 48;
	const ones = text.charCodeAt(at + 1) - 48;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** One form for full-width characters, odd blanks and the wrappings of spreadsheets. */
function tidy(raw: string): string {
	let text = raw.normalize('NFKC').trim();
	if (text.startsWith('="') && text.endsWith('"')) text = text.slice(2, -1).trim();
	if (/^'\d/.test(text)) text = text.slice(1);
	return text;
}

const SERIAL = /^\d{1,6}(?:[.,]\d{1,12})?$/;

/** Days that Excel counts from 1900 (with a 29 February 1900 that never was) or from 1904. */
function readSerial(text: string, order: DateOrder, out: DateReading): DateStatus {
	if (!SERIAL.test(text)) return DateStatus.INVALID;
	const value = Number(text.replace(',', '.'));
	const whole = Math.floor(value);
	// Times are kept to the second: that is what the fraction's digits can carry.
	const seconds = Math.round((value - whole) * 86_400);
	let day: number;
	if (order === 'serial-1904') day = whole - 24_107;
	else {
		if (whole === 60 || whole === 0) return DateStatus.IMPOSSIBLE;
		day = whole > 60 ? whole - 25_569 : whole - 25_568;
	}
	if (seconds === 86_400) day++;
	out.day = day;
	out.time = (seconds % 86_400) * 1000;
	return day <= dayNumber(LAST_YEAR, 12, 31) ? DateStatus.OK : DateStatus.IMPOSSIBLE;
}

function readParts(text: string, order: DateOrder, out: DateReading): DateStatus {
	const parts = datePartsOf(text);
	if (parts === null) return DateStatus.INVALID;
	let { year, month, day } = parts;
	const yearLeads = order === 'ymd' || order === 'ymd-named';
	if (parts.kind === 'open') {
		const { first, second, last } = parts;
		year = fullYear(last, parts.lastDigits);
		if (order === 'dmy') [day, month] = [first, second];
		else if (order === 'mdy') [month, day] = [first, second];
		else if (yearLeads && parts.lastDigits === 2 && parts.firstDigits === 2) {
			year = fullYear(first, 2);
			[month, day] = [second, last];
		} else return DateStatus.INVALID;
		const other =
			order === 'dmy' ? isRealDay(year, first, second) : order === 'mdy' && isRealDay(year, second, first);
		const own = isRealDay(year, month, day);
		out.contrary = other && !own;
		out.decisive = own && !other;
	} else if (parts.kind === 'compact' && order !== 'compact-ymd' && !yearLeads) return DateStatus.INVALID;
	else if (order === 'ymd-named' && parts.firstDigits === 2) [year, day] = [fullYear(day, 2), parts.last];
	if (!isRealDay(year, month, day)) return DateStatus.IMPOSSIBLE;
	if (parts.rest !== '') {
		const time = clockTime(parts.rest);
		if (time === -1) return DateStatus.INVALID;
		if (time < 0) return DateStatus.IMPOSSIBLE;
		out.time = time;
		out.offset = clockOffset(parts.rest);
	}
	out.day = dayNumber(year, month, day);
	return DateStatus.OK;
}
