import { expect, test } from 'vitest';
import { wilson } from '#lib/core/math/wilson.ts';

// The four examples of Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3: four decimals.
test.each([
	[81, 263, 0.2553, 0.3662],
	[15, 148, 0.0624, 0.1605],
	[0, 20, 0, 0.1611],
	[1, 29, 0.0061, 0.1718]
])('the interval of %i in %i is the published one, to four decimals', (active, base, low, high) => {
	const interval = wilson(active, base);
	expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(0.00005);
	expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(0.00005);
});

test('touches 0 and 1 exactly at the rates of 0 and 1, and never leaves 0..1', () => {
	expect(wilson(0, 5).low).toBe(0);
	expect(wilson(5, 5).high).toBe(1);
	for (let base = 1; base < 60; base++) {
		for (let active = 0; active <= base; active++) {
			const { low, high } = wilson(active, base);
			expect(low).toBeGreaterThanOrEqual(0);
			expect(high).toBeLessThanOrEqual(1);
			expect(low).toBeLessThanOrEqual(active / base);
			expect(high).toBeGreaterThanOrEqual(active / base);
		}
	}
});

test('has no ends over an empty base', () => {
	expect(wilson(0, 0)).toEqual({ low: Number.NaN, high: Number.NaN });
});
