import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/messages.ts';
import { importOrders, inspect } from '#lib/import/index.ts';
import { filledTogether, orderMoney } from '#lib/features/importing/open-readings.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import type { Inspection } from '#lib/core/dataset/inspection.ts';
import { fileOf, look, take } from '../../support/import.ts';
import { workbook } from '../../support/workbook.ts';
import { lineCents, shopExport, totalCents, type ShopOrder } from '../../support/shop-export.ts';

const orders = Array.from({ length: 12 }, (_, i): ShopOrder => ({
	id: 1001 + i,
	customer: i % 5,
	day: 3 * i,
	status: i === 7 ? 'refunded' : 'paid',
	shipping: 490,
	items: Array.from({ length: 1 + (i % 3) }, (_item, k) => ({
		quantity: 1 + (k % 2),
		name: `P${(i + k) % 7}`,
		price: 1999 + 100 * k,
		discount: k === 1 ? 150 : 0
	}))
}));

const t = messagesFor('en');
const askedIn = ({ questions }: Inspection, code: string) =>
	questions.find((question) => question.code === code);

/** Looks at a file, gives an answer to what the money of a row is, and imports it. */
async function answered(text: string, value: 'lines' | 'totals') {
	const seen = await look(text);
	const answer = orderMoney(askedIn(seen, 'order-lines')!, t).find((one) => one.value === value)!;
	const again = await look(text, answer.chosen(seen.recipe) as ImportRecipe);
	return { again, imported: await importOrders(fileOf(text), 'x.csv', again.recipe) };
}

const paid = orders.filter(({ status }) => status === 'paid');
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const items = sum(orders.map((order) => order.items.length));

describe.each([{}, { dated: true }, { named: false }])(
	'Orders of which the first row alone has the total (%o)',
	(how) => {
		const text = shopExport(orders, how);

		it('are asked about before anything is imported, with each column that the other rows leave empty', async () => {
			const { params } = askedIn(await look(text), 'order-lines')!;
			expect(params).toMatchObject({ rows: items - orders.length, amount: 'Subtotal' });
			const headers = String(params['headers']).split(', ');
			expect(headers).toEqual(expect.arrayContaining(['Financial Status', 'Billing City']));
			expect(headers.includes('Created at')).toBe(!('dated' in how));
			expect(headers.includes('Email')).toBe('named' in how);
		});

		it('count by their lines, less what is taken off: all rows stay, those of refunded orders are cancelled', async () => {
			const { again, imported } = await answered(text, 'lines');
			expect(again.questions.map(({ code }) => code)).not.toContain('order-lines');
			const { totals, table } = imported;
			expect(totals.rejected.rows).toBe(0);
			expect(totals.kept.sales).toEqual({
				rows: sum(paid.map((order) => order.items.length)),
				amount: sum(paid.flatMap((order) => order.items.map(lineCents)))
			});
			expect(totals.setAside.cancelled.rows).toBe(items - totals.kept.sales.rows);
			expect(table.orders?.size).toBe(orders.length);
			expect(table.customers.size).toBe(5);
		});

		it('count by their total once, and the other rows have no money', async () => {
			const { imported } = await answered(text, 'totals');
			const { totals } = imported;
			expect(totals.rejected.rows).toBe(0);
			const net = (order: ShopOrder) => totalCents(order) - order.shipping;
			expect(totals.kept.sales).toEqual({ rows: paid.length, amount: sum(paid.map(net)) });
			expect(totals.source).toEqual({ rows: items, amount: sum(orders.map(net)) });
		});
	}
);

it('Without quantity and price of a row its total is the one answer; text alone is filled in one press', async () => {
	const rows = ['O1,c1,2024-03-01,10.25,A', 'O1,,,,B', 'O2,c2,2024-03-02,20.25,A', 'O2,,,,C', 'O2,,,,D'];
	const bare = ['Order ID,Customer,Date,Amount,Product', ...rows].join('\n');
	expect(orderMoney(askedIn(await look(bare), 'order-lines')!, t).map(({ value }) => value)).toEqual([
		'totals'
	]);
	const { imported } = await answered(bare, 'totals');
	expect(imported.totals.kept.sales).toEqual({ rows: 2, amount: 3_050 });
	expect(imported.totals.setAside.zeroAmount).toEqual({ rows: 3, amount: 0 });

	const priced = bare.replaceAll(',,,,', ',,,5.00,');
	const seen = await look(priced);
	const asked = askedIn(seen, 'order-filled')!;
	expect(asked.params).toMatchObject({ headers: 'Customer, Date', within: 1 });
	const filled = filledTogether(asked, t).chosen(seen.recipe) as ImportRecipe;
	const { totals, table } = await importOrders(fileOf(priced), 'x.csv', filled);
	expect(totals.kept.sales).toEqual({ rows: 5, amount: 4_550 });
	expect(table.customers.size).toBe(2);
});

it('An order without a customer takes none from the order above it', async () => {
	const rows = [
		'O1,c1,2024-03-01,10.25',
		'O1,,,5.00',
		'O2,,2024-03-02,20.25',
		'O2,,,6.00',
		'O3,c3,2024-03-03,1.00'
	];
	const text = ['Order ID,Customer,Date,Amount', ...rows].join('\n');
	const filled = await take(text, (recipe) => {
		const step = {
			id: 's1',
			kind: 'fill',
			column: 1,
			more: [2],
			within: 0,
			from: 'above',
			value: ''
		} as const;
		return { ...recipe, steps: [step] };
	});
	expect(filled.totals.kept.sales).toEqual({ rows: 3, amount: 1_625 });
	expect(filled.totals.setAside.noCustomer).toEqual({ rows: 2, amount: 2_625 });
});

it('Rows that repeat what is the order\u2019s, and items that leave a note empty, are asked about nothing', async () => {
	const rows = [
		'O1,c1,2024-03-01,10.25,gift',
		'O1,c1,2024-03-01,5.00,',
		'O2,c2,2024-03-02,20.25,',
		'O3,c3,2024-03-03,1.00,x'
	];
	const seen = await look(['Order ID,Customer,Date,Amount,Remark', ...rows].join('\n'));
	expect(seen.questions.map(({ code }) => code)).toEqual([]);
});

describe('Rows without an order', () => {
	const header = 'Order,Customer,Date,Amount,Region';
	const plain = Array.from({ length: 60 }, (_, i) => `O${i},c${i % 7},2024-03-01,${i + 1}.25,N${i % 3}`);
	const codes = async (rows: readonly string[]) =>
		(await look([header, ...rows].join('\n'))).questions.map(({ code }) => code);

	it.each([
		['a sum without a name', [...plain, ',,,1845.00,', 'O78,c1,2024-03-02,5.00,N1']],
		[
			'sums with names beside',
			[...plain.slice(0, 30), ',,,472.50,Sum N', ...plain.slice(30), ',,,1372.50,Sum S']
		],
		[
			'a sum of every four orders',
			plain.flatMap((row, i) => (i % 4 === 3 ? [row, `,,,${4 * i - 1}.00,`] : [row]))
		],
		['a note below', [...plain, ',,,,exported by Anna']],
		['a note between', [...plain, ',,,,note', 'O78,c1,2024-03-02,5.00,N1']],
		['notes below', [...plain, ',,,,a', ',,,,b', ',,,,c', ',,,,d']],
		['a blank row', [...plain, ',,,,', 'O78,c1,2024-03-02,5.00,N1']]
	])('are no items where they are %s: nothing is asked', async (_, rows) => {
		expect(await codes(rows)).toEqual([]);
	});

	it('are items where there are many, also with the price of those before', async () => {
		const items = plain.flatMap((row, i) =>
			i < 6 ? [row, `,,,${i + 1}.25,N0`, `,,,${2 * (i + 1)}.50,N0`] : [row]
		);
		expect(await codes(items)).toEqual(['order-filled']);
	});
});

it('Cells cut from a sheet for standing far beside it leave no rows that are asked about', async () => {
	const rows: (string | number)[][] = Array.from({ length: 30 }, (_, i) => [
		`O${i}`,
		`c${i % 7}`,
		'2024-03-01',
		i + 1.25
	]);
	const far = (cell: string | number) => [...Array.from({ length: 300 }, () => ''), cell];
	const sheet = [['Order', 'Customer', 'Date', 'Amount'], ...rows, far('sum'), far(99)];
	const seen = await inspect(fileOf(workbook([{ name: 'S', rows: sheet }])), 'x.xlsx', null);
	expect(seen.questions.map(({ code }) => code)).not.toContain('order-lines');
});

describe('A shop\u2019s export', () => {
	const header =
		'Name,Email,Financial Status,Total,Lineitem quantity,Lineitem name,Lineitem price,Created at';
	/** 150 orders of one to three items; `odd`: what the first row below another has instead of nothing. */
	const shop = (odd: { readonly email?: string; readonly total?: string }) => {
		let isOdd = true;
		const rows = Array.from({ length: 150 }, (_, i) =>
			Array.from({ length: 1 + (i % 3) }, (_item, k) => {
				if (k === 0) return `#${i},a${i % 17}@x.org,paid,${10 * (1 + (i % 3))}.00,1,P1,10.00,2024-03-01`;
				const { email = '', total = '' } = isOdd ? odd : {};
				isOdd = false;
				return `#${i},${email},,${total},1,P2,10.00,`;
			})
		);
		return [header, ...rows.flat()].join('\n');
	};

	it.each([{ email: 'a1@x.org' }, { email: 'other@x.org' }, { total: '5.00' }])(
		'with one exception (%o) is asked about as without it',
		async (odd) => {
			const headers = askedIn(await look(shop({})), 'order-lines')!.params['headers'];
			expect(askedIn(await look(shop(odd)), 'order-lines')!.params['headers']).toBe(headers);
			expect(headers).toBe('Email, Financial Status, Created at');
		}
	);

	it('has the sum of each answer beside it; a part of a price is not taken off as money', async () => {
		const rows = Array.from({ length: 30 }, (_, i) => [
			`${i},c${i % 7},2024-03-01,24.00,1,10.00,0.2`,
			`${i},,,,2,10.00,0.2`
		]);
		const text = ['Order ID,Customer ID,Date,Total,Quantity,Price,Discount', ...rows.flat()].join('\n');
		const asked = askedIn(await look(text), 'order-lines')!;
		expect(asked.params).toMatchObject({ discount: 0, lines: 900, totals: 720 });
		expect(orderMoney(asked, t).map(({ hint, label }) => [hint, label])).toEqual([
			['900 in the rows looked at', 'By line: quantity × price'],
			['720 in the rows looked at', 'Total, once per order']
		]);
		const money = askedIn(await look(text.replaceAll(',0.2', ',2.00')), 'order-lines')!;
		expect(money.params).toMatchObject({ discount: 7, lines: 780, totals: 720 });
	});
});
