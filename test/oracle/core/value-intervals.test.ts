import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { skewedMean } from '#lib/core/math/compare/skewed-mean.ts';
import { seededIndex } from '#lib/core/math/seeded-index.ts';
import { grrInterval } from '#lib/core/methods/churn/kept-interval.ts';

interface Golden {
	readonly samples: readonly {
		readonly values: readonly number[];
		readonly interval: readonly [number, number];
	}[];
	/** Ends of 29 × 10 and one of 100,000. */
	readonly rare: readonly [number, number];
	readonly rarely: Readonly<
		Record<string, Readonly<Record<string, { readonly said: number; readonly held: number }>>>
	>;
	readonly churn: Readonly<Record<string, Readonly<Record<string, number>>>>;
	readonly held: Readonly<
		Record<string, Readonly<Record<string, { readonly hall: number; readonly textbook: number }>>>
	>;
}
const file = new URL('../make/golden/value-intervals.json', import.meta.url);
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;

const sumsOf = (values: ArrayLike<number>) => {
	const sums = { n: values.length, sum: 0, squares: 0, cubes: 0 };
	for (let i = 0; i < values.length; i++) {
		const value = values[i] as number;
		sums.sum += value;
		sums.squares += value ** 2;
		sums.cubes += value ** 3;
	}
	return sums;
};

/** Three standard errors of a share of so many samples. */
const errors = (share: number, samples: number) => 3 * Math.sqrt((share * (1 - share)) / samples);

function drawn(seed: number, sigma: number): () => number {
	const chance = seededIndex(seed);
	const uniform = () => (chance(1_000_000) + 0.5) / 1_000_000;
	return () => Math.exp(sigma * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()));
}

// Made by test/oracle/make/value_intervals.py: numpy's moments about the mean, Hall's transformation turned round by bisection.
// Tolerance 1e-9 of the value.
describe('The interval of a mean of skewed values', () => {
	test.each(golden.samples)('is Hall’s, of the same values: %#', ({ values, interval }) => {
		const { low, high } = skewedMean(sumsOf(values));
		expect(Math.abs(low - interval[0])).toBeLessThanOrEqual(1e-9 * interval[0]);
		expect(Math.abs(high - interval[1])).toBeLessThanOrEqual(1e-9 * interval[1]);
	});

	test('says nothing of equal values, and goes nowhere below zero where no value is', () => {
		expect(skewedMean(sumsOf(Array(30).fill(10)))).toEqual({ low: NaN, high: NaN });
		const rare = [...Array<number>(29).fill(10), 100_000];
		expect(skewedMean(sumsOf(rare)).low).toBeCloseTo(golden.rare[0], 6);
		const { low, high } = skewedMean({ ...sumsOf(rare), positive: true });
		expect(low).toBe(0);
		expect(high).toBeCloseTo(golden.rare[1], 4);
	});

	// Truth: the mean, of two prices. None is said of samples with one price alone. Tolerance: as below.
	test.each([
		['3 % pay double', 30, 20, 0.03],
		['3 % pay double', 100, 20, 0.03],
		['1 % pay 100 times', 100, 1000, 0.01]
	] as const)('holds the truth where it speaks: %s, %i customers', (law, n, seldom, rare) => {
		const chance = seededIndex(37);
		const truth = 10 + rare * (seldom - 10);
		let [said, held] = [0, 0];
		for (let sample = 0; sample < 1000; sample++) {
			const values = Array.from({ length: n }, () => (chance(1_000_000) < 1_000_000 * rare ? seldom : 10));
			const { low, high } = skewedMean({ ...sumsOf(values), positive: true });
			if (Number.isNaN(low)) continue;
			said++;
			if (low <= truth && truth <= high) held++;
		}
		const expected = golden.rarely[law]?.[String(n)] ?? { said: NaN, held: NaN };
		expect(Math.abs(said / 1000 - expected.said)).toBeLessThan(errors(expected.said, 1000));
		expect(Math.abs(held / said - expected.held)).toBeLessThan(errors(expected.held, said));
		expect(expected.held).toBeGreaterThan(0.92);
	});

	// Truth: the mean of a lognormal. Tolerance: three standard errors of 1,000 samples around the share of 20,000 of the script.
	test.each([
		[1, 100],
		[1.5, 300]
	])('holds the truth as often as the script found, lognormal with σ = %s, %s values', (sigma, n) => {
		const lognormal = drawn(31, sigma);
		const values = new Float64Array(n);
		let held = 0;
		for (let sample = 0; sample < 1000; sample++) {
			for (let i = 0; i < n; i++) values[i] = lognormal();
			const { low, high } = skewedMean(sumsOf(values));
			if (low <= Math.exp(sigma ** 2 / 2) && Math.exp(sigma ** 2 / 2) <= high) held++;
		}
		const share = golden.held[`lognormal ${sigma}`]?.[String(n)]?.hall ?? NaN;
		expect(Math.abs(held / 1000 - share)).toBeLessThan(errors(share, 1000));
		expect(share).toBeGreaterThan(0.91);
	});
});

// Truth: the share kept. Tolerance: three standard errors of 1,000 samples around the share of 20,000 of the script.
describe('The interval of GRR', () => {
	test.each([
		[1, 0.9, 30],
		[1, 0.99, 30],
		[1.5, 0.97, 100]
	])('holds the truth as often as the script found: σ = %s, kept %s, %i customers', (sigma, share, n) => {
		const [lognormal, chance] = [drawn(41, sigma), seededIndex(43)];
		let held = 0;
		for (let sample = 0; sample < 1000; sample++) {
			const sums = { start: 0, lost: 0, ss: 0, ls: 0 };
			for (let i = 0; i < n; i++) {
				const before = lognormal();
				const loss = chance(1_000_000) < 1_000_000 * share ? 0 : before;
				sums.start += before;
				sums.lost += loss;
				sums.ss += before * before;
				sums.ls += loss * before;
			}
			const [ss, ls] = [Float64Array.of(sums.ss), Float64Array.of(sums.ls)];
			const grr = 1 - sums.lost / sums.start;
			const kept = { customers: n, start: sums.start, nrr: grr, grr };
			const { low, high } = grrInterval({ ss, ds: ls, dd: ls, ls, ll: ls }, 0, kept);
			if (low <= share && share <= high) held++;
		}
		const expected = golden.churn[`${sigma}, ${share}`]?.[String(n)] ?? NaN;
		expect(Math.abs(held / 1000 - expected)).toBeLessThan(errors(expected, 1000));
		expect(expected).toBeGreaterThan(0.93);
	});
});
