import { describe, expect, test } from 'vitest';
import { lunarNewYear } from '#lib/core/calendar/lunar-new-year.ts';
import { twoPeriods } from '#lib/core/methods/contribution/periods.ts';
import { dayOf } from '../../../../support/ledger.ts';

const named = (
	asOf: string,
	period: 'month' | 'quarter' | 'year',
	against: 'before' | 'year',
	yearStart?: number
) => {
	const frame = { asOf: dayOf(asOf), from: null, weekStart: 1, ...(yearStart && { yearStart }) };
	const { from, to, beforeFrom, beforeTo } = twoPeriods(frame, { period, days: 1, against }) ?? {};
	return [from, to, beforeFrom, beforeTo].map((day) =>
		new Date((day ?? NaN) * 86_400_000).toISOString().slice(0, 10)
	);
};

describe('periods of growth', () => {
	test.each([
		['2024-03-15', 'month', 'before', 1, '2024-02-01 2024-02-29 2024-01-01 2024-01-31'],
		['2024-03-31', 'month', 'before', 1, '2024-03-01 2024-03-31 2024-02-01 2024-02-29'],
		['2024-03-31', 'month', 'year', 1, '2024-03-01 2024-03-31 2023-03-01 2023-03-31'],
		['2024-05-01', 'quarter', 'before', 1, '2024-01-01 2024-03-31 2023-10-01 2023-12-31'],
		['2024-05-01', 'quarter', 'year', 2, '2024-02-01 2024-04-30 2023-02-01 2023-04-30'],
		['2024-05-01', 'year', 'before', 4, '2023-04-01 2024-03-31 2022-04-01 2023-03-31'],
		['2024-12-31', 'year', 'year', 1, '2024-01-01 2024-12-31 2023-01-01 2023-12-31']
	] as const)(
		'as of %s, the last whole %s against %s, years from month %i',
		(asOf, period, against, start, expected) => {
			expect(named(asOf, period, against, start === 1 ? undefined : start).join(' ')).toBe(expected);
		}
	);

	test('aligned by Chinese New Year lie to it as the later ones do, apart and of one length, for every day of ten years', () => {
		for (let asOf = dayOf('2015-01-01'); asOf < dayOf('2025-01-01'); asOf++) {
			const frame = { asOf, from: null, weekStart: 1 };
			for (const days of [7, 30, 366]) {
				const found = twoPeriods(frame, { period: 'days', days, against: 'new-year' });
				if (found === null) throw new Error('no New Year');
				expect(found.to - found.from).toBe(found.beforeTo - found.beforeFrom);
				expect(found.beforeTo).toBeLessThan(found.from);
				const nearest = (day: number) => {
					const year = new Date(day * 86_400_000).getUTCFullYear();
					const distances = [year, year + 1].map((y) => day - (lunarNewYear(y) ?? NaN));
					return distances.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
				};
				// Two years back, the nearest New Year may be another.
				if (days > 30) continue;
				const kept = nearest(found.to);
				const before = [-1, 0, 1].map(
					(by) =>
						found.beforeTo -
						(lunarNewYear(new Date(found.beforeTo * 86_400_000).getUTCFullYear() + by) ?? NaN)
				);
				expect(before).toContain(kept);
			}
		}
	});

	test('are none where the New Years are not known', () => {
		const frame = { asOf: dayOf('1985-06-01'), from: null, weekStart: 1 };
		expect(twoPeriods(frame, { period: 'month', days: 1, against: 'new-year' })).toBeNull();
	});
});
