import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { bootstrapSums, dealtGroups } from '#lib/core/math/compare/bootstrap-sums.ts';
import { concentrationIntervals } from '#lib/core/math/compare/concentration-intervals.ts';
import { seededIndex } from '#lib/core/math/seeded-index.ts';
import { z95 } from '#lib/core/math/wilson.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { holdoutErrors } from '#lib/core/methods/value/holdout-errors.ts';
import { rivalIds, type RivalId } from '#lib/core/methods/value/types.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger } from '../../support/real-data.ts';

const names = ['gini', 'topTenth', 'topFifth'] as const;
type Pair = readonly [number, number];
type ByName<T> = Readonly<Record<(typeof names)[number], T>>;
interface Golden {
	readonly concentration: readonly (ByName<{ value: number; interval: Pair }> & {
		readonly values: number[];
		readonly draws: number[][];
	})[];
	readonly linearised: ByName<{ value: number; half: number }> & { readonly values: number[] };
	readonly errors: {
		readonly actual: number[];
		readonly said: number[][];
		readonly draws: number[][];
		readonly best: number;
		readonly figures: readonly { value: number; interval: Pair }[];
	};
}
const file = new URL('../make/golden/intervals.json', import.meta.url);
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;

/** Chance that draws the units that the other program drew. */
function replay(draws: readonly number[][]): () => number {
	const stream = draws.flat();
	let next = 0;
	return () => stream[next++] as number;
}
const near = (actual: number, expected: number, tolerance: number): void =>
	expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

// Made by test/oracle/make/intervals.py: numpy and scipy, measures from all pairs, influences by derivatives. Tolerance:
// 1e-6, as those are taken by a small step; the bootstrap of errors 1e-9.
describe('Gini and the shares of the largest', () => {
	test.each(golden.concentration)('have the BCa intervals of the same 999 resamples, 1e-6', (sample) => {
		const found = concentrationIntervals(sample.values, replay(sample.draws));
		for (const name of names) {
			near(found[name].low, Math.max(0, sample[name].interval[0]), 1e-6);
			near(found[name].high, Math.min(1, sample[name].interval[1]), 1e-6);
		}
	});

	test('from 1,000 customers on have those of the linearised measure, 1e-6', () => {
		const { values } = golden.linearised;
		const found = concentrationIntervals(values, () => 0);
		for (const name of names) {
			const { value, half } = golden.linearised[name];
			near(found[name].low, value - half, 1e-6);
			near(found[name].high, value + half, 1e-6);
		}
	});

	// Truth: lognormal values, whose Gini and shares are known in closed form. Tolerance: three standard errors of 200 samples,
	// and what the docs say that heavy tails cost.
	test('hold the truth in about nine samples of ten', () => {
		const chance = seededIndex(23);
		const uniform = () => (chance(1_000_000) + 0.5) / 1_000_000;
		const truth = { gini: 0.520_499_878, topFifth: 0.562_983_226 };
		const held = { gini: 0, topFifth: 0 };
		for (let i = 0; i < 200; i++) {
			const values = Float64Array.from({ length: 1200 }, () =>
				Math.exp(Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()))
			).sort();
			const found = concentrationIntervals(values, () => 0);
			for (const name of ['gini', 'topFifth'] as const) {
				if (found[name].low <= truth[name] && truth[name] <= found[name].high) held[name]++;
			}
		}
		for (const count of Object.values(held)) {
			expect(count / 200).toBeGreaterThan(0.83);
			expect(count / 200).toBeLessThan(0.99);
		}
	});
});

// Made by test/oracle/make/intervals.py with scipy.stats.bootstrap. Tolerance: 1e-9.
test('errors of forecasts and their paired difference have scipy’s BCa intervals on the same resamples, 1e-9', () => {
	const { actual, said, draws, best, figures } = golden.errors;
	const forecasts = Object.fromEntries(
		rivalIds.map((id, r) => [id, Float64Array.from(said[r] as number[])])
	) as unknown as Record<RivalId, Float64Array>;
	const found = holdoutErrors(forecasts, actual, replay(draws));
	expect(found.rival).toBe(rivalIds[best]);
	const all = [
		{ value: found.difference, interval: found.interval },
		...rivalIds.map((id) => ({ value: found.of[id].rmse, interval: found.of[id].rmseInterval })),
		...rivalIds.map((id) => ({ value: found.of[id].mae, interval: found.of[id].maeInterval }))
	];
	figures.forEach(({ value, interval: [low, high] }, f) => {
		near(all[f]!.value, value, 1e-12);
		near(all[f]!.interval.low, low, 1e-9);
		near(all[f]!.interval.high, high, 1e-9);
	});
});

// Oracle: the standard error of a mean, s ÷ √n. Tolerance: a tenth of the width, as 999 resamples have.
test('customers dealt into groups vary as customers do', () => {
	const chance = seededIndex(5);
	const values = Float64Array.from({ length: 20_000 }, () => (chance(1000) / 1000) ** 6);
	const mean = values.reduce((sum, own) => sum + own, 0) / values.length;
	const variance = values.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (values.length - 1);
	const half = z95 * Math.sqrt(variance / values.length);
	const { of, count } = dealtGroups(values.length, seededIndex(1));
	const columns = [new Float64Array(count), new Float64Array(count)] as const;
	values.forEach((value, i) => {
		columns[0][of[i]!]! += 1;
		columns[1][of[i]!]! += value;
	});
	expect(count).toBe(1000);
	expect(columns[0].reduce((sum, own) => sum + own, 0)).toBe(values.length);
	const [found] = bootstrapSums(columns, ([n, sum]) => [sum! / n!], seededIndex(2));
	expect(Math.abs(found!.low - (mean - half))).toBeLessThan(0.2 * half);
	expect(Math.abs(found!.high - (mean + half))).toBeLessThan(0.2 * half);
});

// Oracle: 1,000 resamples of whole customers, each measured anew. Tolerance: a tenth of the width.
describeWithData('Online Retail', () => {
	test('has the intervals of Gini and of the top fifth that resampling its 4,338 customers gives', () => {
		const ledger = loadLedger('online-retail');
		const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
		const { scalars } = overview.run({ ledger, frame }, v.parse(overview.params, {})).result;
		const revenue: number[] = [];
		for (let who = 0; who < ledger.customers.size; who++) {
			const own = ledger.amount.subarray(ledger.offsets[who], ledger.offsets[who + 1]);
			if (own.length > 0) revenue.push(own.reduce((sum, amount) => sum + amount, 0));
		}
		const n = revenue.length;
		const index = seededIndex(99);
		const drawn = Array.from({ length: 1000 }, () => {
			const own = Float64Array.from({ length: n }, () => revenue[index(n)] as number).sort();
			let [sum, above, top] = [0, 0, 0];
			own.forEach((value, i) => {
				// The area under the Lorenz curve by trapezoids.
				above += sum + value / 2;
				sum += value;
				if (i >= n - Math.ceil(n / 5)) top += value;
			});
			return { gini: 1 - (2 * above) / (n * sum), topFifth: top / sum };
		});
		const spread = (values: number[]): number => {
			const mean = values.reduce((a, b) => a + b, 0) / values.length;
			return z95 * Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
		};
		const half = {
			gini: spread(drawn.map(({ gini }) => gini)),
			topFifth: spread(drawn.map((d) => d.topFifth))
		};
		expect(scalars.giniHigh - scalars.giniLow).toBeCloseTo(2 * scalars.giniHigh - 2 * scalars.gini, 12);
		near((scalars.giniHigh - scalars.gini) / half.gini, 1, 0.2);
		near((scalars.topFifthRevenueShareHigh - scalars.topFifthRevenueShare) / half.topFifth, 1, 0.2);
	}, 30_000);
});
