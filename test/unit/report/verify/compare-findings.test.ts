import { expect, test } from 'vitest';
import type { DisclosedCell, DisclosedSection } from '#lib/api/disclosed-findings.ts';
import { dayNumber } from '#lib/core/calendar/day.ts';
import { compareFindings } from '#lib/report/verify/compare-findings.ts';
import { Tally } from '#lib/report/verify/tally.ts';

const section = (
	findings: readonly string[],
	rows: readonly (readonly DisclosedCell[])[]
): DisclosedSection => ({
	method: 'churn',
	version: 4,
	params: { unit: 'month' },
	frame: { asOf: dayNumber(2011, 6, 28), from: null, weekStart: 1 },
	provenance: '',
	title: 'Churn',
	findings,
	warnings: [],
	remarks: [],
	tables: [{ title: 'Lost', heads: ['Period', 'Lost', '95% interval'], rows, note: '' }],
	parameters: [],
	n: 60
});
const lost = { value: 12, as: 'count' } as const;
const april = { value: dayNumber(2011, 4, 1), as: 'day' } as const;
const now = section(
	['12 were lost (12.1–15.0%).'],
	[
		['2011-04', lost, '12.1–15.0%'],
		['2011-05', lost, '–'],
		['2011-06 (incomplete)', lost, '-2.0 – 3.0%']
	]
);
const differing = (saved: DisclosedSection): number => {
	const tally = new Tally();
	compareFindings(saved, now, tally, 'en');
	return tally.differing;
};

test('periods by their first day and intervals with two percent signs, as files once wrote them, are the same', () => {
	const saved = section(
		['12 were lost (12.1% – 15.0%).'],
		[
			[april, lost, '12.1% – 15.0%'],
			[{ value: dayNumber(2011, 5, 1), as: 'day' }, lost, '– – –'],
			['2011-06-01 (incomplete)', lost, '-2.0% – 3.0%']
		]
	);
	expect(differing(saved)).toBe(0);
	expect(differing(now)).toBe(0);
});

test.each<[string, DisclosedCell[]]>([
	['another end of an interval', [april, lost, '12.1% – 15.1%']],
	['another count', [april, { ...lost, value: 13 }, '12.1% – 15.0%']],
	['a day that begins no period', [{ ...april, value: april.value + 1 }, lost, '12.1% – 15.0%']]
])('%s is not the same', (_, row) => {
	expect(differing(section([], [row]))).toBeGreaterThan(0);
});
