import { expect, test } from 'vitest';
import { fewestForShare, gini, topCount } from '#lib/core/math/concentration.ts';

const pairwiseGini = (values: readonly number[]): number => {
	let differences = 0;
	for (const a of values) for (const b of values) differences += Math.abs(a - b);
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return differences / (2 * values.length ** 2 * mean);
};

test('the Gini coefficient equals half the relative mean difference of all pairs', () => {
	for (const values of [
		[5],
		[1, 2],
		[1, 1, 8],
		[3, 7, 7, 20, 1000],
		Array.from({ length: 40 }, (_, i) => i ** 3)
	]) {
		expect(gini(values)).toBeCloseTo(pairwiseGini(values), 12);
	}
});

test('the Gini coefficient has no value without a sum to share', () => {
	expect(gini([])).toBeNaN();
	expect(gini([0, 0])).toBeNaN();
});

test('the largest values are cut by value and a number of ties', () => {
	expect(topCount([1, 3, 3, 3, 9], 3)).toEqual({ count: 3, value: 3, ties: 2, sum: 15 });
	expect(topCount([1, 2], 5)).toEqual({ count: 2, value: 1, ties: 1, sum: 3 });
});

test('a share that is met exactly needs no further value', () => {
	expect(fewestForShare([10, 10, 20, 60], 4, 5)).toBe(2);
	expect(fewestForShare([10, 10, 21, 59], 4, 5)).toBe(2);
	expect(fewestForShare([10, 11, 20, 59], 4, 5)).toBe(3);
});
