import { describe, expect, test } from 'vitest';
import { chiSquareTail } from '#lib/core/math/chi-square.ts';
import { solve } from '#lib/core/math/solve.ts';
import { kaplanMeier, survivalAt } from '#lib/core/math/survival/kaplan-meier.ts';
import { logRank } from '#lib/core/math/survival/log-rank.ts';
import { medianSurvival, restrictedMean } from '#lib/core/math/survival/summaries.ts';
import { tallySpells } from '#lib/core/math/survival/tally.ts';

describe('survival with hardly any data', () => {
	test('no spell gives an empty curve: 1 at day 0 only, and no median', () => {
		const curve = kaplanMeier(tallySpells([], []));
		expect(curve.survival).toHaveLength(0);
		expect(survivalAt(curve, 3)).toBeNaN();
		expect(medianSurvival(curve)).toEqual({ median: NaN, low: NaN, high: NaN });
		expect(restrictedMean(curve, 10)).toEqual({ mean: 10, error: 0 });
	});

	test('only unended spells leave the curve at 1, with limits of 1', () => {
		const curve = kaplanMeier(tallySpells([3, 8], [0, 0]));
		expect([...curve.survival, ...curve.low, ...curve.high]).toEqual([1, 1, 1, 1, 1, 1]);
		expect([...curve.error]).toEqual([0, 0]);
		expect(survivalAt(curve, 8)).toBe(1);
		expect(survivalAt(curve, 9)).toBeNaN();
	});

	test('nobody left means 0 for good, without an error or limits', () => {
		const curve = kaplanMeier(tallySpells([4], [1]));
		expect([curve.error[0], curve.low[0], curve.high[0]]).toEqual([NaN, NaN, NaN]);
		expect(survivalAt(curve, 400)).toBe(0);
	});
});

describe('the log-rank test with hardly any data', () => {
	test('one group, or groups without an event, have nothing to compare', () => {
		expect(logRank([tallySpells([1, 2], [1, 1])])).toMatchObject({ degrees: 0, chiSquare: NaN, p: NaN });
		const still = tallySpells([5, 6], [0, 0]);
		expect(logRank([still, still])).toMatchObject({ degrees: 0, p: NaN });
	});

	test('a group that left before the first event does not count as a degree of freedom', () => {
		const left = tallySpells([1], [0]);
		const others = [tallySpells([5, 9], [1, 1]), tallySpells([6, 7], [1, 1])];
		const found = logRank([left, ...others]);
		expect(found.degrees).toBe(1);
		expect(found.chiSquare).toBeCloseTo(logRank(others).chiSquare, 12);
	});
});

test('equations that contradict each other or say the same twice have no solution', () => {
	expect(solve([[0]], [1])).toBeNull();
	expect(
		solve(
			[
				[0, 1],
				[2, 0]
			],
			[3, 4]
		)
	).toEqual([2, 3]);
});

test('the chance of chi-square is 1 at zero and unknown without a degree of freedom', () => {
	expect(chiSquareTail(0, 1)).toBe(1);
	expect(chiSquareTail(4, 0)).toBeNaN();
	expect(chiSquareTail(NaN, 2)).toBeNaN();
});
