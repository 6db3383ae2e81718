import { describe, expect, it } from 'vitest';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import { RowKind } from '#lib/core/dataset/order-table.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { countProspects } from '#lib/core/ledger/count-prospects.ts';
import { cutLedger } from '#lib/core/ledger/cut-ledger.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { dayOf, ledgerOf, orderTableOf, type TestRow } from '../../../support/ledger.ts';

/** The ledger as a reader would write it: customer → [day, amount, lines] per order. */
function readable(ledger: Ledger) {
	return Object.fromEntries(
		decodeAll(ledger.customers).map((key, who) => {
			const orders: number[][] = [];
			for (let i = ledger.offsets[who] as number; i < (ledger.offsets[who + 1] as number); i++) {
				orders.push([ledger.day[i], ledger.amount[i], ledger.orderLines[i]] as number[]);
			}
			return [key, orders];
		})
	);
}

const rows: TestRow[] = [
	['b', 10, 500, 'o1'],
	['b', 10, 250, 'o1'],
	['b', 10, 70, 'o2'],
	// A later line of o1, after other orders.
	['b', 12, 30, 'o1'],
	['b', 11, 5, 'o3'],
	['a', 20, 100, 'p1'],
	['a', 25, -40, 'p1'],
	['a', 21, 60, 'p2'],
	['a', 22, -60, 'p2'],
	// The same order id of another customer is another order.
	['c', 30, 9, 'o1'],
	['d', 31, null],
	['e', 5, 90, 'x', RowKind.CANCELLED],
	['e', 6, 80, 'y'],
	[null, 1, 77, 'z']
];

describe('buildLedger', () => {
	it('sums the lines of an order wherever they stand, and takes the day of the first', () => {
		const ledger = ledgerOf(rows);
		expect(readable(ledger)).toEqual({
			a: [[20, 60, 2]],
			b: [
				[10, 780, 3],
				[10, 70, 1],
				[11, 5, 1]
			],
			c: [[30, 9, 1]],
			d: [],
			e: [[6, 80, 1]]
		});
		expect(ledger).toMatchObject({ orders: 6, lines: 9, firstDay: 6, lastDay: 30, ordersNettedAway: 1 });
		expect([...ledger.firstSeen]).toEqual([20, 10, 30, 31, 5]);
	});

	it('leaves refunds out of the sums under the gross rule', () => {
		const ledger = ledgerOf(rows, 'gross');
		expect(readable(ledger)['a']).toEqual([
			[20, 100, 1],
			[21, 60, 1]
		]);
		expect(ledger).toMatchObject({ refunds: 'gross', ordersNettedAway: 0, orders: 7 });
	});

	it('counts every sale row as an order when the export has no order ids', () => {
		const ledger = ledgerOf([
			['b', 3, 1],
			['a', 2, 5],
			['a', 2, 5],
			['a', 1, 7]
		]);
		expect(readable(ledger)).toEqual({
			a: [
				[1, 7, 1],
				[2, 5, 1],
				[2, 5, 1]
			],
			b: [[3, 1, 1]]
		});
	});

	it('takes a refund off an order even when the refund is dated before its sale', () => {
		const ledger = ledgerOf([
			['a', 4, -30, 'o'],
			['a', 5, 100, 'o']
		]);
		expect(readable(ledger)).toEqual({ a: [[5, 70, 2]] });
	});

	it('keeps an order of zero that no refund touched, and drops one that refunds brought to zero', () => {
		const ledger = ledgerOf([
			['a', 1, 0, 'free', RowKind.SALE],
			['a', 2, 10, 'back'],
			['a', 3, -10, 'back'],
			['a', 4, 0, 'free again', RowKind.SALE],
			['b', 4, 6, 'later']
		]);
		expect(readable(ledger)).toEqual({
			a: [
				[1, 0, 1],
				[4, 0, 1]
			],
			b: [[4, 6, 1]]
		});
		expect(ledger.ordersNettedAway).toBe(1);
	});

	it('gives an empty ledger for a table without a valid order', () => {
		const ledger = ledgerOf([['a', 3, null]]);
		expect(ledger).toMatchObject({ orders: 0, lines: 0, firstDay: 0, lastDay: 0 });
		expect([...ledger.offsets]).toEqual([0, 0]);
		expect(ledgerOf([]).offsets).toEqual(Uint32Array.of(0));
	});

	it('sums to the last cent where floating point money would not', () => {
		const cents = Array.from({ length: 1000 }, (_, i): TestRow => ['a', 1, 10 + (i % 3), 'o']);
		expect(readable(ledgerOf(cents))['a']).toEqual([[1, 10999, 1000]]);
	});

	it('refuses rows that are not in ledger order', () => {
		const table = orderTableOf(rows);
		expect(() => buildLedger({ ...table, customer: table.customer.slice().reverse() }, 'net')).toThrow(
			'internal'
		);
		expect(() => buildLedger({ ...table, day: table.day.slice().reverse() }, 'net')).toThrow('internal');
	});

	it('does not change the table', () => {
		const table = orderTableOf(rows);
		const before = structuredClone(table);
		buildLedger(table, 'net');
		expect(table).toEqual(before);
	});
});

describe('cutLedger', () => {
	it('shows the orders of a past day, and keeps the customers at their places', () => {
		const ledger = ledgerOf(rows);
		const cut = cutLedger(ledger, 11);
		expect(readable(cut)).toEqual({
			a: [],
			b: [
				[10, 780, 3],
				[10, 70, 1],
				[11, 5, 1]
			],
			c: [],
			d: [],
			e: [[6, 80, 1]]
		});
		expect(cut).toMatchObject({ orders: 4, lines: 6, firstDay: 6, lastDay: 11 });
		expect(readable(ledger)['a']).toEqual([[20, 60, 2]]);
	});

	it('does not count customers who were first seen later as prospects', () => {
		const ledger = ledgerOf(rows);
		expect(countProspects(ledger, 31)).toBe(1);
		expect(countProspects(ledger, 30)).toBe(0);
		expect(countProspects(cutLedger(ledger, 5), 5)).toBe(1); // e: cancelled on day 5, first order on day 6
		expect(countProspects(cutLedger(ledger, 4), 4)).toBe(0);
	});

	it('gives the ledger itself when nothing is cut, and an empty one before the first order', () => {
		const ledger = ledgerOf([['a', '2024-02-29', 5]]);
		expect(cutLedger(ledger, dayOf('2024-02-29'))).toBe(ledger);
		expect(cutLedger(ledger, dayOf('2024-02-28'))).toMatchObject({
			orders: 0,
			firstDay: 0,
			lastDay: 0,
			lines: 0
		});
	});
});
