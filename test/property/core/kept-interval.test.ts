import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grrInterval, nrrInterval } from '#lib/core/methods/churn/kept-interval.ts';

/** Before and now of each customer, in cents; many stay as they are, or leave. */
const customers = fc.array(
	fc
		.tuple(fc.integer({ min: 1, max: 5_000_000 }), fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(300)))
		.map(([before, times]): [number, number] => [
			before,
			times < 3 ? times * before : Math.round((before * times) / 100)
		]),
	{ minLength: 20, maxLength: 160 }
);

const z = 1.959963984540054;

/** By passes over the customers: Wilson's ends solve (rate − end)² = z² · end · (1 − end) ÷ n. */
function byHand(own: readonly (readonly [number, number])[]) {
	const sum = (of: (before: number, now: number) => number) =>
		own.reduce((total, [before, now]) => total + of(before, now), 0);
	const start = sum((before) => before);
	const [nrr, grr] = [sum((_, now) => now) / start, sum((before, now) => Math.min(before, now)) / start];
	const variance = (of: (before: number, now: number) => number) =>
		(sum((before, now) => of(before, now) ** 2) * own.length) / (own.length - 1) / start ** 2;
	const ofGrr = variance((before, now) => Math.min(before, now) - grr * before);
	const n = 1 / Math.max(sum((before) => before ** 2) / start ** 2, ofGrr / (grr * (1 - grr)) || 0);
	return { nrr, grr, n, half: z * Math.sqrt(variance((before, now) => now - nrr * before)) };
}

function ours(own: readonly (readonly [number, number])[]) {
	const total = (of: (before: number, change: number, loss: number) => number) =>
		own.reduce((sum, [before, now]) => sum + of(before, now - before, Math.max(0, before - now)), 0);
	const squares = {
		ss: Float64Array.of(total((s) => s * s)),
		ds: Float64Array.of(total((s, d) => s * d)),
		dd: Float64Array.of(total((_, d) => d * d)),
		ls: Float64Array.of(total((s, _, l) => s * l)),
		ll: Float64Array.of(total((_, __, l) => l * l))
	};
	const start = total((s) => s);
	const kept = {
		customers: own.length,
		start,
		nrr: (start + total((_, d) => d)) / start,
		grr: (start - total((_, __, l) => l)) / start
	};
	return { grr: grrInterval(squares, 0, kept), nrr: nrrInterval(squares, 0, kept) };
}

// Tolerance: sums of squares added in another way differ by a rounding, of which the half width is the root.
test('the intervals of GRR and NRR are those of a count by hand, from a number of customers on', () => {
	fc.assert(
		fc.property(customers, (own) => {
			const { nrr, grr, n, half } = byHand(own);
			const found = ours(own);
			expect(Number.isNaN(found.grr.low)).toBe(own.length < 30);
			expect(Number.isNaN(found.nrr.low)).toBe(own.length < 100);
			if (own.length < 30) return;
			const { low, high } = found.grr;
			for (const end of [low, high])
				expect(Math.abs((grr - end) ** 2 - (z * z * end * (1 - end)) / n)).toBeLessThan(1e-6);
			expect(0 <= low && low <= grr + 1e-9 && grr - 1e-9 <= high && high <= 1).toBe(true);
			// Never without a width: what did not happen among these may happen.
			expect(high - low).toBeGreaterThan(0.01);
			if (own.length < 100) return;
			const near = 1e-6 * (1 + nrr);
			expect(
				Math.abs(found.nrr.low - Math.max(Math.min(0, nrr), nrr - Math.max(half, grr - low)))
			).toBeLessThan(near);
			expect(Math.abs(found.nrr.high - nrr - Math.max(half, high - grr))).toBeLessThan(near);
		}),
		{ numRuns: 200 }
	);
});
