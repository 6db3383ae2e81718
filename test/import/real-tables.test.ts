import { openAsBlob, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { textAt } from '#lib/core/columns/text-column.ts';
import { isTableInspection } from '#lib/core/dataset/inspection.ts';
import { importTable, inspectFile } from '#lib/import/index.ts';
import { dataFile, describeWithData } from '../support/data.ts';

/** What Python's csv and decimal say of each file: test/oracle/make/table-figures.py. */
interface Figures {
	readonly entity: string;
	readonly source: number;
	readonly kept: number;
	readonly merged: number;
	readonly money: Readonly<Record<string, string>>;
	readonly text?: { readonly header: string; readonly lines: number; readonly characters: number };
}
const figures = JSON.parse(readFileSync(new URL('table-figures.json', import.meta.url), 'utf8')) as Readonly<
	Record<string, Figures>
>;

/** Whole smallest units as the shortest decimal. */
function decimal(units: number, scale: number): string {
	const text = String(units).padStart(scale + 1, '0');
	const whole = text.slice(0, text.length - scale);
	const rest = text.slice(text.length - scale).replace(/0+$/, '');
	return rest === '' ? whole : `${whole}.${rest}`;
}

describeWithData('Tables of other entities, without a correction', () => {
	it.each(Object.entries(figures))(
		'%s is what it is, with the rows and sums that Python finds',
		async (path, expected) => {
			const file = await openAsBlob(dataFile(path));
			const inspection = await inspectFile(file, path, null);
			expect(inspection.blockers).toEqual([]);
			expect(isTableInspection(inspection) ? inspection.recipe.entity : 'order').toBe(expected.entity);
			if (!isTableInspection(inspection)) return;
			const { table, totals } = await importTable(file, path, inspection.recipe);
			const { source, kept, merged } = expected;
			expect(totals).toMatchObject({ source, kept, merged, rejected: source - kept - merged });
			expect(
				Object.fromEntries(totals.money.map((column) => [column.header, decimal(column.kept, column.scale)]))
			).toMatchObject(expected.money);
			if (expected.text === undefined) return;
			const { header, lines, characters } = expected.text;
			const prose = table.columns.find((column) => column.header === header);
			if (prose?.type !== 'text') throw new Error('not kept as prose');
			const texts = Array.from({ length: table.rows }, (_, row) => textAt(prose.text, row).trim());
			expect(texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0)).toBe(lines);
			expect(texts.reduce((sum, text) => sum + [...text].length, 0)).toBe(characters);
		}
	);
});
