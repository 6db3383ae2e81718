import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { openParquet } from '#lib/import/formats/parquet.ts';
import { fileOf, look, refusal, take } from '../../../support/import.ts';

const columns: ColumnSource[] = [
	{ name: 'order_id', data: ['A1', 'A2', 'A3'], type: 'STRING' },
	{ name: 'customer_id', data: [9007199254740993n, 9007199254740995n, 9007199254740993n], type: 'INT64' },
	{
		name: 'order_date',
		data: [1, 2, 3].map((day) => new Date(Date.UTC(2024, 2, day, 14, 3))),
		type: 'TIMESTAMP'
	},
	{ name: 'amount', data: [10.5, 20.25, 0.1], type: 'DOUBLE' },
	{ name: 'paid', data: [true, false, null], type: 'BOOLEAN', nullable: true }
];
const written = (data: ColumnSource[], more: object = {}) =>
	new Uint8Array(parquetWriteBuffer({ columnData: data, ...more }));

async function texts(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
	const rows: string[][] = [];
	for await (const batch of (await openParquet(fileOf(bytes))).rows(null, null)) {
		rows.push(...batch.rows.map((row) => [...row]));
	}
	return rows;
}

describe('Parquet', () => {
	it('is a table with its own names, ids and times exact', async () => {
		const bytes = written(columns);
		expect(await texts(bytes)).toEqual([
			['order_id', 'customer_id', 'order_date', 'amount', 'paid'],
			['A1', '9007199254740993', '2024-03-01 14:03:00', '10.5', 'TRUE'],
			['A2', '9007199254740995', '2024-03-02 14:03:00', '20.25', 'FALSE'],
			['A3', '9007199254740993', '2024-03-03 14:03:00', '0.1', '']
		]);
		const { recipe, rows } = await look(bytes);
		expect(recipe.source).toEqual({
			...{ kind: 'grid', container: 'parquet', sheet: null, header: true, skipRows: 0 }
		});
		expect(rows).toEqual({ count: 3, exact: true });
		const { totals, table } = await take(bytes);
		expect(totals.source).toEqual({ rows: 3, amount: 3085 });
		expect(table.customers.size).toBe(2);
	});

	it('reads several row groups, and a column called __proto__', async () => {
		const many = Array.from({ length: 5000 }, (_, i) => `k${i}`);
		const bytes = written([{ name: '__proto__', data: many, type: 'STRING' }], { rowGroupSize: 700 });
		const rows = await texts(bytes);
		expect(rows).toHaveLength(5001);
		expect([rows[0], rows[701], rows[5000]]).toEqual([['__proto__'], ['k700'], ['k4999']]);
	});

	it('writes decimals digit by digit and small floats in short', async () => {
		const schema = [
			{ name: 'root', num_children: 2 },
			{
				name: 'd',
				type: 'INT64',
				converted_type: 'DECIMAL',
				scale: 2,
				precision: 18,
				repetition_type: 'REQUIRED'
			},
			{ name: 'f', type: 'FLOAT', repetition_type: 'REQUIRED' }
		];
		const data = [
			{ name: 'd', data: [1234.5, -0.07] },
			{ name: 'f', data: new Float32Array([0.1, 16_777_216]) }
		];
		expect(await texts(written(data, { schema }))).toEqual([
			['d', 'f'],
			['1234.5', '0.1'],
			['-0.07', '16777216']
		]);
	});

	it('that is cut off or garbage is refused with a code', async () => {
		const bytes = written(columns);
		for (const hurt of [bytes.slice(0, bytes.length - 9), bytes.slice(0, 20)]) {
			expect((await refusal(look(hurt))).code).toBe('parquet-damaged');
		}
	});
});
