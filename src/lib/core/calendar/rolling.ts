import type { PeriodUnit } from './period.ts';

const daysOf: Readonly<Record<PeriodUnit, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/**
 * Length in days of the rolling window that stands for a calendar unit: fixed, so that every customer's
 * window has the same chance to hold an order. 91 days are 13 whole weeks.
 *
 * @example
 * rollingDays('month') // => 30
 */
export function rollingDays(unit: PeriodUnit): number {
	return daysOf[unit];
}

/**
 * The whole window that each number of days 0 .. days − 1 lies in.
 *
 * @example
 * windowsOf(5, 2) // => [0, 0, 1, 1, 2]
 */
export function windowsOf(days: number, windowDays: number): Int32Array {
	const windows = new Int32Array(days);
	for (let day = 0; day < days; day++) windows[day] = Math.floor(day / windowDays);
	return windows;
}
