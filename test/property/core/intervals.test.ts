import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapSums } from '#lib/core/math/compare/bootstrap-sums.ts';
import { concentrationIntervals } from '#lib/core/math/compare/concentration-intervals.ts';
import { seededIndex } from '#lib/core/math/seeded-index.ts';
import { holdoutErrors, verdictOf } from '#lib/core/methods/value/holdout-errors.ts';

const names = ['gini', 'topTenth', 'topFifth'] as const;
const money = fc
	.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 40 })
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

	test('are not told of losses, nor of one customer', () => {
		fc.assert(
			fc.property(money, fc.integer({ min: 1, max: 99 }), (values, loss) => {
				const withLoss = Float64Array.of(-loss, ...values);
				for (const own of [withLoss, values.subarray(0, 1)]) {
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
			fc.property(fc.float({ noNaN: true }), fc.float({ noNaN: true }), (a, b) => {
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				expect(verdictOf({ low: -high, high: -low })).toBe(opposite[verdictOf({ low, high })]);
			})
		);
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
