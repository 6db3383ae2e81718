import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber, weekday } from '#lib/core/calendar/day.ts';
import {
	periodEnd,
	periodOf,
	periodStart,
	type CalendarRule,
	type PeriodUnit
} from '#lib/core/calendar/period.ts';
import { isCutShort, periodTable } from '#lib/core/calendar/period-table.ts';
import { rollingDays } from '#lib/core/calendar/rolling.ts';

const units: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year'];
const rules: readonly CalendarRule[] = [
	{ weekStart: 1 },
	{ weekStart: 3, yearStart: 4 },
	{ weekStart: 7, yearStart: 12 },
	{ weekStart: 6, yearStart: 2 }
];
const from = dayNumber(1899, 12, 20);
const to = dayNumber(2101, 3, 5);

describe.each(units)('periods of one %s', (unit) => {
	test('hold every day exactly once, in order and without gaps', () => {
		for (const rule of rules) {
			let period = periodOf(from, unit, rule);
			for (let day = from; day <= to; day++) {
				if (day > periodEnd(period, unit, rule)) period++;
				if (periodOf(day, unit, rule) !== period || periodStart(period, unit, rule) > day) {
					expect.fail(`day ${day} of ${unit} (${JSON.stringify(rule)})`);
				}
			}
			expect(periodStart(period + 1, unit, rule)).toBe(periodEnd(period, unit, rule) + 1);
		}
	});

	test('are the same in the table as one by one', () => {
		for (const rule of rules) {
			const first = dayNumber(2019, 11, 13);
			const last = dayNumber(2022, 2, 1);
			const table = periodTable(first, last, unit, rule);
			const base = periodOf(first, unit, rule);
			for (let day = first; day <= last; day++) {
				expect(table.of[day - first]).toBe(periodOf(day, unit, rule) - base);
			}
			expect(table.count).toBe(periodOf(last, unit, rule) - base + 1);
			expect([...table.starts]).toEqual(
				Array.from({ length: table.count + 1 }, (_, p) => periodStart(base + p, unit, rule))
			);
		}
	});
});

test('weeks begin on the chosen day', () => {
	for (let weekStart = 1; weekStart <= 7; weekStart++) {
		for (let week = -30; week < 30; week++) {
			expect(weekday(periodStart(week, 'week', { weekStart }))).toBe(weekStart);
		}
	}
});

test('quarters begin in January, April, July and October', () => {
	const months = [0, 1, 2, 3].map((q) => civilDate(periodStart(q, 'quarter', { weekStart: 1 })).month);
	expect(months).toEqual([1, 4, 7, 10]);
});

test('fiscal quarters and years begin with the month chosen', () => {
	const rule = { weekStart: 1, yearStart: 4 };
	const startOf = (day: number, unit: 'quarter' | 'year') =>
		civilDate(periodStart(periodOf(day, unit, rule), unit, rule));
	expect(startOf(dayNumber(2025, 3, 31), 'year')).toEqual({ year: 2024, month: 4, day: 1 });
	expect(startOf(dayNumber(2025, 4, 1), 'year')).toEqual({ year: 2025, month: 4, day: 1 });
	expect(startOf(dayNumber(2025, 2, 1), 'quarter')).toEqual({ year: 2025, month: 1, day: 1 });
	const moved = { weekStart: 1, yearStart: 2 };
	expect(
		civilDate(periodStart(periodOf(dayNumber(2025, 1, 31), 'quarter', moved), 'quarter', moved))
	).toEqual({
		year: 2024,
		month: 11,
		day: 1
	});
});

test('a table of a single day has one period', () => {
	const table = periodTable(15317, 15317, 'quarter', { weekStart: 1 });
	expect([...table.of]).toEqual([0]);
	expect(table.count).toBe(1);
});

test('only the period that ends after the as-of date is cut short', () => {
	const table = periodTable(dayNumber(2011, 10, 15), dayNumber(2011, 12, 9), 'month', { weekStart: 1 });
	expect([0, 1, 2].map((period) => isCutShort(table, period, dayNumber(2011, 12, 9)))).toEqual([
		false,
		false,
		true
	]);
	expect(isCutShort(table, 1, dayNumber(2011, 11, 30))).toBe(false);
});

test('rolling windows last 1, 7, 30, 91 and 365 days', () => {
	expect(units.map(rollingDays)).toEqual([1, 7, 30, 91, 365]);
});
