import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootstrapDifference } from '#lib/core/math/compare/bootstrap.ts';
import { newcombe, type Counted } from '#lib/core/math/compare/newcombe.ts';
import { rankSum } from '#lib/core/math/compare/rank-sum.ts';
import { twoProportions } from '#lib/core/math/compare/two-proportions.ts';
import { robust } from '#lib/core/math/robust.ts';

const rate: fc.Arbitrary<Counted> = fc
	.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
	.filter(([a, b]) => a + b > 0)
	.map(([count, rest]) => ({ count, of: count + rest }));
const values = fc
	.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 25 })
	.map((some) => some.sort((a, b) => a - b));

test('Newcombe’s interval holds the difference, lies within −1..1, and turns round with the groups', () => {
	fc.assert(
		fc.property(rate, rate, (a, b) => {
			const difference = a.count / a.of - b.count / b.of;
			const { low, high } = newcombe(a, b);
			expect(low).toBeLessThanOrEqual(difference + 1e-12);
			expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
			expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
			expect(high).toBeLessThanOrEqual(1 + 1e-12);
			const turned = newcombe(b, a);
			expect(turned.low).toBeCloseTo(-high, 12);
			expect(turned.high).toBeCloseTo(-low, 12);
		})
	);
});

test('the test of proportions gives chances, and turns round with the groups', () => {
	fc.assert(
		fc.property(rate, rate, (a, b) => {
			const { z, p } = twoProportions(a, b);
			expect(p).toBeGreaterThanOrEqual(0);
			expect(p).toBeLessThanOrEqual(1);
			expect(twoProportions(b, a).z).toBeCloseTo(-z, 12);
			if (a.count * b.of === b.count * a.of) expect(z).toBeCloseTo(0, 12);
		})
	);
});

test('U counts the pairs in which the first value is above, ties by half', () => {
	fc.assert(
		fc.property(values, values, (a, b) => {
			const pairs = a.flatMap((x) => b.map((y) => (x > y ? 1 : x === y ? 0.5 : 0) as number));
			const u = pairs.reduce((sum, own) => sum + own, 0);
			const found = rankSum(a, b);
			expect(found.u).toBe(u);
			expect(found.above).toBeCloseTo(u / pairs.length, 12);
			expect(rankSum(b, a).p).toBeCloseTo(found.p, 12);
		})
	);
});

test('a bootstrap interval scales with its values and moves with what is added to one sample', () => {
	const draws = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
	fc.assert(
		fc.property(values, values, draws, fc.integer({ min: 1, max: 9 }), (a, b, chance, times) => {
			const ones = (of: number[]) => ({ of, by: of.map(() => 1) });
			const stream = () => {
				let at = 0;
				return (n: number) => (chance[at++ % chance.length] as number) % n;
			};
			const plain = bootstrapDifference(ones(a), ones(b), stream(), 39);
			const scaled = bootstrapDifference(
				ones(a.map((x) => x * times)),
				ones(b.map((x) => x * times)),
				stream(),
				39
			);
			expect(plain.low).toBeLessThanOrEqual(plain.high);
			if (plain.kind !== scaled.kind) return;
			expect(scaled.difference).toBeCloseTo(plain.difference * times, 9);
		})
	);
});

test('median and spread do not care for order, scale with the values, and ignore a far outlier', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 30 }), (some) => {
			const { median, spread } = robust(some);
			expect(robust([...some].reverse())).toEqual({ median, spread });
			expect(robust(some.map((x) => x * 4))).toEqual({ median: median * 4, spread: spread * 4 });
			expect(spread).toBeGreaterThanOrEqual(0);
			const sorted = [...some].sort((x, y) => x - y);
			const far = [...sorted.slice(0, -1), 1e6];
			expect(robust(far).median).toBeLessThanOrEqual(sorted.at(-1) as number);
		})
	);
});
