import type { PeriodUnit } from './period.ts';

/**
 * Length in days of the rolling window that stands for a calendar unit: fixed, so that every customer's
 * window has the same chance to hold an order. 91 days are 13 whole weeks.
 *
 * @example
 * rollingDays('month') // => 30
 */
export function rollingDays(unit: Exclude<PeriodUnit, 'year'>): number {
	return unit === 'day' ? 1 : unit === 'week' ? 7 : unit === 'month' ? 30 : 91;
}
