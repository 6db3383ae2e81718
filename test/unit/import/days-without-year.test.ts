import { expect, it } from 'vitest';
import { importOrders } from '#lib/import/index.ts';
import { withRole } from '#lib/state/recipe-edit.ts';
import { withNewStep, withStep } from '#lib/state/step-edit.ts';
import { fileOf, look, refusal } from '../../support/import.ts';

const file = (days: readonly string[]) =>
	['Konto;Belegdatum;Umsatz', ...days.map((day, i) => `1${i % 3}000;${day};1${i},50`)].join('\n');

it.each([
	['TTMM', ['0503', '1203', '3112']],
	['TTMM whose leading nought is lost', ['503', '1203', '3112']],
	['TT.MM.', ['05.03.', '12.03.', '31.12.']],
	['TT/MM', ['05/03', '12/03', '31/12']]
])(
	'Days without a year (%s) are refused with the formula that adds it, which gives the right days',
	async (_, days) => {
		const text = file(days);
		const seen = await look(text);
		const found = seen.blockers.find(({ code }) => code === 'date-without-year');
		expect(found?.params).toMatchObject({ header: 'Belegdatum', example: days[0] });
		expect((await refusal(importOrders(fileOf(text), 'x', seen.recipe))).code).toMatch(/^mapping-no-/);

		const { recipe, id } = withNewStep(seen.recipe, 'derive');
		const step = recipe.steps![0]!;
		if (step.kind !== 'derive') throw new Error('no formula');
		const formula = String(found?.params['formula']).replace('YYYY', '2024');
		const derived = await look(text, withStep(recipe, { ...step, id, name: 'Tag', formula }));
		const made = derived.columns.find(({ header }) => header === 'Tag')!;
		const dated = withRole(withRole(derived.recipe, made.index, 'date'), 0, 'customer');
		const { recipe: ready } = await look(text, dated);
		const asked = {
			...ready,
			columns: ready.columns.map((plan) =>
				plan.role === 'date' ? { dateOrder: 'dmy' as const, ...plan } : plan
			)
		};
		const { table } = await importOrders(fileOf(text), 'x', asked);
		const wanted = ['2024-03-05', '2024-03-12', '2024-12-31'].map((day) => Date.parse(day) / 86_400_000);
		expect([...table.day].sort((a, b) => a - b)).toEqual(wanted);
	}
);

it('Numbers under a header of dates that can be no days of a month, and whole dates, are what they were', async () => {
	for (const days of [
		['0503', '1299'],
		['05.03.2024', '12.03.2024']
	]) {
		const { blockers } = await look(file(days));
		expect(blockers.map(({ code }) => code)).not.toContain('date-without-year');
	}
});
