import { civilDate, dayNumber, daysInMonth } from './day.ts';

/**
 * The same day of the month some months earlier: the last day of a month goes to the last day, and a day that the earlier
 * month does not have to its last.
 *
 * @example
 * monthsBefore(dayNumber(2024, 3, 15), 1) === dayNumber(2024, 2, 15) // => true
 * monthsBefore(dayNumber(2024, 2, 29), 1) === dayNumber(2024, 1, 31) // => true
 * monthsBefore(dayNumber(2024, 5, 30), 3) === dayNumber(2024, 2, 29) // => true
 */
export function monthsBefore(day: number, months: number): number {
	const { year, month, day: ofMonth } = civilDate(day);
	const index = year * 12 + month - 1 - months;
	const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
	const length = daysInMonth(y, m);
	return dayNumber(y, m, ofMonth === daysInMonth(year, month) ? length : Math.min(ofMonth, length));
}
