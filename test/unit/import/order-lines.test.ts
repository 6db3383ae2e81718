import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/messages.ts';
import { importOrders } from '#lib/import/index.ts';
import { filledTogether, orderMoney } from '#lib/features/importing/open-readings.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import type { Inspection } from '#lib/core/dataset/inspection.ts';
import { fileOf, look, take } from '../../support/import.ts';
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
