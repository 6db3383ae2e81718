import fc from 'fast-check';
import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import { isTableInspection, type AnyInspection } from '#lib/core/dataset/inspection.ts';
import { isBaskets, type TableRecipe } from '#lib/core/dataset/recipe.ts';
import { importTable, inspectFile } from '#lib/import/index.ts';
import { sniffBaskets } from '#lib/import/sniff/baskets.ts';
import { inPieces } from '../../support/feeds.ts';
import { fileOf } from '../../support/import.ts';
import { workbook } from '../../support/workbook.ts';

const lines = [
	'milk,tea',
	'tea,milk,eggs',
	'eggs',
	'',
	'bread,"rolls, buns",milk,,',
	'"rolls, buns",tea,bread'
];
const text = `${Array.from({ length: 8 }, () => lines.join('\n')).join('\n')}\n`;
const look = (content: string): Promise<AnyInspection> => inspectFile(fileOf(content), 'lists.csv', null);

function tableRecipe(inspection: AnyInspection): TableRecipe {
	if (!isTableInspection(inspection)) throw new Error('taken for orders');
	return inspection.recipe;
}

/** Each row as "line: item". */
async function rowsOf(content: Blob, recipe: TableRecipe): Promise<string[]> {
	const { table } = await importTable(content, 'lists.csv', recipe);
	const [order, item] = table.columns.map((column) => {
		if (column.type !== 'key') throw new Error('not ids');
		const values = decodeAll(column.dictionary);
		return Array.from(column.codes, (code) => values[code] ?? '');
	});
	return (order ?? []).map((line, row) => `${line}: ${item?.[row] ?? ''}`);
}

describe('Lines that are baskets', () => {
	it('are told by their lengths and their one vocabulary, read as order lines, and said to be', async () => {
		const inspection = await look(text);
		const recipe = tableRecipe(inspection);
		expect(isBaskets(recipe.source)).toBe(true);
		expect(recipe.entity).toBe('order-line');
		expect(recipe.columns.map(({ role, type }) => `${role} ${type}`)).toEqual(['order key', 'product key']);
		expect(inspection.blockers).toEqual([]);
		expect(inspection.questions.map(({ code }) => code)).toEqual(['baskets']);
		expect(inspection.reasons[0]).toMatchObject({ code: 'baskets', params: { lines: 40, items: 5 } });
		expect(inspection.entities?.[0]?.reasons).toEqual([{ code: 'baskets', params: {} }]);
		expect(inspection.rows).toEqual({ count: 96, exact: true });
		const rows = await rowsOf(fileOf(text), recipe);
		expect(rows.slice(0, 9)).toEqual([
			...['1: milk', '1: tea', '2: tea', '2: milk', '2: eggs', '3: eggs'],
			...['5: bread', '5: rolls, buns', '5: milk']
		]);
	});

	it('count each item, and lines without one as blank', async () => {
		const { totals } = await importTable(fileOf(text), 'lists.csv', tableRecipe(await look(text)));
		expect(totals).toMatchObject({ source: 96, kept: 96, merged: 0, rejected: 0, blankLines: 8 });
	});

	it('are cells again when somebody says so, and baskets again', async () => {
		const { source } = tableRecipe(await look(text));
		if (!isBaskets(source)) throw new Error('no baskets');
		const { baskets: _, ...cells } = source;
		const asCells = await inspectFile(fileOf(text), 'x', { entity: 'other', source: cells });
		expect(asCells.rows.count).toBe(40);
		expect(asCells.recipe.columns.map(({ role }) => role)).toEqual(['attribute', 'attribute']);
		const again = await inspectFile(fileOf(text), 'x', { entity: 'order-line', source });
		expect(again.recipe).toEqual(tableRecipe(await look(text)));
	});

	it('are read from a sheet as from text, and can be cells there too', async () => {
		const rows = text.split('\n').map((line) =>
			line.startsWith('bread') || line.startsWith('"rolls')
				? line
						.replace('"rolls, buns"', 'rolls+buns')
						.split(',')
						.map((cell) => cell.replace('+', ', '))
				: line.split(',')
		);
		const book = fileOf(workbook([{ name: 'Lists', rows }]));
		const inspection = await inspectFile(book, 'lists.xlsx', null);
		const recipe = tableRecipe(inspection);
		expect(recipe).toMatchObject({ entity: 'order-line', source: { kind: 'grid', baskets: true } });
		expect(inspection.reasons[0]).toMatchObject({ code: 'baskets', params: { lines: 40, items: 5 } });
		expect(inspection.rows).toEqual({ count: 96, exact: true });
		expect(await rowsOf(book, recipe)).toEqual(await rowsOf(fileOf(text), tableRecipe(await look(text))));
		const { baskets: _, ...cells } = recipe.source;
		const asCells = await inspectFile(book, 'x', { entity: 'other', source: cells as typeof recipe.source });
		expect(asCells.rows.count).toBe(40);
		// The same words in columns with gaps between them are marks in a table.
		const marks = rows.map((row) => ['', ...row.slice(0, 1), '', ...row.slice(1)]);
		const table = await inspectFile(fileOf(workbook([{ name: 'Marks', rows: marks }])), 'marks.xlsx', null);
		expect(isBaskets(table.recipe.source)).toBe(false);
	});

	it('lose only a line whose quote never closes, and say which', async () => {
		const recipe = tableRecipe(await look(text));
		const { totals, issues } = await importTable(fileOf(`${text}eggs,"tea\n`), 'x', recipe);
		expect(totals).toMatchObject({ source: 97, kept: 96, rejected: 1 });
		expect(issues[0]).toMatchObject({ code: 'quote-unclosed', line: 49 });
	});

	it('are not made of tables: even rows, numbers, answers that repeat within a row, words that never come again', () => {
		const many = (line: (i: number) => string) => Array.from({ length: 60 }, (_, i) => line(i)).join('\n');
		const some = ['red', 'green', 'blue', 'black'];
		const of = (i: number) => some[i % 4] as string;
		expect(
			sniffBaskets(
				many((i) => `${of(i)},${of(i + 1)},${of(i + 2)}`),
				'utf-8'
			)
		).toBeNull();
		expect(
			sniffBaskets(
				many((i) => [i, i + 1, i + 2, i + 3].slice(i % 4).join(',')),
				'utf-8'
			)
		).toBeNull();
		expect(
			sniffBaskets(
				many((i) => 'yes,no,yes,no'.slice(0, 3 + 3 * (i % 4))),
				'utf-8'
			)
		).toBeNull();
		expect(
			sniffBaskets(
				many((i) =>
					['a', 'b', 'c']
						.map((x) => x + i)
						.slice(i % 3)
						.join(',')
				),
				'utf-8'
			)
		).toBeNull();
	});

	const item = fc.constantFrom('milk', 'tea', 'a "b"', 'x, y', '面包', ' rolls ', '');
	test.prop([
		fc.array(fc.array(item, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 }),
		fc.nat(40)
	])('give as many rows as there are items, whatever pieces the file comes in', async (baskets, size) => {
		const quoted = baskets.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
		const expected = baskets.flatMap((cells, i) =>
			cells.map((cell) => cell.trim()).flatMap((cell) => (cell === '' ? [] : [`${i + 1}: ${cell}`]))
		);
		if (expected.length === 0) return;
		const recipe = tableRecipe(await look(text));
		const file = inPieces(new TextEncoder().encode(quoted.join('\n')), size + 1);
		expect(await rowsOf(file, recipe)).toEqual(expected);
	});
});
