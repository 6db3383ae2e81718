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
