import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { ratioInterval } from '#lib/core/math/compare/ratio-interval.ts';
import { seededIndex } from '#lib/core/math/seeded-index.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger } from '../../support/real-data.ts';

// Oracle: the truth that samples are drawn from. A customer spends about the same on every order, so orders taken for
// independent would give intervals that are too narrow. Tolerance: three standard errors of 300 intervals, and the
// slack of a bootstrap of skewed samples of 60.
describe('The interval of the mean order', () => {
	test('holds the truth about 19 times of 20', () => {
		const chance = seededIndex(11);
		const uniform = () => (chance(1_000_000) + 0.5) / 1_000_000;
		const customer = () => {
			const by = 1 + Math.floor(-Math.log(uniform()) * 2);
			const level =
				20 * Math.exp(0.6 * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()));
			return { of: level * by, by };
		};
		const truth = 20 * Math.exp(0.18);
		let held = 0;
		for (let i = 0; i < 300; i++) {
			const people = Array.from({ length: 60 }, customer);
			const sample = { of: people.map(({ of }) => of), by: people.map(({ by }) => by) };
			const { low, high } = ratioInterval(sample, seededIndex(i));
			if (low <= truth && truth <= high) held++;
		}
		expect(held / 300).toBeGreaterThan(0.9);
		expect(held / 300).toBeLessThan(0.985);
	});
});

// Oracle: the sandwich of an intercept regressed on orders, worked out here order by order from the residuals of each
// customer, in other steps than the code. Tolerance: 1e-9 of the value.
describeWithData('The interval of the mean order', () => {
	test('of Online Retail is that of residuals summed by customer', () => {
		const ledger = loadLedger('online-retail');
		const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
		const { scalars } = overview.run({ ledger, frame }, v.parse(overview.params, {})).result;
		const mean = ledger.amount.reduce((a, b) => a + b, 0) / ledger.orders;
		let meat = 0;
		let customers = 0;
		for (let who = 0; who < ledger.customers.size; who++) {
			const own = ledger.amount.subarray(ledger.offsets[who], ledger.offsets[who + 1]);
			if (own.length === 0) continue;
			customers++;
			meat += own.reduce((sum, amount) => sum + (amount - mean), 0) ** 2;
		}
		const error = Math.sqrt((meat * customers) / (customers - 1)) / ledger.orders;
		expect(scalars.averageOrderLow / (mean - 1.959963984540054 * error)).toBeCloseTo(1, 9);
		expect(scalars.averageOrderHigh / (mean + 1.959963984540054 * error)).toBeCloseTo(1, 9);
	});
});
