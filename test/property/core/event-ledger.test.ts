import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import * as v from 'valibot';
import { codeOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { NO_DAY } from '#lib/core/dataset/entity-table.ts';
import { cutLedger } from '#lib/core/ledger/cut-ledger.ts';
import { decimalsOf, eventLedger, type EventRows } from '#lib/core/ledger/event-ledger.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import { rfmParams } from '#lib/core/methods/rfm/params.ts';
import type { MethodInput } from '#lib/core/methods/types.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';

const sale = fc.tuple(fc.nat(25).map(String), fc.nat(60), fc.integer({ min: 1, max: 5000 }));
const given = fc.record({
	sales: fc.array(sale, { minLength: 1, maxLength: 80 }),
	binning: fc.constantFrom('quantile', 'ntile', 'nested', 'mean'),
	frequency: fc.constantFrom('orders', 'days'),
	monetary: fc.constantFrom('sum', 'mean'),
	sensitivity: fc.constantFrom('none', 'recency', 'window'),
	asOf: fc.integer({ min: 30, max: 70 }),
	from: fc.option(fc.nat(30), { nil: null }),
	/** Whether amounts come as money, or as numbers with two decimals. */
	money: fc.boolean(),
	turn: fc.nat(79)
});

function eventsOf(
	rows: readonly (readonly [string, number, number])[],
	orders: Ledger,
	money: boolean
): EventRows {
	return {
		customer: Uint32Array.from(rows, ([key]) => codeOf(orders.customers, key)),
		day: Int32Array.from(rows, ([, day]) => day),
		value: Float64Array.from(rows, ([, , cents]) => (money ? cents : cents / 100)),
		scale: money ? 2 : null
	};
}

/** A result's numbers, tables of amounts as numbers; rounding of a last division aside. */
const rounded = (values: Iterable<number | string>) =>
	Array.from(values, (value) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value));

describe('RFM of events', () => {
	test.prop([given], { numRuns: 120 })(
		'that are the orders themselves is the RFM of the orders, whatever the order of the rows: all but the unit of money',
		({ sales, asOf, from, money, turn, ...choices }) => {
			const orders = ledgerOf(sales.map(([key, day, cents]): TestRow => [key, day, cents]));
			const turned = [...sales.slice(turn % sales.length), ...sales.slice(0, turn % sales.length)];
			const { ledger, ...left } = eventLedger(eventsOf(turned, orders, money), orders);
			const frame = { asOf, from, weekStart: 1 };
			const source = { table: 'orders', value: 'amount' };
			const facts = { source, entity: 'other', day: 'day', currency: null, rows: sales.length } as const;
			const events = { ...facts, used: ledger.orders, ...left };
			const plain: MethodInput = { ledger: cutLedger(orders, asOf), frame };
			const params = v.parse(rfmParams, choices);
			const one = rfm.run(plain, params);
			const other = rfm.run({ ledger: cutLedger(ledger, asOf), frame, events }, { ...params, source });
			for (const [name, table] of Object.entries(one.result.tables)) {
				if (name === 'source') continue;
				const twin = other.result.tables[name];
				expect(twin?.rows).toBe(table.rows);
				for (const [column, values] of Object.entries(table.columns)) {
					const measure = table.columns['measure'];
					const asMoney = (row: number) =>
						table.types[column] === 'money' ||
						(measure !== undefined &&
							table.types[column] === 'number' &&
							measure[row] === 2 &&
							column !== 'score');
					const expected = Array.from(values as ArrayLike<number>, (value, row) =>
						asMoney(row) ? value / 100 : value
					);
					expect(rounded(twin?.columns[column] as ArrayLike<number> & Iterable<number>)).toEqual(
						rounded(expected)
					);
				}
			}
			expect(other.result.n).toBe(one.result.n);
			expect(Array.from(other.customers?.columns['segment'] as Uint8Array)).toEqual(
				Array.from(one.customers?.columns['segment'] as Uint8Array)
			);
		}
	);

	test.prop([
		fc.array(
			fc.tuple(
				fc.option(fc.nat(9), { nil: null }),
				fc.option(fc.nat(50), { nil: null }),
				fc.option(fc.integer({ min: -999, max: 9999 }), { nil: null })
			),
			{ maxLength: 60 }
		)
	])('count every row once: used, about nobody, without a day, or without a value', (rows) => {
		const orders = ledgerOf([['0', 1, 5]]);
		const table: EventRows = {
			customer: Uint32Array.from(rows, ([who]) => (who === 0 ? 0 : NO_CODE)),
			day: Int32Array.from(rows, ([, day]) => day ?? NO_DAY),
			value: Float64Array.from(rows, ([, , value]) => (value === null ? NaN : value / 100)),
			scale: null
		};
		const { ledger, orphans, undated, empty } = eventLedger(table, orders);
		expect(ledger.orders + orphans + undated + empty).toBe(rows.length);
		const own = rows.filter(([who, day, value]) => who === 0 && day !== null && value !== null);
		const sum = own.reduce((all, [, , value]) => all + (value ?? 0), 0);
		expect(ledger.amount.reduce((a, b) => a + b, 0) * 10 ** (2 - ledger.scale)).toBe(sum);
		expect([...ledger.day]).toEqual([...ledger.day].sort((a, b) => a - b));
		expect(decimalsOf(table.value ?? new Float64Array(0))).toBeLessThanOrEqual(2);
	});
});
