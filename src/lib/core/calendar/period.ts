import { civilDate, dayNumber } from './day.ts';

/** The calendar periods that results are cut by. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Where weeks and years begin. */
export interface CalendarRule {
	/** 1 = Monday … 7 = Sunday. */
	readonly weekStart: number;
	/** The month in which years begin, 2 … 12; absent = January. Quarters follow it. */
	readonly yearStart?: number;
}

/** 1970-01-01 was a Thursday, day 4 of a week that starts on Monday. */
const epochWeekday = 4;

/**
 * Number of the calendar period that holds a day. Numbers of one unit follow each other without gaps, also
 * before 1970; period 0 is the one of 1970-01-01 for months, and for quarters and years that begin in January.
 *
 * @example
 * periodOf(15317, 'month', { weekStart: 1 }) - periodOf(15309, 'month', { weekStart: 1 }) // => 0
 * periodOf(15317, 'quarter', { weekStart: 1 }) // => 167
 * periodOf(15317, 'year', { weekStart: 1 }) // => 41
 * periodOf(15317, 'year', { weekStart: 1, yearStart: 4 }) === periodOf(15430, 'year', { weekStart: 1, yearStart: 4 }) // => true
 * periodOf(0, 'week', { weekStart: 1 }) === periodOf(3, 'week', { weekStart: 1 }) // => true
 * periodOf(3, 'week', { weekStart: 7 }) === periodOf(0, 'week', { weekStart: 7 }) // => false
 */
export function periodOf(day: number, unit: PeriodUnit, rule: CalendarRule): number {
	if (unit === 'day') return day;
	if (unit === 'week') return Math.floor((day - (rule.weekStart - epochWeekday)) / 7);
	const { year, month } = civilDate(day);
	const months = (year - 1970) * 12 + month - 1;
	if (unit === 'month') return months;
	return Math.floor((months - shiftOf(rule)) / monthsIn(unit));
}

/**
 * First day of a period.
 *
 * @example
 * periodStart(periodOf(15317, 'month', { weekStart: 1 }), 'month', { weekStart: 1 }) // => 15309
 * periodStart(periodOf(15317, 'week', { weekStart: 1 }), 'week', { weekStart: 1 }) // => 15313
 * periodStart(periodOf(15317, 'year', { weekStart: 1, yearStart: 4 }), 'year', { weekStart: 1, yearStart: 4 }) // => 15065
 */
export function periodStart(period: number, unit: PeriodUnit, rule: CalendarRule): number {
	if (unit === 'day') return period;
	if (unit === 'week') return period * 7 + rule.weekStart - epochWeekday;
	const months = unit === 'month' ? period : period * monthsIn(unit) + shiftOf(rule);
	const year = Math.floor(months / 12);
	return dayNumber(1970 + year, months - year * 12 + 1, 1);
}

/**
 * Last day of a period.
 *
 * @example
 * periodEnd(periodOf(15317, 'month', { weekStart: 1 }), 'month', { weekStart: 1 }) // => 15339
 */
export function periodEnd(period: number, unit: PeriodUnit, rule: CalendarRule): number {
	return periodStart(period + 1, unit, rule) - 1;
}

/** Months by which the years begin after January. */
function shiftOf({ yearStart = 1 }: CalendarRule): number {
	return yearStart - 1;
}

function monthsIn(unit: 'quarter' | 'year'): number {
	return unit === 'quarter' ? 3 : 12;
}
