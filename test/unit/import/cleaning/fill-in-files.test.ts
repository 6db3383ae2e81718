import { expect, it } from 'vitest';
import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import { withSteps } from '#lib/core/dataset/made-columns.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { importOrders } from '#lib/import/index.ts';
import { inspectBy } from '#lib/import/inspect-by.ts';
import { fileOf, look } from '../../../support/import.ts';
import { workbook } from '../../../support/workbook.ts';

const headers = ['Order', 'Customer', 'Date', 'Amount', 'City'];
/** Orders of two lines each, of which only the first says whose they are. */
const lines = (letter: string): string[][] =>
	Array.from({ length: 6 }, (_, i) => [
		[`${letter}${i}`, `c${i}`, '2024-01-05', '10.25', i % 2 ? 'Rome' : 'Oslo'],
		[`${letter}${i}`, '', '', '5.50', '']
	]).flat();
const fill = (change: Partial<Extract<CleaningStep, { kind: 'fill' }>>): CleaningStep => {
	return { id: 's1', kind: 'fill', column: 1, more: [2], from: 'above', value: '', ...change };
};
const orphan = ['', '', '', '99.50', ''];

it.each([
	['the last one above', fill({ column: 0, more: [1, 2] })],
	['the first row of the group', fill({ within: 0 })]
])('What a sheet ends with does not go on in the next: %s', async (_, step) => {
	const sheets = [
		{ name: 'Jan', rows: [headers, ...lines('A')] },
		{ name: 'Feb', rows: [headers, orphan, ...lines('B')] }
	];
	const bytes = workbook(sheets);
	const book = fileOf(bytes);
	const { recipe } = await look(bytes);
	const source = { ...recipe.source, sheet: 'Jan', more: ['Feb'] } as ImportRecipe['source'];
	const once: CleaningStep = { id: 's2', kind: 'drop-duplicates', columns: [0, 1, 3], keep: 'last' };
	for (const steps of [[step], [step, once]]) {
		const { totals } = await importOrders(book, 'x.xlsx', withSteps({ ...recipe, source }, steps));
		expect(totals.kept.sales).toEqual({ rows: 24, amount: 24 * 787.5 });
		expect(totals.rejectedBy).toEqual({ 'date-missing': 1 });
	}
});

it.each([
	['the first that is filled', fill({ column: 4, more: [1, 2], within: 0 }), [1, 2]],
	['another one', fill({ more: [4, 2], within: 0 }), [1, 2]],
	['the only one beside', fill({ column: 1, more: [4], within: 0 }), [1]]
])(
	'A column to cut by that is gone from the next file is told of, and stops nothing: %s',
	async (_, step, left) => {
		const text = [headers, ...lines('A')].map((row) => row.join(',')).join('\n');
		const { recipe } = await look(text);
		const next = [headers, ...lines('B')].map((row) => row.slice(0, 4).join(',')).join('\n');
		const { inspection, drift } = await inspectBy(fileOf(next), 'x', withSteps(recipe, [step]));
		expect(inspection.blockers).toEqual([]);
		expect(drift.columns.filter(({ now }) => now === null)).toMatchObject([
			{ old: { header: 'City' }, role: 'attribute', steps: [1] }
		]);
		const [kept] = inspection.recipe.steps ?? [];
		expect(kept?.kind === 'fill' && [kept.column, ...(kept.more ?? [])]).toEqual(left);
	}
);

it('A date that is gone stops a step that fills it', async () => {
	const text = [headers, ...lines('A')].map((row) => row.join(',')).join('\n');
	const { recipe } = await look(text);
	const next = [headers, ...lines('B')].map((row) => row.toSpliced(2, 1).join(',')).join('\n');
	const { inspection } = await inspectBy(fileOf(next), 'x', withSteps(recipe, [fill({ within: 0 })]));
	expect(inspection.blockers.map(({ code }) => code)).toContain('step-invalid');
});
