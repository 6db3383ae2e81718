import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scaledExponentialIntegral } from '#lib/core/math/exponential-integral.ts';
import { digamma, lnBeta, lnGamma } from '#lib/core/math/gamma.ts';
import { gaussSeries } from '#lib/core/math/gauss-series.ts';

type Rows = readonly (readonly number[])[];
const golden = JSON.parse(readFileSync('test/oracle/golden/special-functions.json', 'utf8')) as Record<
	'lnGamma' | 'digamma' | 'lnBeta' | 'gaussSeries' | 'scaledExponentialIntegral',
	Rows
>;

/** Relative distance, but for values near 0, whose distance is taken as it is. */
function distance(actual: number, expected: number): number {
	return Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
}

// mpmath at 40 digits (test/oracle/make/special_functions.py). Tolerances are relative, absolute below 1.
describe('special functions', () => {
	test('ln Γ is within 1e-14 of mpmath from 1e-8 to 1e9', () => {
		for (const [x, expected] of golden.lnGamma as [number, number][])
			expect(distance(lnGamma(x), expected), `x = ${x}`).toBeLessThan(1e-14);
	});

	test('ψ is within 1e-14 of mpmath from 1e-8 to 1e9', () => {
		for (const [x, expected] of golden.digamma as [number, number][])
			expect(distance(digamma(x), expected), `x = ${x}`).toBeLessThan(1e-14);
	});

	test('ln B is within 1e-14 of mpmath, also for one small and one very large argument', () => {
		for (const [a, b, expected] of golden.lnBeta as [number, number, number][]) {
			expect(distance(lnBeta(a, b), expected), `a = ${a}, b = ${b}`).toBeLessThan(1e-14);
			expect(lnBeta(b, a)).toBe(lnBeta(a, b));
		}
	});

	test('₂F₁(1, b; c; z) and its three slopes are within 2e-13 of mpmath up to z = 0.999', () => {
		const out = new Float64Array(4);
		for (const [b, c, z, ...expected] of golden.gaussSeries as [number, number, number, ...number[]][]) {
			gaussSeries(b, c, z, out, 0);
			expected.forEach((value, i) => {
				expect(distance(out[i]!, value), `b = ${b}, c = ${c}, z = ${z}, ${i}`).toBeLessThan(2e-13);
			});
		}
	});

	test('eᶻ E(s, z) is within 1e-10 of mpmath from z = 0.001 to 90', () => {
		for (const [s, z, expected] of golden.scaledExponentialIntegral as [number, number, number][])
			expect(distance(scaledExponentialIntegral(s, z), expected), `s = ${s}, z = ${z}`).toBeLessThan(1e-10);
	});
});
