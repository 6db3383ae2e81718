import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { skewedMean } from '#lib/core/math/compare/skewed-mean.ts';
import { seededIndex } from '#lib/core/math/seeded-index.ts';

interface Golden {
	readonly samples: readonly {
		readonly values: readonly number[];
		readonly interval: readonly [number, number];
	}[];
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

// Made by test/oracle/make/value_intervals.py: numpy's moments about the mean, Hall's transformation turned round by bisection.
// Tolerance 1e-9 of the value.
describe('The interval of a mean of skewed values', () => {
	test.each(golden.samples)('is Hall’s, of the same values: %#', ({ values, interval }) => {
		const { low, high } = skewedMean(sumsOf(values));
		expect(Math.abs(low - interval[0])).toBeLessThanOrEqual(1e-9 * interval[0]);
		expect(Math.abs(high - interval[1])).toBeLessThanOrEqual(1e-9 * interval[1]);
	});

	// Truth: the mean of a lognormal. Tolerance: three standard errors of 1,000 samples around the share of 20,000 of the script.
	test.each([
		[1, 100],
		[1.5, 300]
	])('holds the truth as often as the script found, lognormal with σ = %s, %s values', (sigma, n) => {
		const chance = seededIndex(31);
		const uniform = () => (chance(1_000_000) + 0.5) / 1_000_000;
		const values = new Float64Array(n);
		let held = 0;
		for (let sample = 0; sample < 1000; sample++) {
			for (let i = 0; i < n; i++)
				values[i] = Math.exp(sigma * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()));
			const { low, high } = skewedMean(sumsOf(values));
			if (low <= Math.exp(sigma ** 2 / 2) && Math.exp(sigma ** 2 / 2) <= high) held++;
		}
		const share = golden.held[`lognormal ${sigma}`]?.[String(n)]?.hall ?? NaN;
		expect(Math.abs(held / 1000 - share)).toBeLessThan(3 * Math.sqrt((share * (1 - share)) / 1000));
		expect(share).toBeGreaterThan(0.91);
	});
});
