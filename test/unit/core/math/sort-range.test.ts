import { expect, test } from 'vitest';
import { sortRange } from '#lib/core/math/sort-range.ts';

test.each([0, 1, 2, 5, 24, 25, 26, 200])(
	'sorts a range of %i values and touches nothing around it',
	(length) => {
		const values = Int32Array.from({ length: length + 6 }, (_, i) => ((i * 7919) % 101) - 50);
		const expected = [
			...values.slice(0, 3),
			...[...values.slice(3, 3 + length)].sort((a, b) => a - b),
			...values.slice(3 + length)
		];
		sortRange(values, 3, 3 + length);
		expect([...values]).toEqual(expected);
	}
);
