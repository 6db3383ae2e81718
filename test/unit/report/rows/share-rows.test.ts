import { describe, expect, it } from 'vitest';
import { dictionaryOf } from '#lib/core/columns/dictionary.ts';
import type { EntityColumn } from '#lib/core/dataset/entity-table.ts';
import type { SharingPolicy } from '#lib/core/dataset/sharing.ts';
import { rowColumns } from '#lib/report/rows/row-columns.ts';
import { shareRows } from '#lib/report/rows/share-rows.ts';
import { tableOf } from '../../workers/shop.ts';

const orders = tableOf([
	{ key: 'a', name: 'Ada', day: 19_000, amount: 100 },
	{ key: 'b', name: 'Bob', day: 19_001, amount: 200 }
]);
const key: EntityColumn = {
	...{ type: 'key', header: 'Customer', role: 'customer' },
	...{ dictionary: dictionaryOf(['a', 'b']), codes: Uint32Array.of(0, 1) }
};
const wages: EntityColumn = {
	...{ type: 'money', header: 'Wage', role: 'attribute', scale: 2 },
	values: Float64Array.of(123_456, Number.NaN)
};
const left: EntityColumn = {
	...{ type: 'date', header: 'Left', role: 'attribute', instant: null },
	day: Int32Array.of(19_000, 19_001)
};
const joined: EntityColumn = { ...left, header: 'Joined', role: 'joined' };
const staff = (columns: readonly EntityColumn[]) => ({
	name: 'staff',
	table: { entity: 'customer' as const, rows: 2, currency: null, columns: [key, ...columns] },
	column: 0
});
const noCodes = () => Promise.resolve((_: string, values: readonly string[]) => Promise.resolve([...values]));
const ruled = (policy: SharingPolicy, column = 'staff / Wage') => ({
	policies: [{ column: `attribute:${column}` as const, policy }],
	consent: null
});
const headersOf = async (rules: Parameters<typeof shareRows>[2], tables = [staff([wages, left, joined])]) => {
	const shared = await shareRows(orders, tables, rules, noCodes, async () => undefined);
	return shared.tables.map(({ table }) => table.columns.map(({ header }) => header));
};

describe('columns of a file with rows', () => {
	it('lists numbers, money and days, and leaves out those whose role says nothing', async () => {
		const listed = rowColumns(orders, [staff([wages, left, joined])]).slice(-3);
		expect(listed).toMatchObject([
			{ id: 'attribute:staff / Wage', measure: 'money', values: 1, examples: ['1234.56'] },
			{ id: 'attribute:staff / Left', measure: 'date', examples: ['2022-01-08', '2022-01-09'] },
			{ id: 'attribute:staff / Joined', measure: 'date', nature: 'category' }
		]);
		expect(listed.map(({ policies }) => policies)).toEqual([1, 2, 3].map(() => ['keep', 'drop']));
		expect(await headersOf(null)).toEqual([['Customer', 'Joined']]);
		expect(await headersOf(ruled('keep'))).toEqual([['Customer', 'Wage', 'Joined']]);
		expect(await headersOf(ruled('drop', 'staff / Joined'))).toEqual([['Customer']]);
	});

	it('treats columns of one name alike, as the strictest of them', async () => {
		const groups: EntityColumn = {
			...{ type: 'category', header: 'Wage', role: 'attribute' },
			...{ dictionary: dictionaryOf(['high', 'low']), codes: Uint32Array.of(0, 1) }
		};
		for (const tables of [
			[staff([wages]), staff([groups])],
			[staff([groups]), staff([wages])]
		]) {
			expect(rowColumns(orders, tables).filter(({ id }) => id === 'attribute:staff / Wage')).toMatchObject([
				{ nature: 'text', policies: ['keep', 'drop'] }
			]);
			expect(await headersOf(null, tables)).toEqual([['Customer'], ['Customer']]);
			expect(await headersOf(ruled('mask'), tables)).toEqual([['Customer'], ['Customer']]);
		}
	});
});
