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

const found = async (header: string, days: readonly string[]) => {
	const text = file(days).replace('Belegdatum', header);
	return (await look(text)).blockers.find(({ code }) => code.startsWith('date-without-year'));
};

it.each([
	['日期', ['0301', '0312', '1103'], ['MMDD', 'DDMM']],
	['Belegdatum', ['0301', '0312', '1103'], ['DDMM', 'MMDD']],
	['日期', ['0301', '0313', '331'], ['MMDD', undefined]],
	['日期', ['0301', '1303', '3103'], ['DDMM', undefined]]
])(
	'Digits under %s that may be either order are told with both formulas: %s',
	async (header, days, orders) => {
		const { code, params } = (await found(header, days))!;
		expect(code).toBe(orders[1] === undefined ? 'date-without-year' : 'date-without-year-either');
		expect([params['order'], params['other']]).toEqual(orders);
		const cell = `[${header}]`;
		const formulas = {
			MMDD: `concat("YYYY-", left(${cell}, len(${cell}) - 2), "-", right(${cell}, 2))`,
			DDMM: `concat("YYYY-", right(${cell}, 2), "-", left(${cell}, len(${cell}) - 2))`
		};
		const told = [params['formula'], params['otherFormula']];
		expect(told).toEqual(orders.map((order) => order && formulas[order as 'MMDD' | 'DDMM']));
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
