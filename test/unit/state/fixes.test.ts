import { describe, expect, it } from 'vitest';
import type { ImportRecipe } from '#lib/api/index.ts';
import { choiceProposals, issueProposals, proposalsOf } from '#lib/state/fixes.ts';

const recipe: ImportRecipe = {
	version: 1,
	source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 },
	columns: [
		{ index: 0, header: 'who', role: 'customer' },
		{ index: 1, header: 'when', role: 'date', dateOrder: 'dmy' },
		{ index: 2, header: 'sum', role: 'amount', numberStyle: { decimal: '.', group: ',' } },
		{ index: 3, header: 'state', role: 'status' }
	],
	statusRules: [
		{ value: 'paid', treatment: 'valid' },
		{ value: 'void', treatment: 'cancelled' }
	],
	choices: {
		duplicates: 'keep',
		cancelled: 'exclude',
		cancelPrefix: '',
		zeroAmount: 'exclude',
		noCustomer: 'set-aside'
	},
	currency: null
};

describe('fixes', () => {
	it('turn a choice round, and back', () => {
		const [drop] = choiceProposals('duplicates', recipe);
		expect(drop?.recipe).toEqual({ ...recipe, choices: { ...recipe.choices, duplicates: 'drop' } });
		expect(choiceProposals('duplicates', drop?.recipe ?? recipe)[0]?.recipe).toEqual(recipe);
	});

	it('of cancelled orders take single statuses otherwise', () => {
		const [, ...statuses] = choiceProposals('cancelled', recipe);
		expect(statuses.map(({ fix }) => fix)).toEqual([
			{ id: 'status', value: 'paid', treatment: 'cancelled' },
			{ id: 'status', value: 'void', treatment: 'valid' }
		]);
		expect(statuses[1]?.recipe.statusRules).toEqual([
			{ value: 'paid', treatment: 'valid' },
			{ value: 'void', treatment: 'valid' }
		]);
	});

	it('of unreadable cells read their column, and no other, in the ways not tried', () => {
		const dates = issueProposals('date-invalid', recipe);
		expect(dates.map(({ fix }) => fix)).toEqual([
			{ id: 'date-order', header: 'when', order: 'ymd' },
			{ id: 'date-order', header: 'when', order: 'mdy' }
		]);
		expect(dates[1]?.recipe.columns[1]).toMatchObject({ dateOrder: 'mdy' });
		expect(dates[1]?.recipe.columns[2]).toBe(recipe.columns[2]);
		const amounts = issueProposals('amount-invalid', recipe);
		expect(amounts.map(({ fix }) => fix)).toEqual([
			{ id: 'number-style', header: 'sum', style: { decimal: ',', group: '.' } }
		]);
		expect(issueProposals('row-too-long', recipe)).toEqual([]);
	});

	it('of numbers try thousands as well, and leave alone what a step has written', () => {
		const plain = { decimal: '.', group: '' } as const;
		const withAmount = (change: object): ImportRecipe => ({
			...recipe,
			columns: recipe.columns.map((plan) => (plan.role === 'amount' ? { ...plan, ...change } : plan))
		});
		expect(
			issueProposals('amount-invalid', withAmount({ numberStyle: plain })).map(({ fix }) => fix)
		).toMatchObject([{ style: { decimal: '.', group: ',' } }, { style: { decimal: ',', group: '.' } }]);
		const made = withAmount({ numberStyle: plain, made: 's1.0' });
		expect(issueProposals('amount-invalid', made)).toEqual([]);
	});

	it('of several files are for all that the same may cure, and for each alone', () => {
		const other: ImportRecipe = {
			...recipe,
			columns: recipe.columns.map((plan) => (plan.role === 'date' ? { ...plan, dateOrder: 'ymd' } : plan))
		};
		const found = proposalsOf([recipe, null, recipe, other], (own) => issueProposals('date-invalid', own));
		const shown = found.map(({ fix, recipes }) => [
			fix.id === 'date-order' ? fix.order : '',
			recipes.map((made) => made?.columns[1]?.dateOrder ?? null)
		]);
		expect(shown).toEqual([
			['ymd', ['ymd', null, 'ymd', null]],
			['ymd', ['ymd', null, null, null]],
			['ymd', [null, null, 'ymd', null]],
			['mdy', ['mdy', null, 'mdy', 'mdy']],
			['mdy', ['mdy', null, null, null]],
			['mdy', [null, null, 'mdy', null]],
			['mdy', [null, null, null, 'mdy']],
			['dmy', [null, null, null, 'dmy']]
		]);
	});
});
