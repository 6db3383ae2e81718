import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { isoDate } from '#lib/core/calendar/day.ts';
import { openParquet } from '#lib/import/formats/parquet.ts';
import { buildReportModel } from '#lib/report/model/build-model.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { writeReport } from '#lib/report/index.ts';
import { columnNames, writeParquet, type ParquetColumn } from '#lib/report/parquet/write-parquet.ts';
import { writeRows } from '#lib/report/parquet/write-rows.ts';
import { csvCellOf } from '#lib/report/sheets/csv-cell.ts';
import { reportTables } from '#lib/report/sheets/report-sheets.ts';
import { fileOf, look, take } from '../../../support/import.ts';
import { sampleInput } from '../fixture.ts';

/** What the app's own reader makes of a file. */
async function read(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
	const rows: string[][] = [];
	for await (const batch of (await openParquet(fileOf(bytes))).rows(null, null)) {
		rows.push(...batch.rows.map((row) => [...row]));
	}
	return rows;
}

const whole = fc.maxSafeInteger();
const values = {
	text: fc.string({ unit: 'grapheme' }),
	whole,
	decimal: whole,
	double: fc.double({ noNaN: true, noDefaultInfinity: true }),
	day: fc.integer({ min: -700_000, max: 2_900_000 }),
	instant: fc.integer({ min: -6e13, max: 2.5e14 }).map((ms) => ms - (ms % 1000))
};
type Kind = keyof typeof values;

/** A value in the words of the reader; the scale of money is 2. */
function words(kind: Kind, value: string | number | null): string {
	if (value === null || typeof value === 'string') return value ?? '';
	switch (kind) {
		case 'decimal': {
			const cents = String(Math.abs(value)).padStart(3, '0');
			const tail = `.${cents.slice(-2)}`.replace(/\.?0+$/, '');
			return `${value < 0 ? '-' : ''}${cents.slice(0, -2)}${tail}`;
		}
		case 'day':
			return isoDate(value);
		case 'instant':
			return [isoDate(Math.floor(value / 86_400_000)), new Date(value).toISOString().slice(11, 19)]
				.join(' ')
				.replace(/ 00:00:00$/, '');
		default:
			return value === 0 ? '0' : String(value);
	}
}

const anyColumn = (rows: number) =>
	fc.constantFrom(...(Object.keys(values) as Kind[])).chain((kind) =>
		fc.record({
			name: fc.oneof(fc.constantFrom('__proto__', 'a.b', '', '客户'), fc.string({ unit: 'grapheme' })),
			kind: fc.constant(kind),
			values: fc.array(fc.option(values[kind] as fc.Arbitrary<string | number>), {
				minLength: rows,
				maxLength: rows
			})
		})
	);

describe('a Parquet file', () => {
	property.prop(
		[
			fc.integer({ min: 0, max: 30 }).chain((rows) =>
				fc.record({
					rows: fc.constant(rows),
					columns: fc.array(anyColumn(rows), { minLength: 1, maxLength: 5 })
				})
			)
		],
		{ numRuns: 150 }
	)('is read back by the app value for value', async ({ rows, columns }) => {
		const written = await writeParquet(
			columns.map(({ name, kind, values: of }): ParquetColumn => ({
				name,
				kind,
				at: (row) => of[row] ?? null
			})),
			rows,
			2
		);
		const expected = Array.from({ length: rows }, (_, row) =>
			columns.map(({ kind, values: of }) => words(kind, of[row] ?? null))
		);
		expect(await read(written)).toEqual([columnNames(columns.map(({ name }) => name)), ...expected]);
	});

	test('of more rows than a group holds pauses between two, and can be stopped there', async () => {
		const column: ParquetColumn = { name: 'n', kind: 'whole', at: (row) => row };
		const told: number[] = [];
		const bytes = await writeParquet([column], 120_000, 0, async (done) => void told.push(done));
		expect(told).toEqual([0, 50_000, 100_000]);
		const rows = await read(bytes);
		expect([rows.length, rows[50_001], rows[120_000]]).toEqual([120_001, ['50000'], ['119999']]);
		const stopped = writeParquet([column], 120_000, 0, async (done) => {
			if (done > 0) throw new Error('enough');
		});
		await expect(stopped).rejects.toThrow('enough');
	});
});

test('the rows of a dataset come back as the same orders', async () => {
	const text = [
		'客户编号,姓名,订单号,下单时间,金额,数量,渠道',
		...Array.from(
			{ length: 60 },
			(_, i) =>
				`0${i % 17},名${i % 17},A${i >> 1},2024-03-${String((i % 28) + 1).padStart(2, '0')} 14:0${i % 10}:00,${i === 3 ? -20.5 : i * 1.25 + 1},${(i % 3) + 1},${i % 2 === 0 ? '门店' : ''}`
		)
	].join('\r\n');
	const { recipe } = await look(text);
	const { table, totals } = await take(text);
	const bytes = await writeRows(table, recipe);
	const again = await take(bytes);
	expect(again.table.rows).toBe(table.rows);
	expect(again.table.scale).toBe(table.scale);
	expect(again.totals.kept).toEqual(totals.kept);
	for (const column of ['customer', 'order', 'day', 'instant', 'amount', 'quantity', 'kind'] as const) {
		expect(again.table[column], column).toEqual(table[column]);
	}
	expect(again.table.customers).toEqual(table.customers);
	expect(again.table.names).toEqual(table.names);
});

describe.each(['en', 'zh-CN'] as const)('the tables of a report in %s', (locale) => {
	const input = sampleInput(locale);
	const { scale } = input.dataset.manifest;
	const tables = reportTables(buildReportModel(input), voiceFor(locale, input.dataset.manifest));
	const texts = tables.map(({ rows }) =>
		rows.map((row) => row.map((cell) => String(csvCellOf(cell, scale) ?? '')))
	);

	test('are CSV files with a byte order mark, no cell a formula', async () => {
		const files = await unpacked(await writeReport(input, 'csv', null));
		expect(files).toHaveLength(tables.length);
		for (const [i, { name, bytes }] of files.entries()) {
			expect(name).toMatch(/^[^<>:"/\\|?*]{1,84}\.csv$/u);
			const text = Buffer.from(bytes).toString('utf8');
			expect(text.startsWith('\ufeff')).toBe(true);
			const cells = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
			expect(cells.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '')))).toEqual(
				texts[i]
			);
		}
	});

	test('are Parquet files with the numbers of the results', async () => {
		const files = await unpacked(await writeReport(input, 'parquet', null));
		expect(files).toHaveLength(tables.length);
		let numbers = 0;
		for (const [i, { name, bytes }] of files.entries()) {
			const [heads = [], ...rows] = await read(bytes);
			expect(heads, name).toEqual(columnNames(texts[i]?.[0] ?? []));
			const wanted = (texts[i] ?? []).slice(1).map((row) => heads.map((_, at) => row[at] ?? ''));
			expect(rows, name).toEqual(wanted);
			numbers += rows.flat().filter((cell) => cell !== '' && Number.isFinite(Number(cell))).length;
		}
		expect(numbers).toBeGreaterThan(900);
	});

	test('are refused with a passphrase, rather than written open', async () => {
		for (const form of ['csv', 'parquet'] as const) {
			await expect(writeReport(input, form, 'a long secret')).rejects.toMatchObject({
				code: 'params-invalid'
			});
		}
	});
});

async function unpacked(file: Blob): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }[]> {
	const found = unzipSync(new Uint8Array(await file.arrayBuffer()));
	return Object.entries(found).map(([name, bytes]) => ({ name, bytes: Uint8Array.from(bytes) }));
}

const readers = ['duckdb', 'pyarrow'].filter(
	(name) => spawnSync('python3', ['-c', `import ${name}`]).status === 0
);
const scripts: Readonly<Record<string, string>> = {
	duckdb:
		'import duckdb; c = duckdb.sql("select * from read_parquet(\'%s\')"); print([str(t) for t in c.types]); print(c.fetchall())',
	pyarrow:
		'import pyarrow.parquet as p; t = p.read_table("%s"); print([str(f.type) for f in t.schema]); print([tuple(r.values()) for r in t.to_pylist()])'
};
const types: Readonly<Record<string, string>> = {
	duckdb: "['VARCHAR', 'BIGINT', 'DECIMAL(18,2)', 'DOUBLE', 'DATE', 'TIMESTAMP']",
	pyarrow: "['string', 'int64', 'decimal128(18, 2)', 'double', 'date32[day]', 'timestamp[ms]']"
};

// The oracles are DuckDB and Arrow; where Python does not have them this says that it is skipped.
describe.each(['duckdb', 'pyarrow'])('%s', (reader) => {
	test.skipIf(!readers.includes(reader))('reads types and values as they were written', async () => {
		const column = (kind: ParquetColumn['kind'], of: readonly (string | number | null)[]) => ({
			name: kind,
			kind,
			at: (row: number) => of[row] ?? null
		});
		const bytes = await writeParquet(
			[
				column('text', ['=客户', null]),
				column('whole', [9007199254740991, null]),
				column('decimal', [-9007199254740991, null]),
				column('double', [0.1, null]),
				column('day', [19_787, null]),
				column('instant', [1_709_647_380_000, null])
			],
			2,
			2
		);
		const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
		try {
			const path = join(folder, 'a.parquet');
			writeFileSync(path, bytes);
			const said = execFileSync('python3', ['-c', (scripts[reader] ?? '').replace('%s', path)], {
				encoding: 'utf8'
			});
			const first =
				"('=客户', 9007199254740991, Decimal('-90071992547409.91'), 0.1, datetime.date(2024, 3, 5), datetime.datetime(2024, 3, 5, 14, 3))";
			expect(said.trim().split('\n')).toEqual([
				types[reader],
				`[${first}, (None, None, None, None, None, None)]`
			]);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
