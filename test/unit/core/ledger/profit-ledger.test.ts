import { describe, expect, test } from 'vitest';
import { countProspects } from '#lib/core/ledger/count-prospects.ts';
import { profitKnown, profitLedger } from '#lib/core/ledger/profit-ledger.ts';
import { measured } from '#lib/core/methods/in-profit.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import { value } from '#lib/core/methods/value/method.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import * as v from 'valibot';
import { ledgerOf } from '../../../support/ledger.ts';

const plain = ledgerOf([
	['a', 10, 100],
	['a', 20, 300],
	['b', 15, 50],
	['c', 12, null]
]);
const partly = { ...plain, profit: Float64Array.of(NaN, 120, NaN) };
const frame = { asOf: 30, from: null, weekStart: 1 };

describe('The ledger by profit', () => {
	test('has the orders whose profit is known, with it in the place of their money', () => {
		const ledger = profitLedger(partly);
		expect([...ledger.offsets]).toEqual([0, 1, 1, 1]);
		expect([[...ledger.day], [...ledger.amount], ledger.orders, ledger.firstDay]).toEqual([
			[20],
			[120],
			1,
			20
		]);
		expect(profitKnown(partly, -Infinity, 30)).toEqual({ orders: 1 / 3, revenue: 300 / 450 });
		// b has bought, though nothing is known of it: only c is a prospect.
		expect(countProspects(ledger, 30)).toBe(1);
		expect(profitLedger(partly)).toBe(profitLedger(partly));
	});

	test('shares all but the amounts where every profit is known', () => {
		const all = { ...plain, profit: Float64Array.of(40, -5, 7) };
		const ledger = profitLedger(all);
		expect([ledger.day, ledger.amount]).toEqual([plain.day, all.profit]);
		expect(ledger.day).toBe(plain.day);
	});
});

describe('An answer by profit', () => {
	const missingOf = (ledger: typeof plain) => measured({ ledger, frame }, 'profit', 'history').missing?.code;

	test('is none where no order has a profit, or too few have', () => {
		expect(missingOf(plain)).toBe('no-profit');
		expect(missingOf({ ...plain, profit: Float64Array.of(NaN, NaN, NaN) })).toBe('no-profit');
		expect(missingOf(partly)).toBe('profit-too-little');
		// Half of the orders, with little of the money.
		expect(missingOf({ ...plain, profit: Float64Array.of(5, NaN, 5) })).toBe('profit-too-little');
		expect(missingOf({ ...plain, profit: Float64Array.of(5, 5, NaN) })).toBeUndefined();
	});

	test.each([rfm, value])('of $definition.id says what is missing, and has no rows', (method) => {
		const { result } = method.run(
			{ ledger: plain, frame },
			v.parse(method.params, { basis: 'profit' }) as never
		);
		expect(result.status).toBe('not-enough-data');
		expect(result.missing).toEqual([{ code: 'no-profit', params: {} }]);
		for (const [name, table] of Object.entries(result.tables)) expect([name, table.rows]).toEqual([name, 0]);
	});

	test('is not that of revenue, whose parameters stay as they were', () => {
		expect(v.parse(value.params, {})).not.toHaveProperty('basis');
		expect(v.parse(rfm.params, {})).not.toHaveProperty('basis');
		expect(v.safeParse(value.params, { basis: 'profit', margin: 0.3 }).success).toBe(false);
		const source = { table: 'tickets', value: null };
		expect(v.safeParse(rfm.params, { basis: 'profit', source }).success).toBe(false);
		expect(
			overview.run({ ledger: plain, frame }, v.parse(overview.params, {})).result.scalars
		).not.toHaveProperty('grossProfit');
	});

	test('has no spending model where repeat purchases brought a loss', () => {
		const rows = Array.from({ length: 80 }, (_, i) => [`k${String(i % 40)}`, 10 + i, 100] as const);
		const ledger = ledgerOf(rows);
		const profit = new Float64Array(ledger.orders).fill(20);
		profit[1] = -90;
		const params = v.parse(value.params, { basis: 'profit' });
		const { result } = value.run({ ledger: { ...ledger, profit }, frame: { ...frame, asOf: 200 } }, params);
		expect(result.warnings).toContainEqual({ code: 'value-spend-losses', params: { n: 1 } });
		expect([...(result.tables.sides?.columns.customers ?? [])]).toEqual([39, 0, 1]);
	});
});
