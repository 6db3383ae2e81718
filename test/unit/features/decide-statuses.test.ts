import * as v from 'valibot';
import { expect, test } from 'vitest';
import { contractsParams } from '#lib/core/methods/contracts/params.ts';
import { decided } from '#lib/features/contracts/decide-statuses.ts';

test('a long value of a long list of decisions is one that contracts can be asked with', () => {
	const long = 'long '.repeat(200);
	const kept = Array.from({ length: 2_000 }, (_, i) => ({ column: 'Another', value: `${i}`, ended: true }));
	const statuses = decided(kept, long, { [long]: true });
	expect(statuses).toHaveLength(2_000);
	expect([statuses[0]?.value, statuses.at(-1)]).toEqual(['1', { column: long, value: long, ended: true }]);
	expect(v.parse(contractsParams, { statuses }).statuses).toEqual(statuses);
});

test('a workspace that holds more decisions than are kept can be asked all the same', () => {
	const statuses = Array.from({ length: 2_001 }, (_, i) => ({ column: 'C', value: `${i}`, ended: false }));
	expect(v.parse(contractsParams, { statuses }).statuses).toHaveLength(2_001);
});
