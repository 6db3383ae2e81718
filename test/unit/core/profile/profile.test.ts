import { describe, expect, it } from 'vitest';
import { dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { profileTable } from '#lib/core/profile/profile-table.ts';
import { orderTableOf } from '../../../support/ledger.ts';

const plain = orderTableOf([
	['ada', '2024-01-05', 1000, 'A1'],
	['ada', '2024-01-06', 0, 'A2'],
	[null, '2024-01-07', 500, 'A3']
]);

describe('The profile of a table', () => {
	it('describes its columns in the order of their roles, rows set aside included', () => {
		expect(profileTable(plain).map(({ role, missing }) => [role, missing])).toEqual([
			['customer', 1],
			['order', 0],
			['date', 0],
			['amount', 0]
		]);
	});

	it('gives a row the name of its customer, and counts empty quantities and attributes', () => {
		const table: OrderTable = {
			...plain,
			names: { dictionary: dictionaryOf(['Ada']), codes: Uint32Array.of(0) },
			quantity: Float64Array.of(2, NaN, 2),
			attributes: [
				{ header: 'City', dictionary: dictionaryOf(['x']), codes: new Uint32Array(3).fill(NO_CODE) }
			]
		};
		const [, name, , , , quantity, city] = profileTable(table);
		expect(name).toMatchObject({
			role: 'customer-name',
			missing: 1,
			values: { top: [{ value: 'Ada', rows: 2 }] }
		});
		expect(quantity).toMatchObject({ missing: 1, values: { kind: 'number', distinct: 1, fences: null } });
		expect(city).toEqual({ role: 'attribute', header: 'City', rows: 3, missing: 3, values: null });
	});
});
