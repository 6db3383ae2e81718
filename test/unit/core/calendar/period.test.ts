import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber, weekday } from '#lib/core/calendar/day.ts';
import { periodEnd, periodOf, periodStart, type PeriodUnit } from '#lib/core/calendar/period.ts';
import { isCutShort, periodTable } from '#lib/core/calendar/period-table.ts';
import { rollingDays } from '#lib/core/calendar/rolling.ts';

const units: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year'];
const from = dayNumber(1899, 12, 20);
const to = dayNumber(2101, 3, 5);

describe.each(units)('periods of one %s', (unit) => {
	test('hold every day exactly once, in order and without gaps', () => {
		for (const weekStart of [1, 3, 7]) {
			let period = periodOf(from, unit, weekStart);
			for (let day = from; day <= to; day++) {
				if (day > periodEnd(period, unit, weekStart)) period++;
				if (periodOf(day, unit, weekStart) !== period || periodStart(period, unit, weekStart) > day) {
					expect.fail(`day ${day} of ${unit} (weeks from ${weekStart})`);
				}
			}
			expect(periodStart(period + 1, unit, weekStart)).toBe(periodEnd(period, unit, weekStart) + 1);
		}
	});

	test('are the same in the table as one by one', () => {
		for (const weekStart of [1, 2, 6, 7]) {
			const first = dayNumber(2019, 11, 13);
			const last = dayNumber(2022, 2, 1);
			const table = periodTable(first, last, unit, weekStart);
			const base = periodOf(first, unit, weekStart);
			for (let day = first; day <= last; day++) {
				expect(table.of[day - first]).toBe(periodOf(day, unit, weekStart) - base);
			}
			expect(table.count).toBe(periodOf(last, unit, weekStart) - base + 1);
			expect([...table.starts]).toEqual(
				Array.from({ length: table.count + 1 }, (_, p) => periodStart(base + p, unit, weekStart))
			);
		}
	});
});

test('weeks begin on the chosen day', () => {
	for (let weekStart = 1; weekStart <= 7; weekStart++) {
		for (let week = -30; week < 30; week++) {
			expect(weekday(periodStart(week, 'week', weekStart))).toBe(weekStart);
		}
	}
});

test('quarters begin in January, April, July and October', () => {
	const months = [0, 1, 2, 3].map((q) => civilDate(periodStart(q, 'quarter', 1)).month);
	expect(months).toEqual([1, 4, 7, 10]);
});

test('a table of a single day has one period', () => {
	const table = periodTable(15317, 15317, 'quarter', 1);
	expect([...table.of]).toEqual([0]);
	expect(table.count).toBe(1);
});

test('only the period that ends after the as-of date is cut short', () => {
	const table = periodTable(dayNumber(2011, 10, 15), dayNumber(2011, 12, 9), 'month', 1);
	expect([0, 1, 2].map((period) => isCutShort(table, period, dayNumber(2011, 12, 9)))).toEqual([
		false,
		false,
		true
	]);
	expect(isCutShort(table, 1, dayNumber(2011, 11, 30))).toBe(false);
});

test('rolling windows last 1, 7, 30 and 91 days', () => {
	expect((['day', 'week', 'month', 'quarter'] as const).map(rollingDays)).toEqual([1, 7, 30, 91]);
});
