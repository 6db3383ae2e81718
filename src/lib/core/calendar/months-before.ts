import { civilDate, dayNumber, daysInMonth } from './day.ts';

/**
 * The same day of the month some months earlier: the last day of a month goes to the last day, and a day that the earlier
 * month does not have to its last.
 *
 * @example
 * monthsBefore(15317, 1) // => 15287
 * monthsBefore(15308, 1) // => 15278
 */
export function monthsBefore(day: number, months: number): number {
	const { year, month, day: ofMonth } = civilDate(day);
	const index = year * 12 + month - 1 - months;
	const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
	const length = daysInMonth(y, m);
	return dayNumber(y, m, ofMonth === daysInMonth(year, month) ? length : Math.min(ofMonth, length));
}
