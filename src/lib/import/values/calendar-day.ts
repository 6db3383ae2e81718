/** First and last year that a cell can mean; beyond them a date is a slip of the pen. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a day exists in the (Gregorian) calendar, within the years that a cell can mean.
 *
 * @example
 * isRealDay(2024, 2, 30) // => false
 * isRealDay(2024, 2, 29) // => true
 */
export function isRealDay(year: number, month: number, day: number): boolean {
	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
	const leap = month === 2 && (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0);
	return day <= (monthLengths[month - 1] as number) + (leap ? 1 : 0);
}

/** 24 is 2024 and 99 is 1999: the split that POSIX and most databases use. */
export function fullYear(year: number, digits: number): number {
	if (digits > 2) return year;
	return year < 70 ? 2000 + year : 1900 + year;
}

/**
 * Days since 1970-01-01 of a day that exists, by whole-number arithmetic on years that start in March, so that
 * the leap day is the last of its year. No clock, no time zone.
 *
 * @example
 * dayNumber(1970, 1, 1) // => 0
 * dayNumber(2011, 12, 9) // => 15317
 */
export function dayNumber(year: number, month: number, day: number): number {
	const marchYear = month > 2 ? year : year - 1;
	const monthFromMarch = (month + 9) % 12;
	const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
	return (
		365 * marchYear +
		Math.floor(marchYear / 4) -
		Math.floor(marchYear / 100) +
		Math.floor(marchYear / 400) +
		dayOfYear -
		719_468
	);
}
