import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { quantile7, quantileOfCounts } from '#lib/core/math/quantile.ts';
import { wilson } from '#lib/core/math/wilson.ts';

const wholeNumbers = fc.array(fc.nat(60), { minLength: 1, maxLength: 80 });
const fractions = fc.oneof(
	fc.tuple(fc.nat(10), fc.integer({ min: 1, max: 10 })).map(([k, bins]) => Math.min(k, bins) / bins),
	fc.nat(100).map((percent) => percent / 100),
	fc.double({ min: 0, max: 1, noNaN: true })
);
const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

describe('quantiles', () => {
	test.prop([wholeNumbers, fractions])('counts give what the values written out give', (values, p) => {
		const counts = new Uint32Array(61);
		for (const value of values) counts[value] = (counts[value] as number) + 1;
		expect(quantileOfCounts(counts, p)).toBe(quantile7(ascending(values), p));
	});

	test.prop([wholeNumbers, fractions, fractions])(
		'never fall when p rises, and stay within the data',
		(values, p, q) => {
			const sorted = ascending(values);
			const [low, high] = [quantile7(sorted, Math.min(p, q)), quantile7(sorted, Math.max(p, q))];
			expect(low).toBeLessThanOrEqual(high);
			expect(low).toBeGreaterThanOrEqual(sorted[0] as number);
			expect(high).toBeLessThanOrEqual(sorted.at(-1) as number);
		}
	);

	test.prop([wholeNumbers, fractions])('equal the textbook formula to rounding', (values, p) => {
		const sorted = ascending(values);
		const h = (sorted.length - 1) * p;
		const low = sorted[Math.floor(h)] as number;
		const high = sorted[Math.min(Math.floor(h) + 1, sorted.length - 1)] as number;
		expect(quantile7(sorted, p)).toBeCloseTo(low + (h - Math.floor(h)) * (high - low), 9);
	});
});

test.prop([fc.nat(2000), fc.nat(2000)])(
	'an interval mirrors when success and failure change places',
	(a, b) => {
		const [there, back] = [wilson(a, a + b), wilson(b, a + b)];
		if (a + b === 0) return;
		expect(there.low).toBeCloseTo(1 - back.high, 12);
		expect(there.high).toBeCloseTo(1 - back.low, 12);
	}
);
