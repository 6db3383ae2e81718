import { describe, expect, test } from 'vitest';
import type { ChurnResult } from '#lib/core/methods/churn/types.ts';
import { verdictIds, type ValueScalars, type VerdictId } from '#lib/core/methods/value/types.ts';
import { backTestWords, survivalWords } from '#lib/i18n/churn-words.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { verdictWords } from '#lib/i18n/verdict-words.ts';

const en = messagesFor('en');

describe('the verdict of the hold-out', () => {
	const said = (verdict: VerdictId, [error, rival]: number[], [low, high]: number[]): string[] =>
		verdictWords(
			{
				verdict: verdictIds.indexOf(verdict),
				holdoutDays: 90,
				holdoutError: error,
				holdoutRivalError: rival,
				holdoutRival: 2,
				holdoutDifference: (error as number) - (rival as number),
				holdoutDifferenceLow: low,
				holdoutDifferenceHigh: high
			} as ValueScalars,
			en,
			'en'
		);

	test('that may be chance is told as such, never as a fact', () => {
		const [lead, sure] = said('equal', [0.95, 0.98], [-0.1, 0.04]);
		expect(lead).toContain('not closer than the best simple forecast beyond chance (0.95 against 0.98');
		expect(sure).toContain('takes in zero');
	});

	test('of a trifle beyond chance says how small it is', () => {
		const [lead, sure] = said('equal', [1.0041, 1.0011], [0.001, 0.006]);
		expect(lead).toContain('within 2% of each other (1.004 against 1.001');
		expect(sure).toContain('does not reach zero');
	});

	test('of a version without intervals is the margin that it then was', () => {
		expect(said('equal', [1, 1.01], [NaN, NaN])).toEqual([expect.stringContaining('within 2%')]);
	});

	test.each([
		[1.0042, 1.0039, '1.0042 against 1.0039'],
		[0.5, 0.5, '0.50 against 0.50'],
		[2.1, 2.3, '2.10 against 2.30']
	])('parts %f and %f by as many digits as it takes', (error, rival, text) => {
		expect(said('better', [error, rival], [-2, -1])[0]).toContain(text);
	});
});

describe('churn', () => {
	const result = (scalars: Partial<ChurnResult['scalars']>, rows = 9) =>
		({
			scalars,
			params: { winBackDays: 90, toleratedReturn: 20 },
			tables: { survival: { rows } }
		}) as ChurnResult;

	test('a median is told with as much of its interval as there is', () => {
		const of = (medianDays: number, medianLow: number, medianHigh: number, rows?: number): string =>
			survivalWords(result({ medianDays, medianLow, medianHigh }, rows), en, 'en');
		expect(of(60, 56, 70)).toContain('(56–70)');
		expect(of(60, 56, NaN)).toContain('(interval: 56 or more)');
		expect(of(60, NaN, NaN)).toBe('Half of the silences last longer than 60 days.');
		expect(of(NaN, NaN, NaN)).toBe(en.churn.survival.findingOpen());
		expect(of(NaN, NaN, NaN, 0)).toBe(en.churn.survival.findingNone());
	});

	test('a window that nobody was followed for is not tested', () => {
		const of = (churnedAfter: number, winBackRate: number): string =>
			backTestWords(result({ churnedAfter, winBackRate, suggestedDays: NaN }), en);
		expect(of(60, NaN)).toContain('cannot be tested');
		expect(of(NaN, NaN)).toBe(en.churn.backtest.findingNone());
		expect(of(60, 0.2)).toContain('20.0% came back');
	});
});
