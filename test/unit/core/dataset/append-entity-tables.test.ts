import { describe, expect, it } from 'vitest';
import { appendEntityTables } from '#lib/core/dataset/append/append-entity-tables.ts';
import { appendTableTotals } from '#lib/core/dataset/append/append-table-totals.ts';
import type { TableRecipe } from '#lib/core/dataset/recipe.ts';
import { importTable, inspectFile } from '#lib/import/index.ts';
import { fileOf, refusal } from '../../../support/import.ts';
import { valuesOf } from '../../../support/table-values.ts';

async function tableOf(text: string, change: (recipe: TableRecipe) => TableRecipe = (recipe) => recipe) {
	const file = fileOf(text);
	const { recipe } = await inspectFile(file, 'customers.csv', {
		entity: 'customer',
		source: (await inspectFile(file, 'customers.csv', null)).recipe.source
	});
	return importTable(file, 'customers.csv', change(recipe as TableRecipe));
}
/** Points that are worth money. */
const withMoney = (recipe: TableRecipe): TableRecipe => ({
	...recipe,
	columns: recipe.columns.map((plan) => (plan.header === 'Credit' ? { ...plan, type: 'money' } : plan))
});
const pause = () => Promise.resolve();
const there =
	'Customer ID,City,Joined,Notes\nC1,Rome,2024-01-05,first\nC2,Oslo,2024-01-06,second\nC3,Bonn,2024-01-07,third\n';
const next = 'City,Customer ID,Tier,Credit\nRome,C1,gold,1.50\nBern,C2,silver,2.25\nKyiv,C4,gold,4\n';

describe('A newer file of a table', () => {
	it('keeps of each row what only one of the files has a column for', async () => {
		const [a, b] = [await tableOf(there), await tableOf(next, withMoney)];
		const appended = await appendEntityTables(a.table, b.table, pause);
		const { table } = appended;
		expect(appended.comparison).toEqual({ recognised: 1, replaced: 1, added: 1 });
		expect(valuesOf(table, 'Customer ID')).toEqual(['C1', 'C2', 'C3', 'C4']);
		expect(valuesOf(table, 'City')).toEqual(['Rome', 'Bern', 'Bonn', 'Kyiv']);
		expect(valuesOf(table, 'Notes')).toEqual(['first', 'second', 'third', null]);
		expect(valuesOf(table, 'Tier')).toEqual(['gold', 'silver', null, 'gold']);
		expect(valuesOf(table, 'Credit')).toEqual([150, 225, null, 400]);
		// The money of a recognised row stands in the row that is there.
		const [money] = appendTableTotals(a.totals, b.totals, appended).money;
		expect(money).toMatchObject({ source: 775, kept: 775, merged: 0 });
	});

	it('is not added where a column of both is read otherwise, or the money is of another kind', async () => {
		const [a, b] = [await tableOf(there), await tableOf('Customer ID,City,Notes\nC1,5,x\nC2,6,y\nC3,7,z\n')];
		expect(await refusal(appendEntityTables(a.table, b.table, pause))).toEqual({
			code: 'append-type',
			params: { header: 'City' }
		});
		const [euro, dollar] = ['EUR', 'USD'].map((currency) => ({ ...a.table, currency }));
		if (euro === undefined || dollar === undefined) throw new Error('no table');
		expect(await refusal(appendEntityTables(euro, dollar, pause))).toMatchObject({ code: 'append-currency' });
	});
});
