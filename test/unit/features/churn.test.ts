import { describe, expect, test } from 'vitest';
import { shapeBackTest } from '#lib/features/churn/shape-backtest.ts';
import { shapePeriods } from '#lib/features/churn/shape-periods.ts';
import { shapeSurvival } from '#lib/features/churn/shape-survival.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { answers } from '../../support/shop.ts';

const wording = { messages: messagesFor('en'), locale: 'en' as const, money: { scale: 2, currency: 'EUR' } };
const result = answers.churn();
const told = (change: Readonly<Record<string, number>>) =>
	shapeSurvival({ ...result, scalars: { ...result.scalars, ...change } }, wording).finding;

describe('how long customers stay silent', () => {
	test('says that groups differ only where chance would hardly make them differ so', () => {
		expect(told({ logRankP: 0.0004 })).toContain('it differs from later ones: log-rank p < 0.001');
		expect(told({ logRankP: 0.741 })).toContain('does not differ from later ones beyond chance');
	});

	test('writes an interval without an upper end as what it begins at', () => {
		expect(told({ medianDays: 87, medianLow: 6, medianHigh: NaN })).toContain('(interval: 6 or more)');
		expect(told({ medianDays: 87, medianLow: 6, medianHigh: 90 })).toContain('(6–90)');
	});
});

test('a period without customers to lose has a dash for its interval', () => {
	const lines = shapePeriods(result, wording).points.flatMap((point) => point.lines);
	expect(lines.filter((line) => line.includes('95% interval')).length).toBeGreaterThan(0);
	expect(lines.filter((line) => line.includes('––'))).toEqual([]);
});

test('a window that nobody was followed for is told from having none to test', () => {
	const finding = (churnedAfter: number) =>
		shapeBackTest({ ...result, scalars: { ...result.scalars, winBackRate: NaN, churnedAfter } }, wording)
			.finding;
	expect(finding(89)).toContain('No silence of more than 89 days has been followed for 90 days yet');
	expect(finding(NaN)).toBe('No silence has been watched for long enough to test a window.');
});
