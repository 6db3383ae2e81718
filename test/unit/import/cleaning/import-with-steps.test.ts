import { describe, expect, it } from 'vitest';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import { withSteps } from '#lib/core/dataset/made-columns.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { parseRecipe } from '#lib/import/index.ts';
import { look, refusal, take } from '../../../support/import.ts';

const styles = { numberStyle: { decimal: '.', group: ',' }, dateOrder: 'ymd' } as const;
const orders = [
	'Order ID,Customer ID,Order Date,Amount,Channel,Currency',
	'A1, ada ,2024-01-05,"1,200.50",web,EUR',
	'A2,bob,2024-01-09,20.00,Web,EUR',
	'A2,bob,2024-01-09,25.00,shop,EUR',
	'A3,ada,2024-01-10,9.99,test,EUR',
	'A4,cyd,2024-02-30,15.00,test,EUR',
	'A5,cyd,2024-02-28,abc,test,EUR',
	'A6,ＡＤＡ,2024-03-01,0.125,web,USD',
	'A7,dan,2024-03-02,35.25,web,GBP'
].join('\n');

const testsAside: CleaningStep = {
	id: 'tests',
	kind: 'filter',
	match: 'all',
	conditions: [{ column: 4, test: 'equals', value: 'test' }],
	fate: 'set-aside',
	...styles
};
const trim: CleaningStep = {
	id: 'trim',
	kind: 'trim',
	columns: [1, 4],
	blanks: true,
	invisible: true,
	halfWidth: true,
	letters: 'lower'
};
const orderOnce = (keep: 'first' | 'last'): CleaningStep => ({
	id: 'once',
	kind: 'drop-duplicates',
	columns: [0],
	keep
});
const toEuro: CleaningStep = {
	id: 'euro',
	kind: 'convert-currency',
	amount: 3,
	currency: 5,
	date: null,
	target: 'EUR',
	decimals: 2,
	rates: [{ currency: 'USD', rate: '0.5' }],
	name: 'Amount in EUR',
	...styles
};
const by =
	(...steps: CleaningStep[]) =>
	(recipe: ImportRecipe) =>
		withSteps({ ...recipe, currency: null }, steps);

describe('an import with cleaning steps', () => {
	it('keeps its totals to the cent, what steps took out counted under them', async () => {
		const { table, totals } = await take(orders, by(trim, testsAside, orderOnce('first')));
		expect(totals.source).toEqual({ rows: 8, amount: 1_305_865 });
		expect(totals.merged).toEqual({ rows: 1, amount: 25_000 });
		expect(totals.setAside.filtered).toEqual({ rows: 3, amount: 24_990 });
		expect(totals.rejected.rows).toBe(0);
		expect(totals.steps).toEqual([
			{ step: 'tests', fate: 'filtered', rows: 3, amount: 24_990 },
			{ step: 'once', fate: 'merged', rows: 1, amount: 25_000 }
		]);
		expect(Array.from({ length: table.customers.size }, (_, i) => stringAt(table.customers, i))).toEqual([
			'ada',
			'bob',
			'dan'
		]);
		expect(table.scale).toBe(3);
	});

	it('keeps the last row of a key by reading the file once more', async () => {
		const { totals } = await take(orders, by(orderOnce('last')));
		expect(totals.merged).toEqual({ rows: 1, amount: 20_000 });
	});

	it('reads the money of rows that leave as later steps make it', async () => {
		const change = by(testsAside, toEuro);
		const made = await take(orders, change);
		expect(made.totals.setAside.filtered).toEqual({ rows: 3, amount: 2_499 });
		expect(made.totals.rejectedBy).toEqual({ 'currency-no-rate': 1 });
		expect(made.table.currency).toBe(null);
		const { recipe } = await look(orders);
		const seen = await look(orders, change(recipe));
		expect([seen.recipe.currency, seen.blockers]).toEqual(['EUR', []]);
		expect(seen.preview.at(-1)?.at(-1)).toEqual({ raw: '0.06', value: 0.06 });
		expect(seen.columns.at(-1)).toMatchObject({ header: 'Amount in EUR', role: 'amount' });
	});

	it('names rows by their line in the file, and saves rejected ones as they stood there', async () => {
		const { issues, rejects } = await take(orders, by(trim, toEuro));
		expect(issues.find(({ code }) => code === 'currency-no-rate')).toEqual({
			code: 'currency-no-rate',
			line: 9,
			column: 6,
			header: 'Currency',
			raw: 'GBP'
		});
		const saved = new TextDecoder().decode(rejects);
		expect(saved).toContain('line,code,column,Order ID,Customer ID,Order Date,Amount,Channel,Currency\r\n');
		expect(saved).toContain('A4,cyd,2024-02-30,15.00,test,EUR');
	});

	it('refuses steps that cannot be run, and columns that no step makes', async () => {
		const gone = { ...trim, columns: ['nowhere.0'] };
		expect(await refusal(take(orders, by(gone)))).toEqual({
			code: 'step-invalid',
			params: { step: 1, problem: 'column-gone' }
		});
		expect(await refusal(take(orders, (recipe) => ({ ...by(toEuro)(recipe), steps: [trim] })))).toMatchObject(
			{ code: 'recipe-invalid' }
		);
	});
});

describe('a recipe with steps', () => {
	it('is read back as it was saved, and two steps cannot have one id', async () => {
		const { recipe } = await look(orders);
		const made = by(trim, testsAside, orderOnce('last'), toEuro)(recipe);
		expect(parseRecipe(JSON.parse(JSON.stringify(made)))).toEqual(made);
		expect(() => parseRecipe({ ...made, steps: [trim, trim] })).toThrow('recipe-invalid');
	});

	it('is looked at through its steps: counts, rows before and after, what stops it', async () => {
		const { recipe } = await look(orders);
		const seen = await look(
			orders,
			by(trim, testsAside, { ...testsAside, id: 'none', conditions: [] })(recipe)
		);
		expect(seen.steps?.map(({ rows, changed, aside }) => [rows, changed, aside])).toEqual([
			[8, 3, 0],
			[8, 0, 3],
			[5, 0, 0]
		]);
		expect(seen.blockers[0]).toEqual({
			code: 'step-invalid',
			params: { step: 3, problem: 'conditions-none' }
		});
		expect(seen.preview).toHaveLength(5);
	});
});
