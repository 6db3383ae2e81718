import fc from 'fast-check';
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import * as v from 'valibot';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { contribution } from '#lib/core/methods/contribution/method.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import { value } from '#lib/core/methods/value/method.ts';
import type { SidesTable } from '#lib/core/methods/value/side-types.ts';
import { importOrders } from '#lib/import/index.ts';
import { fileOf, orderRecipe } from '../../support/import.ts';
import { ledgerOf } from '../../support/ledger.ts';

/** Few customers, so that nothing is fitted; amounts of which tenths are whole. */
const order = fc.record({
	who: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
	day: fc.integer({ min: 19_000, max: 19_700 }),
	amount: fc.integer({ min: 1, max: 5_000 }).map((tens) => 10 * tens),
	profit: fc.option(fc.integer({ min: -3_000, max: 3_000 }), { nil: NaN, freq: 8 })
});
const orders = fc.array(order, { minLength: 1, maxLength: 25 });
type Orders = readonly { who: string; day: number; amount: number; profit: number }[];

/** The ledger of orders, each with a profit by what it is given. */
function ledgerBy(rows: Orders, profitOf: (row: Orders[number]) => number): Ledger {
	const sorted = rows.toSorted((a, b) => (a.who < b.who ? -1 : a.who > b.who ? 1 : a.day - b.day));
	const ledger = ledgerOf(sorted.map(({ who, day, amount }) => [who, day, amount] as const));
	return { ...ledger, profit: Float64Array.from(sorted, profitOf) };
}
const frame = { asOf: 19_700, from: null, weekStart: 1 };
const parsed = {
	value: v.parse(value.params, { basis: 'profit' }),
	rfm: v.parse(rfm.params, { basis: 'profit' })
};

describe('Figures by profit', () => {
	test.prop([orders, fc.integer({ min: 1, max: 9 })], { numRuns: 40 })(
		'are a tenth so many times those of revenue where every order leaves so many tenths',
		(rows, tenths) => {
			const ledger = ledgerBy(rows, ({ amount }) => (amount / 10) * tenths);
			const profit = value.run({ ledger, frame }, parsed.value).result;
			const revenue = value.run({ ledger, frame }, v.parse(value.params, {})).result;
			const scaled = (values: Float64Array) => [...values].map((own) => (own / 10) * tenths);
			expect([...profit.tables.tiers.columns.customers]).toEqual([...revenue.tables.tiers.columns.customers]);
			expect([...profit.tables.tiers.columns.revenue]).toEqual(scaled(revenue.tables.tiers.columns.revenue));
			expect([...profit.tables.ltv.columns.value]).toEqual(scaled(revenue.tables.ltv.columns.value));
			expect(profit.scalars.gini).toBeCloseTo(revenue.scalars.gini, 9);
			const [byProfit, byMoney] = [parsed.rfm, v.parse(rfm.params, {})].map(
				(params) => rfm.run({ ledger, frame }, params).customers?.columns['m']
			);
			expect(byProfit).toEqual(byMoney);
			const { columns } = contribution.run({ ledger, frame }, v.parse(contribution.params, {})).result.tables
				.profits as NonNullable<ReturnType<typeof contribution.run>['result']['tables']['profits']>;
			for (const margin of columns.margin)
				if (!Number.isNaN(margin)) expect(margin).toBeCloseTo(tenths / 10, 9);
		}
	);

	test.prop([orders, fc.integer({ min: 2, max: 9 })], { numRuns: 40 })(
		'grow with the profits, losses among them, and name the same customers',
		(rows, c) => {
			const run = (factor: number) =>
				value.run({ ledger: ledgerBy(rows, ({ profit }) => factor * profit), frame }, parsed.value).result;
			const [one, more] = [run(1), run(c)];
			expect(more.status).toBe(one.status);
			expect(more.missing).toEqual(one.missing);
			const sides = [one, more].map(({ tables }) => (tables.sides as SidesTable).columns);
			expect(sides[1]?.customers).toEqual(sides[0]?.customers);
			expect([...(sides[1]?.profit ?? [])]).toEqual([...(sides[0]?.profit ?? [])].map((own) => own * c));
			expect(more.tables.tiers.columns.customers).toEqual(one.tables.tiers.columns.customers);
			const { revenueShare: peak } = one.tables.concentration.columns;
			if (one.scalars.revenue > 0) {
				// The curve ends at the whole, and rises to what those who gain bring.
				expect(peak.at(-1)).toBe(1);
				expect(Math.max(...peak)).toBeLessThanOrEqual((sides[0]?.profitShare[0] ?? 0) + 1e-12);
			}
		}
	);

	const header = 'customer,order,date,amount,rest';
	const line = fc.record({
		who: fc.constantFrom('a', 'b', ''),
		order: fc.integer({ min: 1, max: 4 }),
		amount: fc.integer({ min: -900, max: 900 }),
		cost: fc.option(fc.integer({ min: 0, max: 1_200 }), { nil: null })
	});
	test.prop([fc.array(line, { minLength: 1, maxLength: 12 })], { numRuns: 25 })(
		'are the same whether a file gives the profit or the cost that it leaves',
		async (lines) => {
			const text = (units: number) => (units / 100).toFixed(2);
			const written = (of: (amount: number, cost: number) => number) =>
				fileOf(
					[
						header,
						...lines.map(({ who, order: id, amount, cost }) => {
							// What is taken back has cost less.
							const own = cost === null ? '' : text(of(amount, amount < 0 ? -cost : cost));
							return `${who},${String(id)},2024-01-02,${text(amount)},${own}`;
						})
					].join('\n')
				);
			const byCost = await importOrders(
				written((_, cost) => cost),
				'x',
				orderRecipe('rest', 'cost')
			);
			const byProfit = await importOrders(
				written((amount, cost) => amount - cost),
				'x',
				orderRecipe('rest', 'profit')
			);
			const { scale } = byCost.table;
			const factor = 10 ** (scale - byProfit.table.scale);
			const same = (column: Float64Array | null) => column?.map((own) => own * factor);
			expect(byCost.totals.remarks).toEqual(byProfit.totals.remarks);
			expect(byCost.totals.profit?.source.amount).toBe(
				(byProfit.totals.profit?.source.amount ?? NaN) * factor
			);
			expect(byCost.totals.profit?.kept.sales.rows).toBe(byProfit.totals.profit?.kept.sales.rows);
			expect(same(byProfit.table.amount)).toEqual(byCost.table.amount);
			expect(same(byProfit.table.profit)).toEqual(byCost.table.profit);
		}
	);
});
