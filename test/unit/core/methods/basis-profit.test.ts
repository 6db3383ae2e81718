import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { cuttingOn, customerHistory } from '#lib/core/history/customer-history.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import { migration } from '#lib/core/methods/migration/method.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import type { RfmCustomers } from '#lib/core/methods/rfm/types.ts';
import { value } from '#lib/core/methods/value/method.ts';
import { ledgerOf } from '../../../support/ledger.ts';

/** Forty customers with an order every hundred days from a day of their own on, until day 400. */
const orders = Array.from({ length: 40 }, (_, who) =>
	[0, 1, 2, 3].map((nth) => ({ who, day: 100 * nth + who + 1, amount: 100 + 7 * who + nth }))
).flat();
type Order = (typeof orders)[number];

/** Of each order a third is profit, where it is known. */
function shop(known: (order: Order) => boolean): Ledger {
	const ledger = ledgerOf(orders.map(({ who, day, amount }) => [String(who + 10), day, amount] as const));
	return { ...ledger, profit: Float64Array.from(orders, (own) => (known(own) ? own.amount / 3 : NaN)) };
}
const frame = { asOf: 400, from: null, weekStart: 1 };
const params = v.parse(rfm.params, { basis: 'profit' });
const early = ({ day }: Order) => day <= 200;
const late = ({ day }: Order) => day > 200;

describe('How much of the profit must be known', () => {
	const run = (known: (order: Order) => boolean, from: number | null, asOf = 400) =>
		rfm.run({ ledger: shop(known), frame: { ...frame, from, asOf } }, params).result;

	test('is asked of the window: what came before it, or after the day, is no matter', () => {
		const costedLately = run(({ day }) => day > 300, 301);
		expect([costedLately.status, costedLately.warnings.map(({ code }) => code)]).toEqual([
			'ok',
			expect.not.arrayContaining(['profit-partly-known'])
		]);
		expect(run(({ day }) => day > 300, null).missing[0]?.code).toBe('profit-too-little');
		expect(run(early, null, 200).status).toBe('ok');
		expect(run(late, null, 250).missing[0]?.code).toBe('profit-too-little');
	});

	test('is not there where just the window is without costs', () => {
		const { missing, n } = run(({ day }) => day <= 300, 301);
		expect([n, missing[0]?.code, missing[0]?.params['orders']]).toEqual([0, 'profit-too-little', 0]);
	});

	test('is asked of all history for value, which fits on it', () => {
		const input = { ledger: shop(({ day }) => day > 300), frame: { ...frame, from: 301 } };
		const { result } = value.run(input, v.parse(value.params, { basis: 'profit' }));
		expect(result.missing[0]?.code).toBe('profit-too-little');
	});
});

test("the last step of a customer's history is what RFM by profit says, however little is known of them", () => {
	// Of every fourth customer one order of four is known, of the others all.
	const ledger = shop(({ who, day }) => who % 4 > 0 || day <= 100);
	const input = { ledger, frame };
	const both = { rfm: params, lifecycle: v.parse(lifecycle.params, {}) };
	const inputs = { rfm: input, lifecycle: input };
	const cuttings = [300, 400].map((day) => cuttingOn(inputs, both, day));
	const { columns } = rfm.run(input, params).customers as RfmCustomers;
	expect(columns.customer).toHaveLength(40);
	columns.customer.forEach((who, row) => {
		const own = customerHistory(inputs, both, cuttings, who);
		for (const name of ['r', 'f', 'm', 'segment', 'type'] as const)
			expect([who, name, own[name][1]]).toEqual([who, name, columns[name][row]]);
	});
});

describe('Movement by profit', () => {
	const run = (known: (order: Order) => boolean, from: number | null = 201) =>
		migration.run(
			{ ledger: shop(known), frame: { ...frame, from } },
			v.parse(migration.params, { rfm: { basis: 'profit' }, against: 'day', day: 200, dates: 12 })
		).result;

	test('has no answer where too little is known on one of its days', () => {
		for (const known of [early, late]) {
			const { status, missing, tables } = run(known);
			expect([status, missing[0]?.code, tables.matrix.rows]).toEqual([
				'not-enough-data',
				'profit-too-little',
				0
			]);
		}
	});

	test('says what is left out, and shows no date of which too little is known', () => {
		const partly = run(({ who }) => who % 4 > 0);
		expect(partly.status).toBe('ok');
		expect(partly.warnings[0]?.code).toBe('profit-partly-known');
		const all = run(() => true);
		expect(all.warnings.map(({ code }) => code)).not.toContain('profit-partly-known');
		const since = run(({ day }) => day > 100, 350);
		expect(since.tables.dates.rows).toBeLessThan(all.tables.dates.rows);
	});
});
