import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isoDate } from '#lib/core/calendar/day.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { overviewSets } from '#lib/core/methods/overview/types.ts';
import type { Frame } from '#lib/core/methods/types.ts';
import { dayOf, ledgerOf, type TestRow } from '../../../../support/ledger.ts';

const rows: TestRow[] = [
	['ann', '2024-01-10', 1000, 'a1'],
	['ann', '2024-01-10', 500, 'a1'],
	['ann', '2024-01-31', 500, 'a2'],
	['ann', '2024-03-01', 2000, 'a3'],
	['bob', '2024-02-20', 700, 'b1'],
	['cleo', '2024-03-05', 300, 'c1'],
	['cleo', '2024-03-05', 300, 'c2'],
	['dora', '2024-02-01', null, 'd1'],
	['eve', '2024-03-20', 900, 'e1']
];
const frame: Frame = { asOf: dayOf('2024-03-10'), from: null, weekStart: 1 };
const run = (some: readonly TestRow[], params: unknown = {}, given = frame) =>
	overview.run({ ledger: ledgerOf(some), frame: given }, v.parse(overview.params, params)).result;
const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);

describe('overview by hand', () => {
	const { scalars, tables } = run(rows, { days: 30 });

	test('counts customers, orders, lines and revenue up to the as-of date', () => {
		expect(scalars).toMatchObject({ customers: 3, prospects: 1, orders: 6, lines: 7, revenue: 5300 });
		expect(scalars.averageOrder).toBeCloseTo(5300 / 6, 12);
	});

	test('two orders on one day make a repeat buyer, yet no purchase interval', () => {
		expect(scalars.repeatCustomers).toBe(2);
		expect(scalars.purchaseIntervalCustomers).toBe(1);
		// Ann: 21 and 30 days.
		expect(scalars.purchaseInterval).toBe(25.5);
	});

	test('the last 30 days begin on 10 February, the 30 before on 11 January', () => {
		expect(scalars).toMatchObject({
			currentActive: 3,
			currentNew: 2,
			currentOrders: 4,
			currentRevenue: 3300
		});
		expect(scalars).toMatchObject({ beforeActive: 1, beforeNew: 0, beforeOrders: 1, beforeRevenue: 500 });
		expect(scalars.beforeComplete).toBe(1);
		expect(run(rows, { days: 31 }).scalars.beforeComplete).toBe(0);
	});

	test('one of three customers is the top tenth; two make 80 %', () => {
		expect(scalars.topTenthRevenueShare).toBe(4000 / 5300);
		expect(scalars.eightyPercentCustomers).toBe(2);
	});

	test('the trend has January to March, and March is incomplete', () => {
		const { period, active, new: fresh, incomplete } = tables.trend.columns;
		expect(Array.from(period, isoDate)).toEqual(['2024-01-01', '2024-02-01', '2024-03-01']);
		expect([...active]).toEqual([1, 1, 2]);
		expect([...fresh]).toEqual([1, 1, 1]);
		expect([...incomplete]).toEqual([0, 0, 1]);
	});

	test('a window that begins inside a month marks that month and leaves its earlier orders out', () => {
		const windowed = run(rows, { days: 30 }, { ...frame, from: dayOf('2024-01-20') });
		expect(windowed.scalars).toMatchObject({ orders: 5, lines: 5, revenue: 3800, beforeRevenue: 500 });
		expect([...windowed.tables.trend.columns.incomplete]).toEqual([1, 0, 1]);
		expect([...windowed.tables.trend.columns.new]).toEqual([0, 1, 1]);
	});
});

describe('overview with hardly any data', () => {
	test('no valid order is a declared answer: what is missing, no rows, prospects counted', () => {
		for (const some of [[], [['dora', '2024-02-01', null]]] as TestRow[][]) {
			const result = run(some);
			expect(result.status).toBe('not-enough-data');
			expect(codes(result.missing)).toEqual(['no-orders']);
			expect(Object.values(result.tables).map((table) => table.rows)).toEqual([0, 0, 0, 0]);
			expect(result.scalars).toMatchObject({ customers: 0, orders: 0, revenue: 0, prospects: some.length });
			expect(result.scalars.repeatRate).toBeNaN();
		}
	});

	test('orders only after the as-of date, or only before the window, are named as such', () => {
		expect(codes(run(rows, {}, { ...frame, asOf: dayOf('2024-01-09') }).missing)).toEqual(['no-orders']);
		const late = { ...frame, from: dayOf('2024-03-08') };
		expect(codes(run(rows, {}, late).missing)).toEqual(['no-orders-in-window']);
		const future = { ...frame, from: dayOf('2025-01-01') };
		expect(codes(run(rows, {}, future).missing)).toEqual(['no-orders-in-window']);
	});

	test('one customer with one order gives whole numbers and says how little that is', () => {
		const { status, scalars, warnings } = run([['ann', '2024-03-10', 100]]);
		expect(status).toBe('ok');
		expect(scalars).toMatchObject({ customers: 1, repeatRate: 0, gini: 0, topTenthRevenueShare: 1 });
		expect(scalars.purchaseInterval).toBeNaN();
		expect(codes(warnings)).toEqual([
			'few-customers',
			'period-before-incomplete',
			'no-repeat-days',
			'single-day'
		]);
	});

	test('orders of nothing but zero amounts have no shares of revenue', () => {
		const { scalars, warnings } = run([
			['ann', '2024-01-01', 0, 'a', 0],
			['bob', '2024-02-01', 0, 'b', 0]
		]);
		expect(scalars.customers).toBe(2);
		expect([scalars.gini, scalars.onceRevenueShare, scalars.topTenthRevenueShare]).toEqual([NaN, NaN, NaN]);
		expect(codes(warnings)).toContain('no-revenue');
	});
});

describe('customers behind the overview', () => {
	const input = { ledger: ledgerOf(rows), frame };
	const params = v.parse(overview.params, { days: 30 });

	test('equal revenue at the edge of the top tenth goes by canonical order', () => {
		const equal = ledgerOf(['x', 'b', 'k'].map((key): TestRow => [key, '2024-03-01', 10]));
		const top = overviewSets.indexOf('top-tenth');
		expect([...overview.members({ ledger: equal, frame }, params, 'sets', top)]).toEqual([0]);
	});

	test('a table or row without people is refused', () => {
		for (const [table, row] of [
			['sets', overviewSets.length],
			['sets', -1],
			['sets', 0.5],
			['trend', 3],
			['orderCounts', 8],
			['intervals', 8],
			['nothing', 0]
		] as const) {
			expect(() => overview.members(input, params, table, row)).toThrow('selection-invalid');
		}
		const none = { ledger: ledgerOf([]), frame };
		expect(() => overview.members(none, params, 'sets', 0)).toThrow('selection-invalid');
	});
});

test('a ledger that goes on after the as-of date gives what a shorter one gives', () => {
	const shorter = rows.filter(([, day]) => (day as string) <= '2024-03-10');
	const { tables, scalars } = run(rows);
	expect(run(shorter)).toMatchObject({ tables, scalars });
});

test('parameters are completed and checked', () => {
	expect(v.parse(overview.params, {})).toEqual({ days: 90, unit: 'month' });
	for (const wrong of [{ days: 0 }, { days: 1.5 }, { days: '90' }, { unit: 'day' }, { dayz: 90 }, null]) {
		expect(v.safeParse(overview.params, wrong).success).toBe(false);
	}
});
