import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import { cutLedger } from '#lib/core/ledger/cut-ledger.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { ledgerOf } from '../../support/ledger.ts';

const row = fc.tuple(
	fc.constantFrom('a', 'b', '7', '07', '10'),
	fc.integer({ min: 0, max: 40 }),
	fc.integer({ min: -50, max: 300 }),
	fc.constantFrom('o1', 'o2', 'o3', 'o4')
);

/** The rule in the plainest words: group rows by customer and order, sum, drop what refunds ate. */
function plainly(rows: readonly (readonly [string, number, number, string])[]) {
	const groups = new Map<string, { customer: string; day: number; amount: number; refunded: boolean }>();
	for (const [customer, day, amount, order] of rows) {
		if (amount <= 0) continue;
		const key = `${customer}|${order}`;
		const group = groups.get(key) ?? { customer, day, amount: 0, refunded: false };
		groups.set(key, { ...group, day: Math.min(group.day, day), amount: group.amount + amount });
	}
	for (const [customer, , amount, order] of rows) {
		const group = groups.get(`${customer}|${order}`);
		if (amount < 0 && group !== undefined) {
			group.amount += amount;
			group.refunded = true;
		}
	}
	return [...groups.values()]
		.filter((group) => !group.refunded || group.amount > 0)
		.map(({ customer, day, amount }) => `${customer} ${day} ${amount}`)
		.sort();
}

function listed(ledger: Ledger): string[] {
	return decodeAll(ledger.customers)
		.flatMap((customer, who) => {
			const lines: string[] = [];
			for (let i = ledger.offsets[who] as number; i < (ledger.offsets[who + 1] as number); i++) {
				lines.push(`${customer} ${ledger.day[i]} ${ledger.amount[i]}`);
			}
			return lines;
		})
		.sort();
}

describe('ledger', () => {
	test.prop([fc.array(row, { maxLength: 60 })])(
		'holds what grouping rows by customer and order gives',
		(rows) => {
			const ledger = ledgerOf(rows);
			expect(listed(ledger)).toEqual(plainly(rows));
			for (let who = 0; who < ledger.customers.size; who++) {
				for (let i = (ledger.offsets[who] as number) + 1; i < (ledger.offsets[who + 1] as number); i++) {
					expect(ledger.day[i] as number).toBeGreaterThanOrEqual(ledger.day[i - 1] as number);
				}
			}
		}
	);

	test.prop([fc.array(row, { maxLength: 40 }).chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows)))])(
		'does not depend on the order of the rows',
		([rows, others]) => {
			const [a, b] = [ledgerOf(rows), ledgerOf(others)];
			expect(listed(b)).toEqual(listed(a));
			expect(b.day).toEqual(a.day);
			expect(b.offsets).toEqual(a.offsets);
			expect(b.firstSeen).toEqual(a.firstSeen);
		}
	);

	test.prop([fc.array(row, { maxLength: 40 }), fc.integer({ min: -1, max: 41 })])(
		'cut at a day holds the orders up to it',
		(rows, asOf) => {
			const ledger = ledgerOf(rows);
			const cut = cutLedger(ledger, asOf);
			expect(listed(cut)).toEqual(listed(ledger).filter((line) => Number(line.split(' ')[1]) <= asOf));
			expect(cut.lines).toBe(cut.orderLines.reduce((sum, lines) => sum + lines, 0));
		}
	);
});

function shuffled<T>(items: readonly T[]) {
	return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}
