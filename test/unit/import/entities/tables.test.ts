import { describe, expect, it } from 'vitest';
import { isTableInspection, type TableInspection } from '#lib/core/dataset/inspection.ts';
import type { TableRecipe } from '#lib/core/dataset/recipe.ts';
import { checkTableTotals } from '#lib/core/dataset/check-table-totals.ts';
import { appendEntityTables } from '#lib/core/dataset/append/append-entity-tables.ts';
import { withEntityRole } from '#lib/state/recipe-edit.ts';
import { TextFeed } from '#lib/import/feeds/text-feed.ts';
import { importTable, inspectBy, inspectFile } from '#lib/import/index.ts';
import { fileOf, refusal } from '../../../support/import.ts';
import { valuesOf } from '../../../support/table-values.ts';

async function look(text: string, name = 'table.csv'): Promise<TableInspection> {
	const inspection = await inspectFile(fileOf(text), name, null);
	if (!isTableInspection(inspection)) throw new Error('taken for orders');
	return inspection;
}

async function take(text: string, change: (recipe: TableRecipe) => TableRecipe = (recipe) => recipe) {
	const { recipe } = await look(text);
	return importTable(fileOf(text), 'table.csv', change(recipe));
}

const tickets = [
	'Ticket ID,Customer ID,Created At,First Response Time,Status,Subject,Description,CSAT,Refund Amount',
	'T1,C1,2024-03-01 09:00,2024-03-01 10:30,closed,Late,"It is late.\nVery ""late"".",5,1.50',
	'T2,007,2024-03-02 00:00,,open,Late,NULL,,2',
	'T3,C1,2024-02-30 09:00,n/a,closed,Broken,=1+1,4,3.125',
	',,2024-03-04 09:00,,closed,Lost,Nobody,1,9.99',
	'T5,C2,2024-03-05 09:00,,closed,Bad,,x,12 apples',
	'T1,C3,2024-03-06 09:00,,closed,Again,,2,-4'
].join('\n');

describe('A table of tickets', () => {
	it('is taken for what it is, by its headers', async () => {
		const { recipe, entities, blockers } = await look(tickets);
		expect(recipe.entity).toBe('ticket');
		expect(blockers).toEqual([]);
		expect(entities?.[0]?.reasons[0]).toEqual({
			code: 'roles',
			params: { roles: 'record,customer,opened,first-reply,status,subject,comment,satisfaction' }
		});
		expect(recipe.columns.map(({ role, type }) => [role, type])).toEqual([
			['record', 'key'],
			['customer', 'key'],
			['opened', 'date'],
			['first-reply', 'date'],
			['status', 'category'],
			['subject', 'category'],
			['comment', 'text'],
			['satisfaction', 'number'],
			// One of its cells is no amount, and nothing is lost by keeping the texts.
			['attribute', 'category']
		]);
	});

	it('has reasons as something to cut by, and prose as a comment', async () => {
		const rows = Array.from(
			{ length: 12 },
			(_, i) => `T${i},C${i},2024-03-01,${i % 2 ? 'Too expensive' : 'Moved away'},Words`
		);
		const { recipe } = await look(['Ticket ID,Customer ID,Created,Reason,Comment', ...rows].join('\n'));
		expect(recipe.columns.slice(3).map(({ role, type }) => [role, type])).toEqual([
			['attribute', 'category'],
			['comment', 'text']
		]);
	});

	it('keeps texts whole, ids as text, and leaves empty what cannot be read, money apart', async () => {
		const asMoney = (recipe: TableRecipe): TableRecipe => ({
			...recipe,
			columns: recipe.columns.map((column) =>
				column.role === 'attribute'
					? { ...column, type: 'money', numberStyle: { decimal: '.', group: ',' } }
					: column
			)
		});
		const { table, totals, issues, rejects } = await take(tickets, asMoney);
		expect(valuesOf(table, 'Ticket ID')).toEqual(['T1', 'T2', 'T3', 'T1']);
		expect(valuesOf(table, 'Customer ID')).toEqual(['C1', '007', 'C1', 'C3']);
		expect(valuesOf(table, 'Description')).toEqual(['It is late.\nVery "late".', '', '=1+1', '']);
		const at = (time: string) => Date.parse(`2024-03-${time}Z`);
		expect(valuesOf(table, 'Created At')).toEqual([at('01T09:00'), at('02T00:00'), null, at('06T09:00')]);
		expect(valuesOf(table, 'CSAT')).toEqual([5, null, 4, 2]);
		expect(valuesOf(table, 'Refund Amount')).toEqual([1500, 2000, 3125, -4000]);
		expect(issues.map(({ code, line }) => [code, line])).toEqual([
			['date-impossible', 5],
			['key-missing', 6],
			['amount-invalid', 7],
			['key-repeated', 8]
		]);
		expect(totals).toMatchObject({
			source: 6,
			kept: 4,
			merged: 0,
			rejected: 2,
			rejectedBy: { 'key-missing': 1, 'amount-invalid': 1 },
			money: [{ header: 'Refund Amount', scale: 3, source: 12_615, kept: 2625, merged: 0, rejected: 9990 }]
		});
		expect(new TextDecoder().decode(rejects)).toContain('5');
	});

	it('gives the same by the feed of text as by the feed of bytes', async () => {
		const { recipe } = await look(tickets);
		const byBytes = await importTable(fileOf(tickets), 'table.csv', recipe);
		const byText = await importTable(
			fileOf(tickets),
			'table.csv',
			recipe,
			{},
			(format, collected) => new TextFeed(format, collected)
		);
		expect(byText).toEqual(byBytes);
	});

	it('is not read without what its rows must have, nor by two columns of one role', async () => {
		const without = (recipe: TableRecipe): TableRecipe => ({
			...recipe,
			columns: recipe.columns.map((column) => ({ ...column, role: 'attribute' }))
		});
		expect(await refusal(take(tickets, without))).toEqual({
			code: 'mapping-lacks',
			params: { entity: 'ticket', roles: 'record,customer' }
		});
		const twice = (recipe: TableRecipe): TableRecipe => ({
			...recipe,
			columns: recipe.columns.map((column) => (column.index > 4 ? { ...column, role: 'status' } : column))
		});
		expect(await refusal(take(tickets, twice))).toMatchObject({ code: 'mapping-role-twice' });
	});

	it('stops when it is told to', async () => {
		const { recipe } = await look(tickets);
		const stop = new AbortController();
		stop.abort();
		const job = importTable(fileOf(tickets), 'table.csv', recipe, { signal: stop.signal });
		expect(await refusal(job)).toMatchObject({ code: 'cancelled' });
	});
});

describe('A table of customers', () => {
	const customers = [
		'Customer ID,Name,Region,Income,Joined',
		'1,Ann,North,"1,200.50",2024-01-31',
		'2,Bob,South,900,2024-02-01',
		'2,Bob,South,900,2024-02-01',
		'3,Cid,North,,'
	].join('\n');

	it('merges rows that are equal in every cell, and says so', async () => {
		const { table, totals } = await take(customers);
		expect(valuesOf(table, 'Customer ID')).toEqual(['1', '2', '3']);
		expect(totals).toMatchObject({
			source: 4,
			kept: 3,
			merged: 1,
			rejected: 0,
			money: [{ header: 'Income', scale: 1, source: 30_005, kept: 21_005, merged: 9000, rejected: 0 }]
		});
	});

	it('can be read as something else, or as orders, without losing where the table lies', async () => {
		const { recipe } = await look(customers);
		const asked = { entity: 'other' as const, source: recipe.source };
		const other = await inspectFile(fileOf(customers), 'table.csv', asked);
		expect(other.recipe).toMatchObject({ entity: 'other', source: recipe.source });
		const orders = await inspectFile(fileOf(customers), 'table.csv', { ...asked, entity: 'order' });
		expect(isTableInspection(orders)).toBe(false);
		expect(orders.recipe.columns.map(({ role }) => role)).toContain('customer');
	});

	it('keeps the choices of a recipe', async () => {
		const { recipe } = await look(customers);
		const chosen: TableRecipe = {
			...recipe,
			columns: recipe.columns.map((column) =>
				column.header === 'Region' ? { ...column, role: 'ignore' } : column
			)
		};
		const again = await inspectFile(fileOf(customers), 'table.csv', chosen);
		expect(again.recipe).toEqual(chosen);
	});

	it('in 中文 is known as well', async () => {
		const { recipe } = await look(
			'会员编号,姓名,手机号,注册日期,城市\nA1,王芳,13800000000,2024年1月5日,西安\n'
		);
		expect(recipe.entity).toBe('customer');
		expect(recipe.columns.map(({ role }) => role)).toEqual([
			'customer',
			'customer-name',
			'phone',
			'joined',
			'attribute'
		]);
	});
});

it('Totals of a table that do not add up are refused', () => {
	const money = { header: 'm', scale: 2, source: 5, kept: 4, merged: 0, rejected: 0 };
	const rows = { source: 1, kept: 1, merged: 0, rejected: 0 };
	const rest = { rejectedBy: {}, remarks: {}, duplicatesSeen: 0, blankLines: 0 };
	expect(() => checkTableTotals({ ...rows, ...rest, money: [money] })).toThrow('import-totals-mismatch');
	expect(() => checkTableTotals({ ...rows, ...rest, source: 2, money: [] })).toThrow(
		'import-totals-mismatch'
	);
});

describe('Rows equal in every cell', () => {
	const answers = 'customer,date,score\n,2024-05-01,9\n,2024-05-01,9\nC1,2024-05-01,3\n,2024-05-01,9\n';

	it('are kept and counted where nothing names a row: two customers may say the same', async () => {
		const { table, totals } = await take(answers);
		expect(table.rows).toBe(4);
		expect(totals).toMatchObject({ source: 4, kept: 4, merged: 0, duplicatesSeen: 2 });
		const visits =
			'Visit Date,Sales Rep,Visit Type\n2024-05-01,Li,call\n2024-05-01,Li,call\n2024-05-02,Li,visit\n';
		expect((await take(visits)).totals).toMatchObject({ source: 3, kept: 3, duplicatesSeen: 1 });
	});

	it('are one row more than once where they have an id', async () => {
		const named = 'response id,date,score\nR1,2024-05-01,9\nR1,2024-05-01,9\nR2,2024-05-01,9\n';
		expect((await take(named)).totals).toMatchObject({ source: 3, kept: 2, merged: 1 });
	});

	it('are known again one by one in a file that overlaps, and fare as chosen', async () => {
		const { table } = await take(answers);
		const later =
			'customer,date,score\n,2024-05-01,9\n,2024-05-01,9\n,2024-05-01,9\n,2024-05-01,9\nC2,2024-05-02,10\n';
		const { comparison, table: both } = await appendEntityTables(table, (await take(later)).table, () =>
			Promise.resolve()
		);
		expect(comparison).toEqual({ recognised: 3, replaced: 0, added: 2 });
		expect(both.rows).toBe(6);
		const again = await appendEntityTables(both, (await take(later)).table, () => Promise.resolve());
		expect(again.comparison).toEqual({ recognised: 5, replaced: 0, added: 0 });
	});

	it('follow the id column when it is chosen or taken away', async () => {
		const { recipe } = await look('no,date,score\nR1,2024-05-01,9\nR1,2024-05-01,9\nR2,2024-05-01,9\n');
		expect(recipe.choices.duplicates).toBe('keep');
		const named = withEntityRole(recipe, 0, 'record');
		expect(named.choices.duplicates).toBe('drop');
		expect(withEntityRole(named, 0, 'attribute').choices.duplicates).toBe('keep');
		const kept: TableRecipe = { ...named, choices: { ...named.choices, duplicates: 'keep' } };
		expect(withEntityRole(kept, 1, 'ignore').choices.duplicates).toBe('keep');
	});

	it('are asked about where a recipe drops them and nothing names a row', async () => {
		const asked = async (recipe: TableRecipe) => {
			const { questions } = await inspectFile(fileOf(answers), 'answers.csv', recipe);
			return questions.some(({ code }) => code === 'equal-rows-dropped');
		};
		const { recipe } = await look(answers);
		expect(await asked(recipe)).toBe(false);
		const old: TableRecipe = { ...recipe, choices: { ...recipe.choices, duplicates: 'drop' } };
		expect(await asked(old)).toBe(true);
		expect(await asked(withEntityRole(old, 0, 'record'))).toBe(false);
		// Last quarter's recipe for this quarter's file.
		const { inspection } = await inspectBy(fileOf(answers), 'answers.csv', old);
		expect(inspection.questions).toContainEqual({ code: 'equal-rows-dropped', params: {} });
	});
});

it('Ids that Excel has cut are told of in tables as in orders', async () => {
	const ids = Array.from({ length: 30 }, (_, i) => (i < 2 ? '1.23457E+17' : `1234567890123456${i + 10}`));
	const { questions } = await look(
		['Customer ID,City,Joined', ...ids.map((id) => `${id},Rome,2024-01-05`)].join('\n')
	);
	expect(questions).toContainEqual({
		code: 'ids-in-exponent',
		params: { column: 1, header: 'Customer ID', rows: 2 }
	});
});
