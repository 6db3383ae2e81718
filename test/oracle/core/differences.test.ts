import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bootstrapDifference } from '#lib/core/math/compare/bootstrap.ts';
import { newcombe } from '#lib/core/math/compare/newcombe.ts';
import { normalCdf, normalQuantile } from '#lib/core/math/compare/normal.ts';
import { rankSum } from '#lib/core/math/compare/rank-sum.ts';
import { kruskalWallis } from '#lib/core/math/compare/kruskal-wallis.ts';
import { linearised } from '#lib/core/math/compare/ratio-difference.ts';
import { twoProportions } from '#lib/core/math/compare/two-proportions.ts';
import { robust } from '#lib/core/math/robust.ts';
import { z95 } from '#lib/core/math/wilson.ts';

type Pair = readonly [number, number];
interface Golden {
	readonly proportions: readonly {
		readonly first: Pair;
		readonly second: Pair;
		readonly low: number;
		readonly high: number;
		readonly z?: number;
		readonly p?: number;
	}[];
	readonly ranks: readonly { first: number[]; second: number[]; u: number; p: number }[];
	readonly bootstraps: readonly {
		readonly first: readonly [number[], number[]];
		readonly second: readonly [number[], number[]];
		readonly draws: readonly (readonly [number[], number[]])[];
		readonly difference: number;
		readonly bca: Pair;
		readonly percentile: Pair;
	}[];
	readonly welches: readonly { first: number[]; second: number[]; difference: number; error: number }[];
	readonly robust: readonly { values: number[]; median: number; spread: number }[];
	readonly quantiles: readonly Pair[];
}

// Made by test/oracle/make/differences.py: scipy 1.10.1, statsmodels 0.13.5 and R 4.2.2 (which agree where both speak).
// Tolerance: 1e-12 absolute, and relative for large numbers; 1e-9 for the BCa interval.
const file = new URL('../make/golden/differences.json', import.meta.url);
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;
const near = (actual: number, expected: number, tolerance = 1e-12): void =>
	expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
const rate = ([count, of]: Pair) => ({ count, of });

test('Newcombe’s interval equals statsmodels, 50 pairs of rates, 1e-12', () => {
	expect(golden.proportions).toHaveLength(50);
	for (const { first, second, low, high } of golden.proportions) {
		const found = newcombe(rate(first), rate(second));
		near(found.low, low);
		near(found.high, high);
	}
});

test('Newcombe’s interval gives the figures of his paper: table II, method 10, four decimals', () => {
	const published = [
		[[56, 70], [48, 80], 0.0524, 0.3339],
		[[9, 10], [3, 10], 0.1705, 0.809],
		[[6, 7], [2, 7], 0.0582, 0.8062],
		[[5, 56], [0, 29], -0.0381, 0.1926],
		[[0, 10], [0, 20], -0.1611, 0.2775],
		[[10, 10], [0, 20], 0.6791, 1],
		[[10, 10], [0, 10], 0.6075, 1]
	] as const;
	for (const [first, second, low, high] of published) {
		const found = newcombe(rate(first), rate(second));
		near(found.low, low, 5.1e-5);
		near(found.high, high, 5.1e-5);
	}
});

test('the test of two proportions equals statsmodels and R’s prop.test, z and p, 1e-12', () => {
	const tested = golden.proportions.filter(({ z }) => z !== undefined);
	expect(tested.length).toBeGreaterThan(40);
	for (const { first, second, z, p } of tested) {
		const found = twoProportions(rate(first), rate(second));
		near(found.z, z as number);
		near(found.p, p as number);
	}
});

test('Mann–Whitney with ties equals scipy and R’s wilcox.test, U and p, 1e-12', () => {
	expect(golden.ranks.length).toBeGreaterThan(20);
	for (const { first, second, u, p } of golden.ranks) {
		const found = rankSum(first, second);
		expect(found.u).toBe(u);
		near(found.p, p);
	}
});

describe('the bootstrap', () => {
	test.each(golden.bootstraps)(
		'equals scipy’s BCa interval on the same resamples, means and ratios, 1e-9',
		({ first, second, draws, difference, bca }) => {
			const stream = draws.flat(2);
			let next = 0;
			const found = bootstrapDifference(
				{ of: first[0], by: first[1] },
				{ of: second[0], by: second[1] },
				() => stream[next++] as number,
				draws.length
			);
			expect(next).toBe(stream.length);
			near(found.difference, difference);
			expect(found.kind).toBe('bca');
			near(found.low, bca[0], 1e-9);
			near(found.high, bca[1], 1e-9);
		}
	);

	test('falls back to percentiles where no resample lies below', () => {
		const found = bootstrapDifference({ of: [1, 2], by: [1, 1] }, { of: [0], by: [1] }, (n) => n - 1, 19);
		expect(found).toEqual({ difference: 1.5, low: 2, high: 2, kind: 'percentile' });
	});
});

test('the standard error of a difference of means is Welch’s, as numpy reckons it, 1e-12', () => {
	for (const { first, second, difference, error } of golden.welches) {
		const ones = (of: number[]) => ({ of, by: of.map(() => 1) });
		const [a, b] = [linearised(ones(first)), linearised(ones(second))];
		near(a.ratio - b.ratio, difference);
		near(Math.sqrt(a.variance + b.variance), error);
	}
});

test('median and spread equal numpy’s median and scipy’s scaled MAD, 1e-12', () => {
	for (const { values, median, spread } of golden.robust) {
		if (spread === 0) continue;
		const found = robust(values);
		expect(found.median).toBe(median);
		near(found.spread, spread);
	}
});

test('the normal quantile equals scipy’s, 1e-11 relative, and undoes the distribution', () => {
	for (const [p, z] of golden.quantiles) {
		near(normalQuantile(p), z, 1e-9);
		near(normalCdf(normalQuantile(p)), p);
	}
	near(normalQuantile(0.975), z95);
});

// scipy.stats.kruskal, with ties and without. Tolerance: 1e-12.
test.each([
	[
		[
			[0, 0, 12, 12, 500, 7, 3],
			[12, 13, 13, 900, 0],
			[40, 41, 41, 41, 2, 1000, 12, 12]
		],
		3.6093115186120497,
		0.1645310851245942
	],
	[
		[
			[1.5, 2, 2, 9],
			[10, 11, 12, 13, 14]
		],
		6.050420168067227,
		0.013902988164384317
	]
])('Kruskal–Wallis of %j', (groups, chiSquare, p) => {
	const found = kruskalWallis(groups.map((values) => Float64Array.from(values).sort()));
	near(found.chiSquare, chiSquare);
	near(found.p, p);
	expect(found.degrees).toBe(groups.length - 1);
});
