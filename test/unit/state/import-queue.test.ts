import { expect, test } from 'vitest';
import type { ColumnGuess, ImportRecipe, Inspection } from '#lib/api/index.ts';
import { choicesFor, nameInHand, sameColumns } from '#lib/state/import-queue.ts';

const point = { decimal: '.', group: ',' } as const;
const comma = { decimal: ',', group: '.' } as const;
const recipeOf = (change: Partial<ImportRecipe> = {}): ImportRecipe => ({
	version: 1,
	source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 },
	columns: [
		{ index: 0, header: 'date', role: 'date', dateOrder: 'dmy' },
		{ index: 1, header: 'amount', role: 'amount', numberStyle: point }
	],
	statusRules: [],
	choices: {
		duplicates: 'drop',
		cancelled: 'keep',
		cancelPrefix: '',
		zeroAmount: 'exclude',
		noCustomer: 'set-aside'
	},
	currency: 'EUR',
	...change
});
const inspectionOf = (recipe: ImportRecipe, open: readonly Partial<ColumnGuess>[] = []): Inspection =>
	({ recipe, columns: recipe.columns.map((plan, i) => ({ ...plan, ...open[i] })) }) as unknown as Inspection;

test('the next file keeps choices, and says itself what it leaves no doubt of', () => {
	const next = recipeOf({
		columns: [
			{ index: 0, header: 'date', role: 'date', dateOrder: 'mdy' },
			{ index: 1, header: 'amount', role: 'amount', numberStyle: comma }
		],
		currency: 'USD'
	});
	expect(choicesFor(recipeOf(), inspectionOf(next))).toMatchObject({
		currency: 'USD',
		choices: { duplicates: 'drop', cancelled: 'keep' },
		columns: [{ dateOrder: 'mdy' }, { numberStyle: comma }]
	});
});

test('where it can be read in two ways, the choice made before holds', () => {
	const open = recipeOf({
		columns: [
			{ index: 0, header: 'date', role: 'date' },
			{ index: 1, header: 'amount', role: 'amount' }
		],
		currency: null
	});
	const inspection = inspectionOf(open, [{ dateOrders: ['dmy', 'mdy'] }, { numberStyles: [point, comma] }]);
	expect(choicesFor(recipeOf(), inspection)).toMatchObject({
		currency: 'EUR',
		columns: [{ dateOrder: 'dmy' }, { numberStyle: point }]
	});
});

test('a role that was changed stays changed', () => {
	const chosen = recipeOf();
	const guessed = recipeOf({
		columns: [
			chosen.columns[0] ?? { index: 0, header: 'date', role: 'date' },
			{ index: 1, header: 'amount', role: 'price' }
		]
	});
	expect(choicesFor(chosen, inspectionOf(guessed)).columns[1]).toEqual(chosen.columns[1]);
});

test('columns are the same by their names, not by being as many', () => {
	expect(sameColumns(recipeOf(), recipeOf())).toBe(true);
	const numbered = recipeOf({
		columns: [
			{ index: 0, header: '#1', role: 'date' },
			{ index: 1, header: '#2', role: 'amount' }
		]
	});
	expect(sameColumns(numbered, numbered)).toBe(false);
});

test('the file in hand is called by its archive and its own name, before it is read and after', () => {
	const file = new File([], 'may.zip');
	const open = { file, member: 'a.csv', state: 'open' } as const;
	const error = { code: 'file-empty', params: {} } as const;
	expect(nameInHand({ at: 'failed', file, error, recipe: null }, open)).toBe('may.zip › a.csv');
	const { source } = recipeOf();
	const recipe = recipeOf({ source: { ...source, member: 'b.csv' } });
	expect(nameInHand({ at: 'failed', file, error, recipe }, { file, state: 'open' })).toBe('may.zip › b.csv');
	expect(nameInHand({ at: 'inspecting', file }, { file, state: 'open' })).toBe('may.zip');
	expect(nameInHand({ at: 'idle' }, null)).toBeNull();
});
