import { describe, expect, test } from 'vitest';
import { shapeOf } from '#lib/import/repair/table-shape.ts';
import { RowSieve } from '#lib/import/row-sieve.ts';
import { take } from '../../support/import.ts';

const header = ['customer', 'date', 'amount', 'note'];
const rows = [
	['ann', '2024-01-05', '10.00', ''],
	['bob', '2024-01-06', '7.50', 'late'],
	['cat', '2024-01-07', '3.25', ''],
	['dan', '2024-01-08', '12.00', ''],
	['Total', '', '32.75', '']
];
const unquoted = (cells: string[]) => ({ cells, quoted: cells.map(() => false) });

function sieve(endLine?: number): RowSieve {
	const made = new RowSieve(shapeOf(rows.map(unquoted)), endLine);
	made.setHeader(header);
	return made;
}
const codeOf = (cells: string[], doubtful = false) => sieve().codeOf(cells, 9, doubtful);

describe('a row that stands in a table without being one of its rows', () => {
	test('is a sum that lacks what all others have, although the table was learnt with it', () => {
		expect(codeOf(['Total', '', '32.75', ''])).toBe('row-total');
		expect(codeOf(['合计：', '', '32.75', ''])).toBe('row-total');
		expect(codeOf(['', 'grand total', '32.75', ''])).toBe('row-total');
	});

	test('is no sum when it has all: somebody may be called so', () => {
		expect(codeOf(['Total', '2024-01-09', '5.00', ''])).toBeNull();
		expect(codeOf(['Total Gym', '', '5.00', ''])).toBeNull();
	});

	test('is the header over again, or a line drawn', () => {
		expect(codeOf(header)).toBe('row-repeated-header');
		expect(codeOf(['----', '----', '----', '----'])).toBe('row-separator');
		expect(codeOf(['----', '2024-01-05', '1.00', ''])).toBeNull();
	});

	test('is a note, or torn, when its width is another', () => {
		expect(codeOf(['Exported by the till'], true)).toBe('row-note');
		expect(codeOf(['ann', '2024-01-05', '10.00', '', 'x'], true)).toBe('row-too-long');
		expect(codeOf(['ann', 'x', '10.00'], true)).toBe('row-too-short');
	});

	test('comes after the end, whatever it holds', () => {
		expect(sieve(8).codeOf(rows[0] ?? [], 9, false)).toBe('row-after-table');
		expect(sieve(9).codeOf(rows[0] ?? [], 9, false)).toBeNull();
	});
});

test('an export with sums between its days loads its rows alone, and every line is accounted for', async () => {
	const text = [
		'customer;date;amount',
		'ann;2024-01-05;10,00',
		'bob;2024-01-05;7,50',
		'Subtotal;;17,50',
		'cat;2024-01-06;3,25',
		'dan;2024-01-06;12,00',
		'Subtotal;;15,25',
		'Total;;32,75'
	].join('\n');
	const { totals, issues } = await take(text);
	expect(totals.kept.sales).toEqual({ rows: 4, amount: 3275 });
	expect(issues.filter(({ code }) => code === 'row-total').map(({ line }) => line)).toEqual([4, 7, 8]);
	expect(totals.source.rows).toBe(7);
});

test('a total and a note below it are told apart from orders, in a sheet or a text padded to the width of its table', async () => {
	const text = [
		'order,customer,date,amount',
		'1,ann,2024-01-05,10.00',
		'2,bob,2024-01-05,7.50',
		'3,cat,2024-01-06,3.25',
		'4,dan,2024-01-06,12.00',
		'合计,,,32.75',
		'注：金额含税,,,'
	].join('\n');
	const { totals, issues } = await take(text);
	expect(issues.map(({ code, line }) => [code, line])).toEqual([
		['row-total', 6],
		['row-note', 7]
	]);
	// A sum is none of the orders' money.
	expect(totals.source).toEqual({ rows: 6, amount: 3275 });
});

test('an amount, a number or a day alone, and a customer without the rest, are rows that lack something, and no notes', async () => {
	const rows = Array.from({ length: 12 }, (_, i) => `${i},Ann Lee,2024-01-05,1${i}.00,x`);
	const lacking = [',,,"1,234.50",', ',,,,1 234', ',Anna Schmidt,,,', ',,2024-01-05 10:00,,'];
	const text = ['order,customer,date,amount,remark', ...rows, ...lacking, ...rows].join('\n');
	const { totals } = await take(text);
	expect(totals.rejectedBy).toEqual({ 'date-missing': 3, 'amount-missing': 1 });
});
