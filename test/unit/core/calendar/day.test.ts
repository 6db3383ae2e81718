import { describe, expect, test } from 'vitest';
import {
	civilDate,
	dayNumber,
	daysInMonth,
	isCivilDate,
	isoDate,
	parseIsoDate,
	weekday
} from '#lib/core/calendar/day.ts';

describe('day numbers', () => {
	test('agree with the platform calendar on every day of years 1..9999 that a step of 37 days meets', () => {
		const milliseconds = 86_400_000;
		const wrong: number[] = [];
		let compared = 0;
		for (let day = dayNumber(1, 1, 1); day <= dayNumber(9999, 12, 31); day += 37) {
			const date = new Date(day * milliseconds);
			const civil = civilDate(day);
			const same =
				civil.year === date.getUTCFullYear() &&
				civil.month === date.getUTCMonth() + 1 &&
				civil.day === date.getUTCDate() &&
				dayNumber(civil.year, civil.month, civil.day) === day &&
				weekday(day) % 7 === date.getUTCDay();
			if (!same) wrong.push(day);
			compared++;
		}
		expect(wrong).toEqual([]);
		expect(compared).toBeGreaterThan(98_000);
	});

	test('follow each other through every month end of four centuries', () => {
		const wrong: number[][] = [];
		let expected = dayNumber(1800, 1, 1);
		for (let year = 1800; year < 2200; year++) {
			for (let month = 1; month <= 12; month++) {
				for (let day = 1; day <= daysInMonth(year, month); day++) {
					if (dayNumber(year, month, day) !== expected++) wrong.push([year, month, day]);
				}
			}
		}
		expect(wrong).toEqual([]);
		expect(expected).toBe(dayNumber(2200, 1, 1));
	});
});

test('dates that do not exist are refused', () => {
	for (const [year, month, day] of [
		[2023, 2, 29],
		[1900, 2, 29],
		[2024, 4, 31],
		[2024, 13, 1],
		[2024, 0, 1],
		[2024, 1, 0],
		[2024, 1.5, 1]
	] as const) {
		expect(isCivilDate(year, month, day)).toBe(false);
	}
	expect(isCivilDate(2000, 2, 29)).toBe(true);
});

test('ISO text and day numbers turn into each other', () => {
	for (const text of ['0001-01-01', '1969-12-31', '1970-01-01', '2000-02-29', '9999-12-31']) {
		const day = parseIsoDate(text);
		expect(day).not.toBeNull();
		expect(isoDate(day ?? 0)).toBe(text);
	}
	for (const text of ['2023-02-29', '2023-2-09', '09/12/2011', '2011-12-09T00:00', '']) {
		expect(parseIsoDate(text)).toBeNull();
	}
});
