import { describe, expect, it } from 'vitest';
import { recordOf } from '#lib/import/formats/json-value.ts';
import { fileOf, look, refusal, take } from '../../../support/import.ts';
import { importOrders } from '#lib/import/index.ts';

const record = (i: number, more = '') =>
	`{"order_id": "A${i}", "customer_id": 90071992547409931${i % 2}, "order_date": "2024-01-0${i + 1}", "amount": 1${i}.50${more}}`;
const records = [0, 1, 2].map((i) => record(i));

describe('JSON', () => {
	it.each([
		['a list of records', `[\n${records.join(',\n')}\n]`, null, [2, 3, 4]],
		['records one a line', `${records.join('\n')}\n`, null, [1, 2, 3]],
		[
			'an object with one list',
			`{"count": 3, "note": "a [list]", "codes": [1, "x"],\n "orders": [${records.join(',')}]}`,
			'orders',
			[2, 2, 2]
		]
	])('%s is a table; ids beyond 2^53 keep their digits', async (_, text, sheet, lines) => {
		const { recipe, rows, preview } = await look(text);
		expect(recipe.source).toEqual({ kind: 'grid', container: 'json', sheet, header: true, skipRows: 0 });
		expect(rows).toEqual({ count: 3, exact: true });
		expect(recipe.columns.map(({ header, role }) => [header, role])).toEqual([
			['order_id', 'order'],
			['customer_id', 'customer'],
			['order_date', 'date'],
			['amount', 'amount']
		]);
		expect(preview[1]?.[1]?.raw).toBe('900719925474099311');
		const { totals, issues } = await take(text, (made) => ({
			...made,
			columns: made.columns.map((column) =>
				column.index === 2 ? { ...column, dateOrder: 'serial-1900' } : column
			)
		}));
		expect(totals.source).toEqual({ rows: 3, amount: 345 });
		expect(issues).toEqual([]);
		const broken = text.replaceAll('2024-01', 'never');
		const refused = await importOrders(fileOf(broken), 'x', recipe).catch((error: unknown) => error);
		expect(refused).toMatchObject({ code: 'import-no-valid-rows' });
		const one = text.replace('2024-01-02', 'never');
		expect((await importOrders(fileOf(one), 'x', recipe)).issues.map(({ line }) => line)).toEqual([lines[1]]);
	});

	it('offers each list of an object, guesses at the orders, and keeps fields under their names', async () => {
		const text = `{"products":[{"sku":"x"},{"sku":"y"},{"sku":"z"},{"sku":"w"}],"orders":[${record(0)},${record(1, ',"status":"paid"')}]}`;
		const { recipe, sheets } = await look(text);
		expect(recipe.source).toMatchObject({ sheet: 'orders' });
		expect(sheets).toEqual([
			{ name: 'products', rows: 4 },
			{ name: 'orders', rows: 2 }
		]);
		expect(recipe.columns.map(({ header }) => header)).toContain('status');
	});

	it('flattens objects, keeps lists as they are, and fears no name', () => {
		const fields = recordOf(
			'{"a":{"b":1,"c":{"d":null}},"__proto__":"x","l":[1,{"a":2}],"t":true,"s":"q\\"\\u4e2d","n":-1.50e2}'
		);
		expect([...(fields ?? [])].map(([name, { text }]) => [name, text])).toEqual([
			...[
				['a.b', '1'],
				['a.c.d', ''],
				['__proto__', 'x'],
				['l', '[1,{"a":2}]'],
				['t', 'TRUE'],
				['s', 'q"中']
			],
			['n', '-150']
		]);
		for (const bad of ['', '{', '{"a"}', '{"a":1,}', '{"a":01}', '{"a":1} x', '[1]', '{"a":nope}']) {
			expect(recordOf(bad)).toBeNull();
		}
	});

	it('that is malformed is refused with the line', async () => {
		const cases: readonly [string, number][] = [
			[`[\n${record(0)},\n{"order_id": oops}\n]`, 3],
			[`[\n${record(0)},\n${record(1)}`, 3],
			[`${record(0)}\n${record(1)}\nend\n`, 3],
			[`[\n${record(0)},\n7\n]`, 3]
		];
		for (const [text, line] of cases) {
			expect(await refusal(look(text))).toEqual({ code: 'json-malformed', params: { line } });
		}
		expect((await refusal(look('[]'))).code).toBe('table-not-found');
		expect((await look('{"a":1}')).blockers[0]?.code).toBe('table-single-column');
	});

	it('is cut alike wherever its pieces end', async () => {
		const long = `{"note":"${'x'.repeat(300_000)}","orders":[${Array.from({ length: 4000 }, (_, i) => record(i % 9)).join(',')}]}`;
		expect((await take(long)).totals.source.rows).toBe(4000);
	});
});
