import { periodOf, periodStart, type CalendarRule, type PeriodUnit } from './period.ts';

/**
 * The periods between two days, worked out once so that a kernel needs one array read per order:
 * `of[day − firstDay]` is the day's period, counted from 0 = the period of `firstDay`.
 */
export interface PeriodTable {
	readonly unit: PeriodUnit;
	readonly firstDay: number;
	readonly lastDay: number;
	readonly of: Int32Array;
	readonly count: number;
	/** First day per period, and after the last period the day that follows it: count + 1 entries. */
	readonly starts: Int32Array;
}

/**
 * Makes the table for the days `firstDay` .. `lastDay`, both inclusive. The first and last period keep their
 * calendar bounds even where the days begin or end inside them. Time and memory: the number of days.
 *
 * @example
 * const table = periodTable(15307, 15311, 'month', { weekStart: 1 });
 * table.of // => [0, 0, 1, 1, 1]
 * table.starts // => [15279, 15309, 15340]
 */
export function periodTable(
	firstDay: number,
	lastDay: number,
	unit: PeriodUnit,
	rule: CalendarRule
): PeriodTable {
	const first = periodOf(firstDay, unit, rule);
	const count = periodOf(lastDay, unit, rule) - first + 1;
	const starts = new Int32Array(count + 1);
	for (let p = 0; p <= count; p++) starts[p] = periodStart(first + p, unit, rule);
	const of = new Int32Array(lastDay - firstDay + 1);
	for (let p = 0; p < count; p++) {
		const from = Math.max(0, (starts[p] as number) - firstDay);
		of.fill(p, from, Math.min(of.length, (starts[p + 1] as number) - firstDay));
	}
	return { unit, firstDay, lastDay, of, count, starts };
}

/**
 * Whether a period of the table ends only after `asOf`, so that the as-of date cuts it short.
 *
 * @example
 * isCutShort(periodTable(15307, 15317, 'month', { weekStart: 1 }), 1, 15317) // => true
 * isCutShort(periodTable(15307, 15339, 'month', { weekStart: 1 }), 1, 15339) // => false
 */
export function isCutShort(table: PeriodTable, period: number, asOf: number): boolean {
	return (table.starts[period + 1] as number) - 1 > asOf;
}
