import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skewedMean } from '#lib/core/math/compare/skewed-mean.ts';
import { inTurn } from '#lib/core/methods/contracts/in-turn.ts';

const sumsOf = (values: readonly number[]) => ({
	n: values.length,
	sum: values.reduce((sum, value) => sum + value, 0),
	squares: values.reduce((sum, value) => sum + value ** 2, 0),
	cubes: values.reduce((sum, value) => sum + value ** 3, 0)
});

/** Amounts in cents, many of them alike, some far above the others. */
const amounts = fc.array(fc.oneof(fc.nat(50), fc.nat(100_000), fc.nat(50_000_000)), {
	minLength: 30,
	maxLength: 120
});

test('the interval of a mean holds the mean, and is scaled with the values', () => {
	fc.assert(
		fc.property(amounts, (values) => {
			const { low, high } = skewedMean(sumsOf(values));
			const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
			if (new Set(values).size === 1) expect([low, high]).toEqual([NaN, NaN]);
			if (Number.isNaN(low)) {
				// Equal, or as good as equal beside their size: nothing is said.
				const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
				expect(Math.sqrt(squares / values.length)).toBeLessThanOrEqual(2e-6 * mean);
				return;
			}
			const slack = 1e-9 * Math.max(1, mean);
			expect(low).toBeLessThanOrEqual(mean + slack);
			expect(high).toBeGreaterThanOrEqual(mean - slack);
			// Powers of two: sums are scaled to the last bit.
			const twice = skewedMean(sumsOf(values.map((value) => 2 * value)));
			expect([twice.low, twice.high]).toEqual([2 * low, 2 * high]);
			// None of them is below zero.
			expect(skewedMean({ ...sumsOf(values), positive: true })).toEqual({ low: Math.max(0, low), high });
		})
	);
});

test('rows in turn are those that a sort by customer, then first day, then place gives', () => {
	const rows = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: -5, max: 5 })), { maxLength: 120 });
	fc.assert(
		fc.property(rows, (own) => {
			const customer = Uint32Array.from(own, ([who]) => who);
			const start = Int32Array.from(own, ([, day]) => day);
			const places = [...own.keys()];
			const sorted = places.sort(
				(a, b) =>
					(customer[a] as number) - (customer[b] as number) ||
					(start[a] as number) - (start[b] as number) ||
					a - b
			);
			expect([...inTurn(Uint32Array.from(own.keys()), customer, start)]).toEqual(sorted);
		})
	);
});
