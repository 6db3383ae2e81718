import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { cutLedger } from '#lib/core/ledger/cut-ledger.ts';
import { contribution } from '#lib/core/methods/contribution/method.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import type { RfmCustomers } from '#lib/core/methods/rfm/types.ts';
import { value } from '#lib/core/methods/value/method.ts';
import type { SidesTable } from '#lib/core/methods/value/side-types.ts';
import { importOrders } from '#lib/import/import-orders.ts';
import { inspect } from '#lib/import/inspect.ts';
import { dataFile, describeWithData } from '../../support/data.ts';

interface Golden {
	readonly asOf: number;
	readonly days: number;
	readonly source: readonly [rows: number, profit: number];
	readonly orders: number;
	readonly knownOrders: number;
	readonly knownShares: readonly [orders: number, money: number];
	readonly total: number;
	readonly tiers: readonly number[];
	readonly tierProfit: readonly number[];
	readonly whale: readonly number[];
	readonly peak: number;
	readonly sides: readonly number[];
	readonly rfm: Readonly<Record<string, readonly number[]>>;
	readonly cohorts: readonly (readonly [first: number, size: number, value: number])[];
	readonly overview: readonly [profit: number, margin: number];
	readonly period: readonly [revenue: number, profit: number, margin: number, known: number];
}

// Made by test/oracle/make/profit.py (Python's standard library, brute force over a seeded file with costs).
// Tolerance: people, money and scores none; shares 1e-12.
const folder = new URL('../make/golden/', import.meta.url);
const golden = JSON.parse(readFileSync(new URL('profit.json', folder), 'utf8')) as Golden;
const file = new Blob([readFileSync(new URL('profit-orders.csv', folder))]);
const { recipe } = await inspect(file, 'profit-orders.csv', null);
const { table, totals } = await importOrders(file, 'profit-orders.csv', recipe);
const ledger = cutLedger(buildLedger(table, 'net'), golden.asOf);
const input = { ledger, frame: { asOf: golden.asOf, from: null, weekStart: 1 } };
const byProfit = value.run(input, v.parse(value.params, { basis: 'profit' }));

describe('a file with costs, by a program apart', () => {
	test('every known profit came in, and every order has the one of its lines', () => {
		expect(totals.profit?.source).toEqual({ rows: golden.source[0], amount: golden.source[1] });
		expect(ledger.orders).toBe(golden.orders);
		expect(ledger.profit?.filter((profit) => !Number.isNaN(profit))).toHaveLength(golden.knownOrders);
		const { orders = NaN, revenue = NaN } = byProfit.result.warnings[0]?.params ?? {};
		expect(orders).toBeCloseTo(golden.knownShares[0], 12);
		expect(revenue).toBeCloseTo(golden.knownShares[1], 12);
	});

	test('tiers hold the same customers and profits', () => {
		const { customers, revenue } = byProfit.result.tables.tiers.columns;
		expect([...customers]).toEqual(golden.tiers);
		expect([...revenue]).toEqual(golden.tierProfit);
	});

	test('the whale curve rises and falls alike, to the cent', () => {
		const { tables, scalars } = byProfit.result;
		expect([...tables.concentration.columns.revenue]).toEqual(golden.whale);
		expect(Math.max(...golden.whale)).toBeGreaterThan(golden.total);
		expect(scalars.gini).toBeNaN();
		const { customers, profitShare } = (tables.sides as SidesTable).columns;
		expect([...customers]).toEqual(golden.sides);
		expect(profitShare[0]).toBeCloseTo(golden.peak, 12);
	});

	test('value so far and by cohort is the profit', () => {
		const { scalars, tables } = byProfit.result;
		expect(scalars.historicValue).toBe(golden.total);
		const { cohort, size, value: sums } = tables.cohorts.columns;
		expect(Array.from(cohort, (first, row) => [first, size[row], sums[row]])).toEqual(golden.cohorts);
	});

	test('scores by R, F and profit are the same for every customer', () => {
		const { customers } = rfm.run(input, v.parse(rfm.params, { basis: 'profit' }));
		const { customer, r, f, m, monetary } = (customers as RfmCustomers).columns;
		const ours = Array.from(customer, (who, i) => [
			stringAt(ledger.customers, who),
			[r[i], f[i], m[i], monetary[i]]
		]);
		expect(Object.fromEntries(ours)).toEqual(golden.rfm);
	});

	test('revenue, profit and margin of a period, and of all, are the same', () => {
		const params = v.parse(contribution.params, { days: golden.days });
		const { scalars } = contribution.run(input, params).result;
		const [revenue, profit, margin, known] = golden.period;
		expect([scalars.revenue, scalars.profit]).toEqual([revenue, profit]);
		expect(scalars.marginRate).toBeCloseTo(margin, 12);
		expect(scalars.profitKnown).toBeCloseTo(known, 12);
		const all = overview.run(input, v.parse(overview.params, {})).result.scalars;
		expect(all.grossProfit).toBe(golden.overview[0]);
		expect(all.marginRate).toBeCloseTo(golden.overview[1], 12);
	});
});

// Reckoned by Python from the columns `Customer ID`, `Sales CLP` and `Profit CLP` of the file. Tolerance: none; the share 1e-12.
describeWithData('a store of four years, with the profit of each line', () => {
	test('gives the same whole, whale curve and tiers as a program apart', async () => {
		const store = new Blob([readFileSync(dataFile('superstore/superstore.csv'))]);
		const inspected = await inspect(store, 'superstore.csv', null);
		const imported = await importOrders(store, 'superstore.csv', inspected.recipe);
		const orders = buildLedger(imported.table, 'net');
		const asOf = { ledger: orders, frame: { ...input.frame, asOf: orders.lastDay } };
		const { tables, scalars } = value.run(asOf, v.parse(value.params, { basis: 'profit' })).result;
		expect(imported.totals.profit?.source).toEqual({ rows: 9993, amount: 223_041_073 });
		expect(scalars.historicValue).toBe(223_041_073);
		expect([...tables.tiers.columns.customers]).toEqual([185, 179, 429]);
		const { customers, profitShare } = (tables.sides as SidesTable).columns;
		expect([...customers]).toEqual([638, 0, 155]);
		expect(profitShare[0]).toBeCloseTo(1.248638823576678, 12);
	});
});
