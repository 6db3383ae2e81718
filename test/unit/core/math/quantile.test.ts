import { describe, expect, test } from 'vitest';
import { median, quantile7, quantileOfCounts, quantilePosition } from '#lib/core/math/quantile.ts';

describe('quantile7', () => {
	// Values of R 4.2: quantile(x, p, type = 7); numpy.quantile gives the same.
	test('agrees with R on ten uneven values', () => {
		const values = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
		expect(quantile7(values, 0)).toBe(1);
		expect(quantile7(values, 0.1)).toBeCloseTo(1.9, 12);
		expect(quantile7(values, 0.25)).toBe(5);
		expect(quantile7(values, 0.9)).toBeCloseTo(281.6, 12);
		expect(quantile7(values, 1)).toBe(512);
	});

	test('lands exactly on a value where floating point would miss the index', () => {
		// (n − 1)·p = 3·… : 0.1 × 3 and 0.7 × 10 are not whole in binary floating point.
		for (const parts of [3, 4, 5, 6, 7, 8, 9, 10]) {
			for (let bins = 1; bins <= 60; bins++) {
				const values = Array.from({ length: parts * bins + 1 }, (_, i) => i * i);
				for (let k = 0; k <= parts; k++) {
					expect(quantile7(values, k / parts)).toBe((k * bins) ** 2);
				}
			}
		}
	});

	test('is a whole number whenever the exact answer is one', () => {
		expect(quantile7([10, 20], 0.3)).toBe(13);
		expect(quantile7([0, 100], 0.07)).toBe(7);
		expect(quantile7([5, 12], 1 / 7)).toBe(6);
		expect(quantile7([3, 12], 2 / 9)).toBe(5);
	});

	test('takes any p, not only common fractions', () => {
		expect(quantile7([0, 1], Math.PI / 10)).toBeCloseTo(Math.PI / 10, 15);
		expect(quantilePosition(11, 0.123456)).toEqual({ index: 1, part: 0.123456 * 10 - 1, parts: 1 });
	});

	test('has no value without data and one value for one datum', () => {
		expect(quantile7([], 0.5)).toBeNaN();
		expect(quantile7([7], 0.99)).toBe(7);
		expect(median([])).toBeNaN();
	});

	test('leaves its input as it was', () => {
		const values = Int32Array.of(1, 5, 9, 9);
		quantile7(values, 0.4);
		expect([...values]).toEqual([1, 5, 9, 9]);
	});
});

describe('quantileOfCounts', () => {
	test('skips values that nobody has when it interpolates', () => {
		expect(quantileOfCounts([0, 1, 0, 0, 0, 1], 0.5)).toBe(3);
		expect(quantileOfCounts([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 0.3)).toBe(3);
	});

	test('has no value when all counts are zero', () => {
		expect(quantileOfCounts(new Uint32Array(5), 0.5)).toBeNaN();
		expect(quantileOfCounts([], 0.5)).toBeNaN();
	});
});
