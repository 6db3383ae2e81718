import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { contribution } from '#lib/core/methods/contribution/method.ts';
import { customerMoves } from '#lib/core/methods/contribution/types.ts';
import { ledgerOf, type TestRow } from '../../../../support/ledger.ts';

const asOf = 1000;
const run = (rows: readonly TestRow[], given: object = { days: 10 }) => {
	const input = { ledger: ledgerOf([...rows]), frame: { asOf, from: null, weekStart: 1 } };
	const params = v.parse(contribution.params, given);
	const { result } = contribution.run(input, params);
	return {
		result,
		members: (table: string, row: number) => [...contribution.members(input, params, table, row)]
	};
};
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

/** One customer of each kind; the later period is days 991 to 1000, the earlier 981 to 990. */
const six: readonly TestRow[] = [
	['1 new', 991, 100],
	['2 back', 900, 5],
	['2 back', 1000, 70],
	['3 grown', 981, 10],
	['3 grown', 995, 60],
	['4 steady', 990, 40],
	['4 steady', 991, 40],
	['5 shrunk', 985, 90],
	['5 shrunk', 996, 20],
	['6 lost', 989, 30],
	['7 before both', 980, 999]
];

describe('growth', () => {
	test('tells new, back, grown, steady, shrunk and lost customers apart, to the day', () => {
		const { result, members } = run(six);
		expect([...result.tables.moves.columns.customers]).toEqual([1, 1, 1, 1, 1, 1]);
		expect([...result.tables.moves.columns.change]).toEqual([100, 70, 50, 0, -70, -30]);
		expect(customerMoves.map((_, row) => members('moves', row))).toEqual([[0], [1], [2], [3], [4], [5]]);
		expect(result.n).toBe(6);
		expect(result.scalars).toMatchObject({ revenue: 290, revenueBefore: 170, change: 120 });
	});

	test('opens who bought before, who came or went, who bought in both, and who buys now', () => {
		const { members } = run(six);
		expect(members('steps', 0)).toEqual([2, 3, 4, 5]);
		expect(members('steps', 1)).toEqual([0, 1, 5]);
		expect(members('steps', 2)).toEqual([2, 3, 4]);
		expect(members('steps', 4)).toEqual([0, 1, 2, 3, 4]);
		expect(members('top', 0)).toEqual([0]);
		expect(members('top', 1)).toEqual([0, 1, 2, 3, 4]);
		for (const [table, row] of [
			['steps', 5],
			['moves', -1],
			['moves', 6],
			['top', 2],
			['other', 0]
		] as const) {
			expect(() => members(table, row)).toThrow('selection-invalid');
		}
	});

	test('gives all of a change to the one factor that changed', () => {
		const twice = run([
			...Array.from({ length: 4 }, (_, i): TestRow => [`c${i}`, 995, 10]),
			['c0', 985, 10],
			['c1', 985, 10]
		]);
		expect([...twice.result.tables.steps.columns.change]).toEqual([20, 20, 0, 0, 40]);
		const basket = run([
			['a', 985, 10],
			['a', 995, 25]
		]);
		expect([...basket.result.tables.steps.columns.change]).toEqual([10, 0, 0, 15, 25]);
		const often = run([
			['a', 985, 10, 'x'],
			['a', 995, 10, 'y'],
			['a', 996, 10, 'z']
		]);
		expect([...often.result.tables.steps.columns.change]).toEqual([10, 0, 10, 0, 20]);
	});

	test('compares with a year before, and says how much of it the data hold', () => {
		const { result } = run(
			[
				['a', 636, 7],
				['a', 1000, 9]
			],
			{ days: 10, against: 'year' }
		);
		expect(result.scalars).toMatchObject({ beforeFrom: 626, beforeTo: 635, revenueBefore: 0 });
		const known = run(
			[
				['a', 633, 7],
				['a', 1000, 9]
			],
			{ days: 10, against: 'year' }
		).result;
		expect(known.scalars).toMatchObject({ revenueBefore: 7, beforeKnown: 3 });
		expect(codes(known.warnings)).toContain('contribution-before-incomplete');
	});

	test('puts a change from or to nothing down to customers, and says so', () => {
		const first = run([['a', 995, 10]]).result;
		expect([...first.tables.steps.columns.change]).toEqual([0, 10, 0, 0, 10]);
		expect(codes(first.warnings)).toEqual(['contribution-nothing-before']);
		expect(first.scalars.changeRate).toBeNaN();
		const last = run([['a', 985, 10]]).result;
		expect([...last.tables.steps.columns.change]).toEqual([10, -10, 0, 0, 0]);
		expect(codes(last.warnings)).toContain('contribution-nothing-now');
		expect(last.tables.top.rows).toBe(0);
	});

	test.each([
		['no-orders', []],
		['contribution-no-orders', [['a', 5, 10]]]
	] as const)('answers %s instead of numbers', (code, rows) => {
		const { result, members } = run(rows as readonly TestRow[]);
		expect(result.status).toBe('not-enough-data');
		expect(codes(result.missing)).toEqual([code]);
		expect(Object.values(result.tables).every((table) => table.rows === 0)).toBe(true);
		expect(() => members('moves', 0)).toThrow('selection-invalid');
	});

	test.each([{ days: 0 }, { days: 1.5 }, { against: 'never' }, { other: 1 }])('refuses %j', (given) => {
		expect(v.safeParse(contribution.params, given).success).toBe(false);
	});
});
