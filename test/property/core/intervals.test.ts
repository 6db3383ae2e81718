import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapSums } from '#lib/core/math/compare/bootstrap-sums.ts';
import { concentrationIntervals, fewestUnits } from '#lib/core/math/compare/concentration-intervals.ts';
import { seededIndex } from '#lib/core/math/seeded-index.ts';
import { holdoutErrors, verdictOf } from '#lib/core/methods/value/holdout-errors.ts';

const names = ['gini', 'topTenth', 'topFifth'] as const;
const money = fc
	.array(fc.integer({ min: 0, max: 10_000 }), { minLength: fewestUnits, maxLength: 90 })
	.map((values) => Float64Array.from(values).sort());

describe('intervals of concentration', () => {
	test('lie within what the measures can be, low end first, and do not change with the unit of money', () => {
		fc.assert(
			fc.property(money, fc.nat(1000), (values, seed) => {
				const found = concentrationIntervals(values, seededIndex(seed));
				const scaled = concentrationIntervals(
					values.map((value) => value * 64),
					seededIndex(seed)
				);
				// Powers of two change no digit.
				expect(scaled).toEqual(found);
				for (const name of names) {
					const { low, high } = found[name];
					if (values.at(-1) === 0) expect([low, high]).toEqual([NaN, NaN]);
					else {
						expect(low).toBeGreaterThanOrEqual(name === 'gini' ? 0 : 1 / values.length);
						expect(low).toBeLessThanOrEqual(high);
						expect(high).toBeLessThanOrEqual(1);
					}
				}
			}),
			{ numRuns: 40 }
		);
	});

	test('are not told of losses, nor of few customers', () => {
		fc.assert(
			fc.property(money, fc.integer({ min: 1, max: 99 }), (values, loss) => {
				const withLoss = Float64Array.of(-loss, ...values);
				for (const own of [withLoss, values.subarray(0, fewestUnits - 1)]) {
					expect(concentrationIntervals(own, seededIndex(1)).gini.low).toBeNaN();
				}
			}),
			{ numRuns: 20 }
		);
	});
});

describe('errors of forecasts', () => {
	const counts = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)), { minLength: 2, maxLength: 30 });

	test('a model that says what the best rival says is no closer, without any doubt', () => {
		fc.assert(
			fc.property(counts, (rows) => {
				const column = (at: 0 | 1 | 2) => Float64Array.from(rows, (row) => row[at]);
				const said = column(0);
				const far = said.map((own) => own + 50);
				const errors = holdoutErrors(
					{ model: said, 'last-period': far, mean: said, 'cohort-curve': far },
					column(1)
				);
				expect([errors.rival, errors.difference, errors.verdict]).toEqual(['mean', 0, 'equal']);
				expect(errors.interval).toMatchObject({ low: 0, high: 0 });
			}),
			{ numRuns: 30 }
		);
	});

	test('model and rival change places, and so do the verdict and the ends of the interval', () => {
		const opposite = { better: 'worse', worse: 'better', equal: 'equal' } as const;
		fc.assert(
			fc.property(
				fc.float({ noNaN: true }),
				fc.float({ noNaN: true }),
				fc.float({ noNaN: true, min: -1, max: 1 }),
				(a, b, size) => {
					const [low, high] = [Math.min(a, b), Math.max(a, b)];
					expect(verdictOf({ low: -high, high: -low }, -size)).toBe(opposite[verdictOf({ low, high }, size)]);
				}
			)
		);
	});

	test('a trifle condemns no model, however sure it is', () => {
		const chance = seededIndex(3);
		const actual = Float64Array.from({ length: 20_000 }, () => chance(4));
		const off = (by: number) => actual.map((own, i) => own + (i % 2 === 0 ? by : -by));
		const far = off(3);
		const of = (by: number) =>
			holdoutErrors({ model: off(by), 'last-period': off(1), mean: far, 'cohort-curve': far }, actual);
		expect(of(1.01)).toMatchObject({ verdict: 'equal', rival: 'last-period' });
		expect(of(1.01).interval.low).toBeGreaterThan(0);
		expect([of(1.03).verdict, of(0.97).verdict]).toEqual(['worse', 'better']);
	});

	// Four forecasts of the same error, whose best is always one of the three rivals by chance: 5 % are what three standard errors allow.
	test('held against the luckiest of rivals as good as it, a model is seldom called worse', () => {
		const chance = seededIndex(4242);
		const n = 300;
		let worse = 0;
		for (let sample = 0; sample < 60; sample++) {
			const actual = new Float64Array(n);
			const forecast = () => actual.map(() => (chance(1001) + chance(1001) + chance(1001)) / 1000 - 1.5);
			const [model, last, mean, curve] = [forecast(), forecast(), forecast(), forecast()];
			const forecasts = { model, 'last-period': last, mean, 'cohort-curve': curve };
			if (holdoutErrors(forecasts, actual).verdict === 'worse') worse++;
		}
		expect(worse).toBeLessThanOrEqual(5);
	});

	test('sums of equal units have no spread, whatever is drawn', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 50 }), fc.nat(100), fc.nat(1000), (n, value, seed) => {
				const columns = [new Float64Array(n).fill(1), new Float64Array(n).fill(value)];
				const [found] = bootstrapSums(columns, ([of, sum]) => [sum! / of!], seededIndex(seed));
				expect(found).toMatchObject({ low: value, high: value });
			}),
			{ numRuns: 30 }
		);
	});
});
