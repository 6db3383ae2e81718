import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { importOrders } from '#lib/import/index.ts';
import { withLineAmounts, withTotalsOnce, type OrderLines } from '#lib/state/order-lines.ts';
import { fileOf, look } from '../../support/import.ts';
import { lineCents, shopExport, shopHeaders, totalCents, type ShopOrder } from '../../support/shop-export.ts';

const item = fc.record({
	quantity: fc.integer({ min: 1, max: 20 }),
	name: fc.constantFrom('Tea', 'Cup', 'Pot', 'Tray'),
	price: fc.integer({ min: 101, max: 99_999 }),
	discount: fc.integer({ min: 0, max: 100 })
});
const orders = fc
	.array(
		fc.record({
			customer: fc.integer({ min: 1, max: 9 }),
			day: fc.integer({ min: 0, max: 300 }),
			status: fc.constantFrom('paid' as const, 'refunded' as const),
			shipping: fc.integer({ min: 0, max: 999 }),
			items: fc.array(item, { minLength: 1, maxLength: 5 })
		}),
		{ minLength: 1, maxLength: 25 }
	)
	.map((list) => list.map((order, i): ShopOrder => ({ id: 1001 + i, ...order })));

const at = (header: (typeof shopHeaders)[number]): number => shopHeaders.indexOf(header);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

it('However orders are made of items: by line and by total each cent counts once, and every row has its order’s status (brute force)', async () => {
	// Roles are those of one file, so that small ones need not show them.
	const sample = await look(
		shopExport([
			{
				id: 1,
				customer: 1,
				day: 0,
				status: 'paid',
				shipping: 1,
				items: [1, 2].map((n) => ({ quantity: n, name: 'Tea', price: 1_010, discount: 1 }))
			}
		])
	);
	const recipe: ImportRecipe = {
		...sample.recipe,
		columns: sample.recipe.columns.map((plan) =>
			plan.header === 'Subtotal'
				? { index: plan.index, header: plan.header, role: 'ignore' }
				: plan.header === 'Total'
					? { ...plan, role: 'amount', numberStyle: { decimal: '.', group: ',' } }
					: plan
		),
		statusRules: [{ value: 'refunded', treatment: 'cancelled' }]
	};
	await fc.assert(
		fc.asyncProperty(orders, fc.boolean(), fc.boolean(), async (made, dated, named) => {
			fc.pre(made.some(({ status }) => status === 'paid'));
			const text = shopExport(made, { dated, named });
			const lines: OrderLines = {
				columns: ['Name', 'Email', 'Financial Status', 'Created at', 'Billing City'].map((header) =>
					at(header as 'Name')
				),
				order: at('Name'),
				total: at('Total'),
				line: {
					quantity: at('Lineitem quantity'),
					price: at('Lineitem price'),
					discount: at('Lineitem discount')
				}
			};
			const paid = made.filter(({ status }) => status === 'paid');
			const inUnits = async (one: ImportRecipe) => {
				const { totals, table } = await importOrders(fileOf(text), 'x.csv', one);
				return { totals, cents: totals.kept.sales.amount * 10 ** (2 - table.scale) };
			};
			const byLine = await inUnits(withLineAmounts(recipe, lines, 'Line'));
			expect(byLine.cents).toBe(sum(paid.flatMap((order) => order.items.map(lineCents))));
			expect(byLine.totals.kept.sales.rows).toBe(sum(paid.map((order) => order.items.length)));
			const once = await inUnits(withTotalsOnce(recipe, lines));
			expect(once.cents).toBe(sum(paid.map(totalCents)));
			expect(once.totals.kept.sales.rows).toBe(paid.length);
			expect(once.totals.rejected.rows + byLine.totals.rejected.rows).toBe(0);
		}),
		{ numRuns: Number(process.env['RUNS'] ?? 25) }
	);
});
