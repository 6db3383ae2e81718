import { describe, expect, it } from 'vitest';
import { entityKinds, type ValueType } from '#lib/core/dataset/entities.ts';
import { typeOfRole } from '#lib/core/dataset/entity-specs.ts';
import { isTableInspection } from '#lib/core/dataset/inspection.ts';
import { loadTopic } from '#lib/i18n/load-topic.ts';
import { locales } from '#lib/i18n/messages.ts';
import { importOrders, importTable, inspectFile } from '#lib/import/index.ts';
import { writeCsv } from '#lib/report/csv.ts';
import { templateWorkbook } from '#lib/report/sheets/template-sheet.ts';
import { writeWorkbook } from '#lib/report/sheets/write-workbook.ts';
import { templateHeaders, type TemplateKind } from '#lib/state/template.ts';
import { refusal } from '../../support/import.ts';

const kinds = entityKinds.filter((kind): kind is TemplateKind => kind !== 'other');
const samples: Readonly<Record<ValueType, string>> = {
	key: 'A-1',
	category: 'North',
	text: 'Some words',
	date: '2024-03-05',
	number: '8',
	money: '12.50'
};
/** Cells of orders by the role of their column. */
const orderSamples = ['O-1', '2024-03-05', 'C-1', 'Ann', 'P-1', '2', '6.25', '12.50', '7.50', 'paid'];

/** A template's headers, its roles in that order, and a row that fills them. */
async function template(kind: TemplateKind, locale: (typeof locales)[number]) {
	const { texts } = await loadTopic('templates', locale);
	const { texts: entities } = await loadTopic('entities', locale);
	return { headers: templateHeaders(kind, texts), title: texts.file({ kind: entities.kinds[kind]() }) };
}

describe.each(locales)('A template in %s', (locale) => {
	it.each(kinds)(
		'of %s, filled with a row, is imported as what it is, each column with its role',
		async (kind) => {
			const { headers, title } = await template(kind, locale);
			expect(headers).not.toContain('');
			expect(new Set(headers).size).toBe(headers.length);
			for (const form of ['csv', 'xlsx'] as const) {
				const name = `${title}.${form}`;
				const row = await rowFor(kind, headers, locale);
				const file =
					form === 'csv'
						? new Blob([writeCsv(headers, [row])])
						: await writeWorkbook(
								[
									{
										name: 'x',
										rows: [headers, row].map((cells) => cells.map((text) => ({ text }))),
										frozen: 1
									}
								],
								{ scale: 0, sign: '' }
							);
				const inspection = await inspectFile(file, name, null);
				expect(inspection.blockers).toEqual([]);
				expect(inspection.recipe.columns.map(({ header }) => header)).toEqual(headers);
				const roles = inspection.recipe.columns.map(({ role }) => role);
				expect(new Set(roles).size, roles.join()).toBe(headers.length);
				expect(roles).not.toContain('attribute');
				expect(roles).not.toContain('ignore');
				if (isTableInspection(inspection)) {
					expect(inspection.recipe.entity).toBe(kind);
					const { totals } = await importTable(file, name, inspection.recipe);
					expect(totals).toMatchObject({ source: 1, kept: 1, rejected: 0, remarks: {} });
				} else {
					expect(kind).toBe('order');
					const { totals } = await importOrders(file, name, inspection.recipe);
					expect(totals.kept.sales).toEqual({ rows: 1, amount: 125 });
				}
			}
		}
	);

	it('is empty until it is filled, as a workbook too', async () => {
		const { headers, title } = await template('order', locale);
		const refused = inspectFile(await templateWorkbook(headers, title), 'x.xlsx', null);
		expect((await refusal(refused)).code).toBe('file-header-only');
	});
});

/** Cells that suit the columns of a template. */
async function rowFor(kind: TemplateKind, headers: readonly string[], locale: (typeof locales)[number]) {
	if (kind === 'order') return orderSamples;
	const { texts } = await loadTopic('templates', locale);
	const byHeader = new Map(
		Object.entries(texts.headers[kind]).map(([role, text]) => [text(), role] as const)
	);
	return headers.map((header) => {
		const type = typeOfRole(kind, byHeader.get(header) as never);
		return type === null ? '' : samples[type];
	});
}
