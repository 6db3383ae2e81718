import { fc, test } from '@fast-check/vitest';
import { utils, write } from '@e965/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { describe, expect } from 'vitest';
import type { ColumnPlan, ImportRecipe, SourceFormat } from '#lib/core/dataset/recipe.ts';
import { importOrders } from '#lib/import/index.ts';
import { fileOf } from '../../support/import.ts';
import { STYLE, workbook, zipped } from '../../support/workbook.ts';

const header = ['order', 'customer', 'date', 'amount', 'note'];
const roles = ['order', 'customer', 'date', 'amount', 'attribute'] as const;

const recipeFor = (source: SourceFormat): ImportRecipe => ({
	version: 1,
	source,
	columns: header.map((name, index): ColumnPlan => ({
		index,
		header: name,
		role: roles[index] as ColumnPlan['role'],
		...(index === 2 && { dateOrder: 'ymd' }),
		...(index === 3 && { numberStyle: { decimal: '.', group: ',' } })
	})),
	statusRules: [],
	choices: {
		...{
			duplicates: 'keep',
			cancelled: 'exclude',
			cancelPrefix: '',
			zeroAmount: 'keep',
			noCustomer: 'set-aside'
		}
	},
	currency: null
});

/** Texts without outer blanks, without several in a row, which a page shows as one, and without signs that no format holds. */
const words = fc
	.string({ unit: 'grapheme', maxLength: 12 })
	.map((text) =>
		text
			// eslint-disable-next-line no-control-regex -- what XML and HTML cannot say
			.replace(/[\u0000-\u001f\u007f-\u009f\ufeff\ufffd-\uffff]/g, '')
			.replace(/ {2,}/g, ' ')
			.trim()
	)
	.filter((text) => text.isWellFormed() && !/_x|^[=']/.test(text) && !/\s/.test(text.replaceAll(' ', '')));
const row = fc.record({
	order: fc.integer({ min: 0, max: 10 ** 15 }).map((id) => `A${id}`),
	customer: fc.oneof(fc.constantFrom('ada', '山茶', '007', '123456789012345678'), words),
	/** Seconds since 1 March 1990: day numbers of workbooks hold them. */
	seconds: fc.integer({ min: 0, max: 1_500_000_000 }),
	cents: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
	note: words
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const START = Date.UTC(1990, 2, 1);
const dateOf = ({ seconds }: Row) => new Date(START + seconds * 1000);
const serialOf = (one: Row) => dateOf(one).getTime() / 86_400_000 + 25_569;
const isoOf = (one: Row) => dateOf(one).toISOString().slice(0, 19).replace('T', ' ');
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const csvOf = (rows: readonly Row[]) =>
	Papa.unparse([
		header,
		...rows.map((one) => [one.order, one.customer, isoOf(one), one.cents / 100, one.note])
	]);

/** The same table in every other form. */
function forms(rows: readonly Row[]): [string, SourceFormat, string | Uint8Array<ArrayBuffer>][] {
	const grid = (
		container: 'xlsx' | 'xls' | 'html' | 'json' | 'parquet',
		sheet: string | null
	): SourceFormat => ({
		...{ kind: 'grid', container, sheet, header: true, skipRows: 0 }
	});
	const cells = rows.map((one) => [
		...[one.order, one.customer, { value: serialOf(one), style: STYLE.dateTime }, one.cents / 100, one.note]
	]);
	const records = rows.map((one) => ({
		...{ order: one.order, customer: one.customer, date: isoOf(one), amount: one.cents / 100, note: one.note }
	}));
	const sheet = utils.aoa_to_sheet([header, ...records.map((record) => Object.values(record))]);
	rows.forEach((one, i) => (sheet[`C${i + 2}`] = { t: 'n', v: serialOf(one), z: 'yyyy-mm-dd hh:mm:ss' }));
	const lines = records.map(
		(record) =>
			`<tr>${Object.values(record)
				.map((cell) => `<td>${escaped(String(cell))}</td>`)
				.join('')}</tr>`
	);
	const heads = `<tr>${header.map((name) => `<th>${name}</th>`).join('')}</tr>`;
	return [
		['xlsx', grid('xlsx', 'S'), workbook([{ name: 'S', rows: [header, ...cells] }])],
		['json', grid('json', null), JSON.stringify(records)],
		['json lines', grid('json', null), records.map((record) => JSON.stringify(record)).join('\n')],
		[
			'parquet',
			grid('parquet', null),
			new Uint8Array(
				parquetWriteBuffer({
					columnData: [
						{ name: 'order', data: rows.map((one) => one.order), type: 'STRING' },
						{ name: 'customer', data: rows.map((one) => one.customer), type: 'STRING' },
						{ name: 'date', data: rows.map(dateOf), type: 'TIMESTAMP' },
						{ name: 'amount', data: rows.map((one) => one.cents / 100), type: 'DOUBLE' },
						{ name: 'note', data: rows.map((one) => one.note), type: 'STRING' }
					]
				})
			)
		],
		['html', grid('html', null), `<html><table>${heads}${lines.join('')}</table></html>`],
		[
			'xls',
			grid('xls', 'S'),
			new Uint8Array(write(utils.book_new(sheet, 'S'), { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
		],
		['zip', { ...csvFormat, member: 'a.csv' }, zipped({ 'a.csv': csvOf(rows) })]
	];
}

const csvFormat = { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 } as const;

describe('One table in every form', () => {
	test.prop([fc.array(row, { minLength: 1, maxLength: 30 })], { numRuns: 60 })(
		'gives the same columns as CSV, as workbook, JSON, Parquet, page and archive',
		async (rows) => {
			const expected = await importOrders(fileOf(csvOf(rows)), 'x', recipeFor(csvFormat));
			for (const [name, format, content] of forms(rows)) {
				const { table, totals } = await importOrders(fileOf(content), 'x', recipeFor(format));
				expect([name, totals]).toEqual([name, expected.totals]);
				expect([name, table]).toEqual([name, expected.table]);
			}
		},
		300_000
	);
});
