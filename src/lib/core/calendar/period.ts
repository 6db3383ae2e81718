import { civilDate, dayNumber } from './day.ts';

/** The calendar periods that results are cut by. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** 1970-01-01 was a Thursday, day 4 of a week that starts on Monday. */
const epochWeekday = 4;

/**
 * Number of the calendar period that holds a day. Numbers of one unit follow each other without gaps, also
 * before 1970; period 0 is the one of 1970-01-01 for months, quarters and years. `weekStart` (1 = Monday …
 * 7 = Sunday) matters for weeks only.
 *
 * @example
 * periodOf(15317, 'month', 1) - periodOf(15309, 'month', 1) // => 0
 * periodOf(15317, 'quarter', 1) // => 167
 * periodOf(15317, 'year', 1) // => 41
 * periodOf(0, 'week', 1) === periodOf(3, 'week', 1) // => true
 * periodOf(3, 'week', 7) === periodOf(0, 'week', 7) // => false
 */
export function periodOf(day: number, unit: PeriodUnit, weekStart: number): number {
	if (unit === 'day') return day;
	if (unit === 'week') return Math.floor((day - (weekStart - epochWeekday)) / 7);
	const { year, month } = civilDate(day);
	const months = (year - 1970) * 12 + month - 1;
	if (unit === 'month') return months;
	return Math.floor(months / (unit === 'quarter' ? 3 : 12));
}

/**
 * First day of a period.
 *
 * @example
 * periodStart(periodOf(15317, 'month', 1), 'month', 1) // => 15309
 * periodStart(periodOf(15317, 'week', 1), 'week', 1) // => 15313
 */
export function periodStart(period: number, unit: PeriodUnit, weekStart: number): number {
	if (unit === 'day') return period;
	if (unit === 'week') return period * 7 + weekStart - epochWeekday;
	const months = period * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12);
	const year = Math.floor(months / 12);
	return dayNumber(1970 + year, months - year * 12 + 1, 1);
}

/**
 * Last day of a period.
 *
 * @example
 * periodEnd(periodOf(15317, 'month', 1), 'month', 1) // => 15339
 */
export function periodEnd(period: number, unit: PeriodUnit, weekStart: number): number {
	return periodStart(period + 1, unit, weekStart) - 1;
}
