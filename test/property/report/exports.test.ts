import fc from 'fast-check';
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { NO_CODE, stringAt } from '#lib/core/columns/dictionary.ts';
import { textAt } from '#lib/core/columns/text-column.ts';
import type { ValueType } from '#lib/core/dataset/entities.ts';
import { NO_DAY, type EntityColumn } from '#lib/core/dataset/entity-table.ts';
import type { SourceFormat, TableRecipe } from '#lib/core/dataset/recipe.ts';
import { importTable } from '#lib/import/index.ts';
import type { SheetCell } from '#lib/report/sheets/sheet.ts';
import { csvFile, workbookFile } from '../../../workers/analysis/customer-file/write-file.ts';

/** Money is in hundredths. */
const SCALE = 2;

/** What trips up spreadsheets and readers. Blanks around a text are none of it, here as in every import. */
const snippet = fc.oneof(
	fc.constantFrom(
		'=1+1',
		'+49 170',
		'-5',
		'-',
		'@x',
		'＝1',
		"O'Neil",
		'007',
		'12345678901234567',
		'1e5',
		'"quoted"'
	),
	fc.constantFrom(
		'a,b',
		'a;b',
		'line\nline',
		'客户',
		'😀',
		'_x0041_',
		'#1',
		"it''s",
		'<b>&',
		'2024-01-05',
		'1,5',
		'constructor',
		'__proto__'
	),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
);
const text = fc
	.array(snippet, { minLength: 1, maxLength: 3 })
	.map((parts) => parts.join(''))
	// An apostrophe in front is how a text is marked as one; words for "no value" are none; signs that XML forbids.
	.filter((value) => value === value.trim() && !/^'|^="|^(?:NULL|null|NaN|nan|None|N\/A|#N\/A)$/.test(value))
	// eslint-disable-next-line no-control-regex -- control characters are what this leaves out
	.filter((value) => value !== '' && !/[\u0000-\u0008\u000b-\u001f\ufeff\ufffd-\uffff]/.test(value));

/** A column as the export writes it, and how it is read: in whole units, or as it stands. */
type Cell = string | number | null;
interface Kind {
	readonly type: ValueType;
	readonly value: fc.Arbitrary<Cell>;
	readonly cell: (value: string | number) => SheetCell;
}
const kinds: readonly Kind[] = [
	{ type: 'key', value: text, cell: (value) => ({ text: String(value) }) },
	{ type: 'category', value: text, cell: (value) => ({ text: String(value) }) },
	{ type: 'text', value: text, cell: (value) => ({ text: String(value) }) },
	{
		type: 'money',
		value: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
		cell: (value) => ({ value: Number(value), as: 'money' })
	},
	{
		type: 'number',
		value: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((n) => n / 1000),
		cell: (value) => ({ value: Number(value), as: 'number' })
	},
	{
		type: 'date',
		value: fc.integer({ min: 0, max: 47_000 }),
		cell: (value) => ({ value: Number(value), as: 'day' })
	}
];

const table = fc.array(fc.tuple(...kinds.map(({ value }) => fc.option(value, { freq: 8 }))), {
	minLength: 1,
	maxLength: 12
});

/** The recipe that reads the file: a number of the row, then a column of each type. */
function recipeFor(source: SourceFormat): TableRecipe {
	const style = { decimal: '.', group: ',' } as const;
	return {
		version: 1,
		entity: 'other',
		source,
		columns: ['number' as const, ...kinds.map(({ type }) => type)].map((type, index) => ({
			index,
			header: `c${index}`,
			role: 'attribute',
			type,
			...(type === 'date' && { dateOrder: 'ymd' }),
			...((type === 'number' || type === 'money') && { numberStyle: style })
		})),
		statusRules: [],
		choices: {
			duplicates: 'keep',
			cancelled: 'keep',
			cancelPrefix: '',
			zeroAmount: 'keep',
			noCustomer: 'set-aside'
		},
		currency: null
	};
}

function valueIn(column: EntityColumn, row: number): Cell {
	switch (column.type) {
		case 'key':
		case 'category': {
			const code = column.codes[row] as number;
			return code === NO_CODE ? null : stringAt(column.dictionary, code);
		}
		case 'text':
			return textAt(column.text, row) || null;
		case 'date':
			return column.day[row] === NO_DAY ? null : (column.day[row] as number);
		case 'money': {
			const value = column.values[row] as number;
			return Number.isNaN(value) ? null : Math.round(value * 10 ** (SCALE - column.scale)) + 0;
		}
		case 'number':
			return Number.isNaN(column.values[row]) ? null : (column.values[row] as number) + 0;
	}
}

const steps = {
	signal: new AbortController().signal,
	onRows: () => undefined,
	pause: () => Promise.resolve()
};

describe('What the project exports', () => {
	test.prop([table, fc.constantFrom('csv', 'xlsx')], { numRuns: 60 })(
		'is imported again to the same values: texts, money, numbers and days',
		async (rows, form) => {
			const selected = {
				rows: Uint32Array.from(rows.keys()),
				data: { table: { scale: SCALE }, name: 'List' }
			} as unknown as Parameters<typeof csvFile>[0];
			const columns = [
				{ header: 'c0', cell: (row: number): SheetCell => ({ value: row, as: 'number' }) },
				...kinds.map((kind, at) => ({
					header: `c${at + 1}`,
					cell: (row: number): SheetCell => {
						const value = rows[row]?.[at] ?? null;
						return value === null ? null : kind.cell(value);
					}
				}))
			] as unknown as Parameters<typeof csvFile>[1];
			const file = await (form === 'csv' ? csvFile : workbookFile)(selected, columns, steps);
			const recipe = recipeFor(
				form === 'csv'
					? { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 }
					: { kind: 'grid', container: 'xlsx', sheet: 'List', header: true, skipRows: 0 }
			);
			const { table: read, totals } = await importTable(file, 'x', recipe);
			expect(totals).toMatchObject({ source: rows.length, kept: rows.length, rejected: 0 });
			const found = rows.map((_, row) => read.columns.slice(1).map((column) => valueIn(column, row)));
			expect(found).toEqual(rows);
		}
	);
});
