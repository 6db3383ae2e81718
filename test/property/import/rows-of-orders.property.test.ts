import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsOfOrders } from '#lib/import/rows-of-orders.ts';

const places = { order: 0, amount: 2, style: { decimal: '.', group: ',' } } as const;
const cents = fc.integer({ min: 1, max: 9_999_999 });
const money = (value: number): string => (value / 100).toFixed(2);

it('Sums of two orders or more, named or not, go on with no order', () => {
	const blocks = fc.array(fc.array(cents, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 12 });
	fc.assert(
		fc.property(blocks, fc.boolean(), (all, isNamed) => {
			let order = 0;
			const rows = all.flatMap((block) => [
				...block.map((value) => [`O${++order}`, 'c1', money(value), 'x']),
				['', '', money(block.reduce((sum, value) => sum + value, 0)), isNamed ? 'Sum' : '']
			]);
			expect(rowsOfOrders(rows, places, 4)).toMatchObject({ orders: 0, rows: 0 });
		})
	);
});

it('Items below the first row of their order go on with it, whether they say its id again or not, blank rows and a note aside', () => {
	const orders = fc.array(fc.tuple(cents, fc.integer({ min: 1, max: 4 })), { minLength: 3, maxLength: 20 });
	fc.assert(
		fc.property(orders, fc.boolean(), (all, saysAgain) => {
			const rows = all.flatMap(([value, below], i) => [
				[`O${i}`, 'c1', money(value), 'x', '1.00'],
				...Array.from({ length: below }, () => [saysAgain ? `O${i}` : '', '', '', 'y', '1.00']),
				['', '', '', '', '']
			]);
			const items = all.reduce((sum, [, below]) => sum + below, 0);
			const found = rowsOfOrders([...rows, ['', '', '', '', 'exported']], places, 5);
			expect(found).toMatchObject({ orders: all.length, rows: items });
			expect(found.columns[2]).toEqual({ first: all.length, empty: items, unlike: 0 });
		})
	);
});
