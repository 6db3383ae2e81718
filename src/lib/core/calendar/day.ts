/** A date of the civil (Gregorian) calendar; month 1..12, day 1..31. */
export interface CivilDate {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

/** Days in 400 Gregorian years, after which the calendar repeats. */
const eraDays = 146_097;
/** Day number of 0000-03-01, counted backwards from 1970-01-01. */
const epochShift = 719_468;

/**
 * Day number (whole days since 1970-01-01) of a civil date. Pure arithmetic: no time zone, any year.
 * The date must exist (`isCivilDate`). Years are taken to begin in March, so that the leap day comes last.
 *
 * @example
 * dayNumber(1970, 1, 1) // => 0
 * dayNumber(2011, 12, 9) // => 15317
 * dayNumber(1969, 12, 31) // => -1
 */
export function dayNumber(year: number, month: number, day: number): number {
	const y = month > 2 ? year : year - 1;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * eraDays + dayOfEra - epochShift;
}

/**
 * The civil date of a day number: the inverse of `dayNumber`.
 *
 * @example
 * civilDate(15317) // => { year: 2011, month: 12, day: 9 }
 * civilDate(-1) // => { year: 1969, month: 12, day: 31 }
 */
export function civilDate(day: number): CivilDate {
	const shifted = day + epochShift;
	const era = Math.floor(shifted / eraDays);
	const dayOfEra = shifted - era * eraDays;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
	};
}

/**
 * Days in a month.
 *
 * @example
 * daysInMonth(2024, 2) // => 29
 * daysInMonth(1900, 2) // => 28
 */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Whether year, month and day name a date that exists.
 *
 * @example
 * isCivilDate(2023, 2, 29) // => false
 * isCivilDate(2024, 2, 29) // => true
 */
export function isCivilDate(year: number, month: number, day: number): boolean {
	return (
		Number.isInteger(year) &&
		Number.isInteger(month) &&
		Number.isInteger(day) &&
		month >= 1 &&
		month <= 12 &&
		day >= 1 &&
		day <= daysInMonth(year, month)
	);
}

/**
 * Day of the week, 1 = Monday … 7 = Sunday.
 *
 * @example
 * weekday(0) // => 4
 * weekday(15317) // => 5
 */
export function weekday(day: number): number {
	return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * A day number as ISO 8601 text, years 0..9999 with four digits.
 *
 * @example
 * isoDate(15317) // => '2011-12-09'
 */
export function isoDate(day: number): string {
	const date = civilDate(day);
	const two = (n: number): string => String(n).padStart(2, '0');
	return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/**
 * The day number of ISO 8601 text (YYYY-MM-DD), or null when the text is no existing date.
 *
 * @example
 * parseIsoDate('2011-12-09') // => 15317
 * parseIsoDate('2011-02-30') // => null
 */
export function parseIsoDate(text: string): number | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (match === null) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	return isCivilDate(year, month, day) ? dayNumber(year, month, day) : null;
}
