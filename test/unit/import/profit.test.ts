import { describe, expect, test } from 'vitest';
import { importOrders, type ImportedOrders } from '#lib/import/import-orders.ts';
import { inspect } from '#lib/import/inspect.ts';
import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { appendTotals } from '#lib/core/dataset/append/append-totals.ts';
import { roomForBoth } from '#lib/core/dataset/append/room-for-both.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { appended } from '../../support/append.ts';
import { textFeedFor } from '#lib/import/feeds/feed-for.ts';

/** A file, and how it is taken to be. */
async function recipeOf(lines: readonly string[]) {
	const file = new Blob([lines.join('\n')]);
	const { recipe, blockers, questions, preview } = await inspect(file, 'orders.csv', null);
	return { file, recipe, blockers, questions, preview };
}

async function read(
	lines: readonly string[],
	change: (recipe: ImportRecipe) => ImportRecipe = (recipe) => recipe
): Promise<ImportedOrders> {
	const { file, recipe } = await recipeOf(lines);
	const changed = change(recipe);
	const imported = await importOrders(file, 'orders.csv', changed);
	// By strings and by bytes alike.
	expect(await importOrders(file, 'orders.csv', changed, {}, textFeedFor)).toEqual(imported);
	return imported;
}

const header = 'Customer ID,Order ID,Order Date,Amount,Cost';
const lines = [
	header,
	'a,1,2024-01-02,100.00,60.00',
	'a,1,2024-01-02,50.00,',
	'a,2,2024-02-02,80.00,30.5',
	'a,2,2024-03-02,-20.00,-5.00',
	'b,3,2024-01-05,70.00,90.00',
	'b,4,2024-01-06,40.00,10%',
	'b,5,2024-01-07,40.00,-10.00',
	',6,2024-01-08,10.00,4.00',
	'b,7,2024-01-09,0.00,1.25',
	'b,8,nonsense,30.00,9.00',
	'b,9,2024-01-10,-30.00,-10.00'
];

describe('Costs and profits of orders', () => {
	test.each([
		['Cost', 'cost'],
		['COGS (USD)', 'cost'],
		['成本（元）', 'cost'],
		['Gross Profit', 'profit'],
		['毛利', 'profit'],
		['订单利润', 'profit'],
		// Of a piece, or a share: nothing to take off an amount.
		['Unit Cost', 'price'],
		['毛利率', 'ignore'],
		['Profit Margin', 'ignore']
	])('%s is taken to mean %s', async (name, role) => {
		const { recipe } = await recipeOf([
			`Customer ID,Order ID,Order Date,Amount,${name}`,
			...['a,1,2024-01-02,100.5,0.6', 'a,2,2024-01-03,80.5,0.7', 'b,3,2024-01-04,60.5,0.6']
		]);
		expect(recipe.columns[4]?.role).toBe(role);
	});

	test.each([
		['Quantity,Unit Price,Cost', ['2,10.00,6.00', '3,10.00,6.00'], 'ignore'],
		['数量,单价,成本', ['2,10.00,12.00', '3,10.00,18.00'], 'ignore'],
		['Quantity,Unit Price,Total Cost', ['2,10.00,12.00', '3,10.00,18.00'], 'cost'],
		['数量,单价,成本金额', ['2,10.00,12.00', '3,10.00,18.00'], 'cost'],
		['Quantity,Unit Price,Amount,Cost', ['2,10.00,20.00,6.00', '3,10.00,30.00,6.00'], 'ignore'],
		['Quantity,Unit Price,Amount,Cost', ['2,10.00,20.00,12.00', '1,10.00,10.00,6.00'], 'cost'],
		['Quantity,Unit Price,Amount,Cost', ['1,10.00,10.00,6.00', '1,20.00,20.00,12.00'], 'ignore'],
		['Quantity,Amount,Cost', ['2,20.00,6.00', '3,30.00,6.00'], 'cost']
	])('the last of %s with %j is the %s of a row', async (names, ends, role) => {
		const { recipe, questions } = await recipeOf([
			`Customer ID,Order ID,Order Date,${names}`,
			...ends.map((end, i) => `c${i},${i},2024-01-0${i + 2},${end}`)
		]);
		expect(recipe.columns.at(-1)?.role).toBe(role);
		expect(questions.some(({ code }) => code === 'cost-of-what')).toBe(role === 'ignore');
	});

	test('what is not said is not known, and every known cent is found again', async () => {
		const { table, totals, groups } = await read(lines);
		expect(table.scale).toBe(2);
		const { profit } = totals;
		// Reckoned by hand, row by row.
		expect(profit).toEqual({
			source: { rows: 8, amount: 4000 + 4950 - 1500 - 2000 + 600 - 125 + 2100 - 2000 },
			kept: { sales: { rows: 3, amount: 4000 + 4950 - 2000 }, refunds: { rows: 1, amount: -1500 } },
			merged: { rows: 0, amount: 0 },
			setAside: {
				noCustomer: { rows: 1, amount: 600 },
				cancelled: { rows: 0, amount: 0 },
				zeroAmount: { rows: 1, amount: -125 },
				refundsUnmatched: { rows: 1, amount: -2000 }
			},
			rejected: { rows: 1, amount: 2100 }
		});
		expect(totals.remarks).toEqual({ 'profit-invalid': 1, 'cost-other-sign': 1 });
		expect(groups.find(({ code }) => code === 'cost-other-sign')).toMatchObject({
			rows: 1,
			examples: [{ line: 8, column: 5, header: 'Cost', raw: '-10.00' }]
		});
	});

	test('an order has a profit where all of its lines have one, net of what came back', async () => {
		const { table } = await read(lines);
		const net = buildLedger(table, 'net');
		expect([...net.amount]).toEqual([15000, 6000, 7000, 4000, 4000]);
		expect([...(net.profit as Float64Array)]).toEqual([NaN, 3450, -2000, NaN, NaN]);
		expect([...(buildLedger(table, 'gross').profit as Float64Array)]).toEqual([NaN, 4950, -2000, NaN, NaN]);
	});

	test('a profit that is given is taken as it stands, and held against the cost', async () => {
		const { table, totals } = await read([
			`${header},Profit`,
			'a,1,2024-01-02,100.00,60.00,40.00',
			'a,2,2024-01-03,100.00,60.00,39.99',
			'a,3,2024-01-04,100.00,60.00,',
			'a,4,2024-01-05,100.00,,25'
		]);
		expect([...(table.profit as Float64Array)]).toEqual([4000, 3999, 4000, 2500]);
		expect(totals.remarks).toEqual({ 'profit-not-rest': 1 });
	});

	test('a finer unit of costs becomes that of all money, of cents at most', async () => {
		const { table, totals } = await read([
			header,
			'a,1,2024-01-02,100,60',
			'a,2,2024-01-03,100,60.125',
			'a,3,2024-01-04,100,60.5'
		]);
		expect(table.scale).toBe(2);
		expect([...table.amount]).toEqual([10_000, 10_000, 10_000]);
		expect([...(table.profit as Float64Array)]).toEqual([4_000, 3_987, 3_950]);
		expect(totals.profit?.source).toEqual({ rows: 3, amount: 11_937 });
		expect(totals.remarks).toEqual({ 'amount-too-precise': 1 });
	});

	test('rows merged, cancelled and open carry their profit with them', async () => {
		const { totals } = await read(
			[
				`${header},Status`,
				'a,1,2024-01-02,100.00,60.00,paid',
				'a,1,2024-01-02,100.00,60.00,paid',
				'a,2,2024-01-03,100.00,70.00,cancelled',
				'a,3,,100.00,75.00,cancelled'
			],
			(recipe) => ({ ...recipe, choices: { ...recipe.choices, duplicates: 'drop' } })
		);
		expect(totals.profit).toMatchObject({
			source: { rows: 4, amount: 135 },
			merged: { rows: 1, amount: 40 },
			setAside: { cancelled: { rows: 1, amount: 30 }, undated: { rows: 1, amount: 25 } }
		});
	});

	test('a table that says nothing of them has no such column and no such totals', async () => {
		const { table, totals } = await read(lines.map((line) => line.slice(0, line.lastIndexOf(','))));
		expect(table.profit).toBeNull();
		expect(totals).not.toHaveProperty('profit');
		expect(buildLedger(table, 'net')).not.toHaveProperty('profit');
	});

	test('a cost of another currency than the converted amount stops the import until it is converted too', async () => {
		const { file, recipe } = await recipeOf([
			'Customer ID,Order ID,Order Date,Amount,Currency,Cost',
			'a,1,2024-01-02,100.00,EUR,60.00',
			'a,2,2024-01-02,100.00,USD,60.00'
		]);
		const step = (id: string, name: string, amount: number): CleaningStep => ({
			id,
			kind: 'convert-currency',
			amount,
			currency: 4,
			date: null,
			target: 'USD',
			rates: [{ currency: 'EUR', rate: '1.1' }],
			decimals: 2,
			name,
			numberStyle: { decimal: '.', group: ',' },
			dateOrder: 'ymd'
		});
		const steps = [step('one', 'Amount USD', 3), step('two', 'Cost USD', 5)];
		const looked = await inspect(file, 'orders.csv', { ...recipe, steps });
		const roles = (cost: number): ImportRecipe => ({
			...looked.recipe,
			currency: 'USD',
			columns: looked.recipe.columns.map((plan) => {
				const style = { numberStyle: { decimal: '.', group: ',' } } as const;
				if (plan.index === cost) return { ...plan, role: 'cost', ...style };
				if (plan.made === 'one.0') return { ...plan, role: 'amount', ...style };
				return {
					...plan,
					role: ['customer', 'order', 'date'][plan.index] === undefined ? 'ignore' : plan.role
				};
			})
		});
		await expect(importOrders(file, 'orders.csv', roles(5))).rejects.toMatchObject({
			code: 'mapping-profit-currency',
			params: { header: 'Cost' }
		});
		const review = await inspect(file, 'orders.csv', roles(5));
		expect(review.blockers).toContainEqual({ code: 'mapping-profit-currency', params: { header: 'Cost' } });
		const { table } = await importOrders(file, 'orders.csv', roles(7));
		expect([...table.amount, ...(table.profit as Float64Array)]).toEqual(
			[110, 100, 44, 40].map((x) => x * 10 ** table.scale)
		);
	});

	test('never stop an import: unrounded ones are rounded, impossible ones unknown', async () => {
		const { table, totals } = await read([
			header,
			'a,1,2024-01-02,5000000000.25,33.333333',
			'a,2,2024-01-03,6000000000.25,-0.005',
			'b,3,2024-01-04,100.00,1e15',
			'b,4,2024-01-05,100.00,91000000000000',
			'b,5,2024-01-06,100.00,60.00'
		]);
		expect(table.scale).toBe(2);
		expect([...(table.profit ?? [])]).toEqual([500_000_000_025 - 3_333, NaN, NaN, NaN, 4_000]);
		expect(totals.remarks).toEqual({ 'amount-too-precise': 2, 'profit-invalid': 2 });
	});

	test('are given up where amounts need a unit in which they are not exact', async () => {
		const { table, totals } = await read([
			header,
			'a,1,2024-01-02,100,40000000000000',
			'a,2,2024-01-03,100,30000000000000.5',
			'b,3,2024-01-04,100.1255,10'
		]);
		expect(table.scale).toBe(4);
		expect([...(table.profit ?? [])]).toEqual([NaN, NaN, NaN]);
		expect(totals.profit?.source).toEqual({ rows: 0, amount: 0 });
		expect(totals.remarks).toEqual({ 'profit-invalid': 3 });
	});

	test('give back their decimals when whole amounts need the room, rounded where they had any', async () => {
		const { table, totals } = await read(
			[
				`${header},Status`,
				'a,1,2024-01-02,50000000000000,49999999999000.25,paid',
				'a,2,2024-01-03,40000000000000,39999999998000.5,paid',
				'a,2,2024-01-03,40000000000000,39999999998000.5,paid',
				'b,3,nonsense,30000000000000,29999999999999.25,paid',
				'b,4,2024-01-05,60000000000000,59999999997000.75,paid'
			],
			(recipe) => ({ ...recipe, choices: { ...recipe.choices, duplicates: 'drop' } })
		);
		expect(table.scale).toBe(0);
		expect(totals.source).toEqual({ rows: 5, amount: 220_000_000_000_000 });
		// Of 999.75, 1,999.5 and 2,999.25. The third row is the first in the larger unit: its cost is rounded, then taken off.
		expect([...(table.profit ?? [])]).toEqual([1_000, 2_000, 2_999]);
		expect(totals.profit).toMatchObject({
			source: { rows: 5, amount: 1_000 + 2_000 + 2_999 + 1_999 + 1 },
			kept: { sales: { rows: 3, amount: 5_999 } },
			merged: { rows: 1, amount: 1_999 },
			rejected: { rows: 1, amount: 1 }
		});
		expect(totals.remarks).toEqual({ 'amount-too-precise': 3 });
	});

	test('of two files are in a unit in which the amounts of both can be added', async () => {
		const month = (name: string) =>
			read([header, `${name},${name}1,2024-01-02,60000000000000,59999999999000.25`]);
		const [one, other] = [await month('a'), await month('b')];
		expect([one.table.scale, other.table.scale]).toEqual([2, 2]);
		const [first, second] = roomForBoth(one, other);
		const { table, superseded, profits, comparison } = await appended(first.table, second.table, 'newer');
		const scaled = ({ totals, table: { scale } }: typeof first) => ({ totals, scale });
		const gone = { recognised: comparison.recognised, superseded, profits };
		const totals = appendTotals(scaled(first), scaled(second), table, gone);
		expect([table.scale, ...table.amount]).toEqual([0, 60_000_000_000_000, 60_000_000_000_000]);
		expect(totals.profit?.kept.sales).toEqual({ rows: 2, amount: 2_000 });
		expect(totals.remarks).toEqual({ 'amount-too-precise': 2 });
		// With cents in the amounts it is truly too much, and said with how many decimals.
		const cents = await read([header, 'c,1,2024-01-02,60000000000000.25,1']);
		const both = roomForBoth(cents, other).map((counted) => counted.table) as [OrderTable, OrderTable];
		await expect(appended(...both, 'newer')).rejects.toMatchObject({
			code: 'amount-sum-too-large',
			params: { scale: 2 }
		});
	});

	test('that cannot be added to those of another file are unknown, and the file is added', async () => {
		const profits = (name: string) =>
			read(['Customer ID,Order Date,Amount,Profit', `${name},2024-01-02,10,8000000000000000`]);
		const [one, other] = [await profits('a'), await profits('b')];
		const { table, superseded, profits: gone, comparison } = await appended(one.table, other.table, 'newer');
		expect(table.profit).toBeNull();
		const totals = appendTotals({ totals: one.totals, scale: 0 }, { totals: other.totals, scale: 0 }, table, {
			recognised: comparison.recognised,
			superseded,
			profits: gone
		});
		expect(totals.profit).toBeUndefined();
		expect(totals.source).toEqual({ rows: 2, amount: 20 });
		expect(totals.remarks).toEqual({ 'profit-invalid': 2 });
	});
});
