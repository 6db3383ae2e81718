import { describe, expect, it } from 'vitest';
import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import { isTableInspection, type TableInspection } from '#lib/core/dataset/inspection.ts';
import { withSteps } from '#lib/core/dataset/made-columns.ts';
import type { TableRecipe } from '#lib/core/dataset/recipe.ts';
import { checkTableTotals } from '#lib/core/dataset/check-table-totals.ts';
import { importTable, inspectFile, type LookBy } from '#lib/import/index.ts';
import { parseTableRecipe } from '#lib/core/dataset/table-recipe-schema.ts';
import { fileOf, refusal } from '../../../support/import.ts';
import { valuesOf } from '../../../support/table-values.ts';

const styles = { numberStyle: { decimal: '.', group: ',' }, dateOrder: 'ymd' } as const;
const tickets = [
	'Ticket ID,Customer ID,Created At,First Response Time,Status,Refund Amount,Currency',
	'T1, c1 ,2024-03-01 09:00,2024-03-01 10:30,closed,10.00,EUR',
	'T2,C2,2024-03-02 00:00,,open,2.50,USD',
	'T2,C2,2024-03-03 00:00,,closed,4.00,USD',
	'T3,C1,2024-03-04 00:00,,spam,1.25,EUR',
	',,2024-03-04 09:00,,closed,9.00,EUR',
	'T6,C3,2024-03-05 09:00,,closed,7.00,GBP'
].join('\n');
const steps: readonly CleaningStep[] = [
	{
		id: 'trim',
		kind: 'trim',
		columns: [1],
		blanks: true,
		invisible: true,
		halfWidth: true,
		letters: 'upper'
	},
	{
		id: 'spam',
		kind: 'filter',
		match: 'all',
		conditions: [{ column: 4, test: 'equals', value: 'spam' }],
		fate: 'set-aside',
		...styles
	},
	{ id: 'once', kind: 'drop-duplicates', columns: [0], keep: 'last' },
	{
		id: 'double',
		kind: 'derive',
		name: 'Doubled',
		formula: '[Refund Amount] * 2',
		uses: [{ name: 'Refund Amount', column: 5 }],
		...styles
	},
	{
		id: 'euro',
		kind: 'convert-currency',
		amount: 5,
		currency: 6,
		date: null,
		target: 'EUR',
		decimals: 2,
		rates: [{ currency: 'USD', rate: '0.5' }],
		name: 'Refund in EUR',
		...styles
	}
];

async function look(by: LookBy = null): Promise<TableInspection> {
	const inspection = await inspectFile(fileOf(tickets), 'tickets.csv', by);
	if (!isTableInspection(inspection)) throw new Error('taken for orders');
	return inspection;
}
const cleaned = async (): Promise<TableInspection> => look(withSteps((await look()).recipe, steps));

describe('Cleaning steps of a table', () => {
	it('are previewed with what they make, each made column read as its values look', async () => {
		const { recipe, steps: reports, preview, blockers } = await cleaned();
		expect(blockers).toEqual([]);
		expect(reports?.map(({ id, problem }) => [id, problem])).toEqual(steps.map(({ id }) => [id, null]));
		expect(recipe.columns.slice(5).map(({ header, role, type, made }) => [header, role, type, made])).toEqual(
			[
				['Refund Amount', 'ignore', 'money', undefined],
				['Currency', 'attribute', 'category', undefined],
				['Doubled', 'attribute', 'number', 'double.0'],
				['Refund in EUR', 'attribute', 'money', 'euro.0']
			]
		);
		expect(preview[0]?.[1]?.value).toBe('C1');
		expect(recipe.currency).toBe('EUR');
	});

	it('take out rows and their money under their step, and all rows and money add up', async () => {
		const { recipe } = await cleaned();
		const { table, totals, rejects } = await importTable(fileOf(tickets), 'tickets.csv', recipe);
		expect(valuesOf(table, 'Customer ID')).toEqual(['C1', 'C2']);
		expect(valuesOf(table, 'Refund in EUR')).toEqual([1000, 200]);
		expect(valuesOf(table, 'Doubled')).toEqual([20, 8]);
		expect(totals).toMatchObject({ source: 6, kept: 2, merged: 1, filtered: 1, rejected: 2 });
		expect(totals.rejectedBy).toEqual({ 'key-missing': 1, 'currency-no-rate': 1 });
		expect(totals.steps).toEqual([
			{ step: 'spam', fate: 'filtered', rows: 1 },
			{ step: 'once', fate: 'merged', rows: 1 }
		]);
		expect(totals.money).toEqual([
			{
				header: 'Refund in EUR',
				scale: 2,
				source: 1000 + 200 + 125 + 125 + 900,
				kept: 1200,
				merged: 125,
				filtered: 125,
				rejected: 900
			}
		]);
		expect(() => checkTableTotals(totals)).not.toThrow();
		// Rejected rows stand there as in the file, without what steps made.
		const [head, ...rows] = new TextDecoder().decode(rejects).trim().split('\r\n');
		expect(head?.split(',').length).toBe(10);
		expect(rows.map((row) => row.split(',').length)).toEqual([10, 10]);
	});

	it('stay in the recipe as it is saved, and stop an import when a column of theirs is gone', async () => {
		const { recipe } = await cleaned();
		expect(parseTableRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
		const broken = withSteps(recipe, [{ id: 'x', kind: 'fill', column: 40, from: 'above', value: '' }]);
		expect(await refusal(importTable(fileOf(tickets), 'tickets.csv', broken))).toMatchObject({
			code: 'step-invalid'
		});
	});

	it('that go give the money back to the column that it came from', async () => {
		const back = withSteps((await cleaned()).recipe, []);
		expect(back.columns[5]).toMatchObject({ header: 'Refund Amount', role: 'attribute', type: 'money' });
		expect(back.columns.length).toBe(7);
		expect(back.steps).toBeUndefined();
	});

	it('leave the money of a row that is set apart out of that of the row before', async () => {
		const text = `${tickets.split('\n').slice(0, 3).join('\n')}\nT9,C1,2024-03-01,,closed,1.00,EUR,too,long\n`;
		const inspection = await inspectFile(fileOf(text), 'tickets.csv', null);
		const recipe = { ...inspection.recipe, currency: null } as TableRecipe;
		const { totals } = await importTable(fileOf(text), 'tickets.csv', recipe);
		expect(totals).toMatchObject({ kept: 2, rejected: 1 });
		expect(totals.money[0]).toMatchObject({ scale: 1, source: 125, kept: 125, rejected: 0 });
	});
});
