import { describe, expect, it } from 'vitest';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { importOrders } from '#lib/import/index.ts';
import { readAsItsColumns, withNewStep, withStep } from '#lib/state/step-edit.ts';
import { fileOf, look } from '../../support/import.ts';

/** Counts without thousands stand before amounts with them, in two currencies. */
const text = [
	'Order,Customer,Date,Pieces,Qty,Total,Currency',
	...Array.from(
		{ length: 60 },
		(_, i) =>
			`O${i},C${i % 9},2024-03-0${(i % 9) + 1},x,${(i % 4) + 1},"1,${100 + i}.50",${i % 5 === 0 ? 'EUR' : 'USD'}`
	)
].join('\n');

async function converted(change: (recipe: ImportRecipe) => ImportRecipe): Promise<ImportRecipe> {
	const { recipe } = await look(text);
	const { recipe: added } = withNewStep(recipe, 'convert-currency');
	const [step] = added.steps ?? [];
	if (step?.kind !== 'convert-currency') throw new Error('no such step');
	const filled = { ...step, target: 'USD', name: 'Total USD', rates: [{ currency: 'EUR', rate: '2' }] };
	return change(withStep(added, filled));
}

const unreadIn = async (recipe: ImportRecipe) =>
	(await look(text, recipe)).questions.find(({ code }) => code === 'rows-unreadable')?.params;

describe('Rows that could not be read', () => {
	it('are none where a step converts money: it reads the amounts as their own column is written', async () => {
		const recipe = await converted((made) => made);
		expect(await unreadIn(recipe)).toBeUndefined();
		const { recipe: read } = await look(text, recipe);
		const { totals } = await importOrders(fileOf(text), 'x', read);
		expect(totals.rejected.rows).toBe(0);
		// Summed by hand: 60 amounts of 1,100.50 to 1,159.50, those of each fifth order twice; in tenths.
		const sums = Array.from({ length: 60 }, (_, i) => (1100.5 + i) * (i % 5 === 0 ? 2 : 1));
		expect(totals.kept.sales.amount).toBe(Math.round(sums.reduce((sum, value) => sum + value, 0) * 10));
	});

	it('are told before the import, with their column and a cell', async () => {
		const recipe = await converted((made) => {
			const [step] = made.steps ?? [];
			if (step?.kind !== 'convert-currency') throw new Error('no such step');
			return withStep(made, { ...step, numberStyle: { decimal: '.', group: '' } });
		});
		expect(await unreadIn(recipe)).toEqual({
			column: 8,
			header: 'Total USD',
			role: 'amount',
			n: 60,
			rows: 60,
			example: '1,100.50'
		});
	});

	it('are no question of a few slips and of empty cells', async () => {
		const slips = text.replace('"1,100.50"', 'n/a').replace('2024-03-01', '').replace(/,EUR/g, ',USD');
		const { questions } = await look(slips);
		expect(questions.some(({ code }) => code === 'rows-unreadable')).toBe(false);
	});

	it('follow the column that a step is turned to', async () => {
		const { recipe } = await look(text.replace(/,EUR/g, ',USD'));
		const { recipe: added } = withNewStep(recipe, 'convert-currency');
		const [step] = added.steps ?? [];
		if (step?.kind !== 'convert-currency') throw new Error('no such step');
		expect(step.numberStyle).toEqual({ decimal: '.', group: ',' });
		const turned = readAsItsColumns({ ...step, amount: 4 }, recipe);
		expect(turned).toMatchObject({ amount: 4, date: null, numberStyle: { decimal: '.', group: '' } });
		// Rates with days hold on the day of the order.
		const rates = [{ currency: 'EUR', rate: '2', from: '2024-01-01' }];
		expect(readAsItsColumns({ ...step, rates }, recipe)).toMatchObject({ date: 2, dateOrder: 'ymd' });
	});
});
