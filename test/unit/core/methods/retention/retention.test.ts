import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { RowKind } from '#lib/core/dataset/order-table.ts';
import { mostCohorts } from '#lib/core/methods/retention/cohorts.ts';
import { retention } from '#lib/core/methods/retention/method.ts';
import type { Frame } from '#lib/core/methods/types.ts';
import { dayOf, ledgerOf, type TestRow } from '../../../../support/ledger.ts';

const frame: Frame = { asOf: dayOf('2024-04-15'), from: null, weekStart: 1 };
const run = (some: readonly TestRow[], params: unknown = {}, given = frame) =>
	retention.run({ ledger: ledgerOf(some), frame: given }, v.parse(retention.params, params)).result;
const sum = (values: Iterable<number>): number => [...values].reduce((total, own) => total + own, 0);
const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);

const rows: TestRow[] = [
	['ann', '2024-01-10', 1],
	['ann', '2024-03-02', 1],
	['bob', '2024-01-31', 1],
	['bob', '2024-02-01', 1],
	['cleo', '2024-03-31', 1],
	['cleo', '2024-04-02', 1],
	['dora', '2024-02-01', null]
];

describe('retention by hand', () => {
	test('calendar months from the first order', () => {
		const { matrix, cohorts } = run(rows).tables;
		expect([...cohorts.columns.size]).toEqual([2, 1]);
		expect([...matrix.columns.n]).toEqual([0, 1, 2, 3, 0, 1]);
		expect([...matrix.columns.active]).toEqual([2, 1, 1, 0, 1, 1]);
		expect([...matrix.columns.incomplete]).toEqual([0, 0, 0, 1, 0, 1]);
	});

	test('on or after looks ahead to all later months', () => {
		const { matrix } = run(rows, { measure: 'on-or-after' }).tables;
		expect([...matrix.columns.active]).toEqual([2, 2, 1, 0, 1, 1]);
	});

	test('rolling windows count 30 days from the customer’s own first order, and members reach N one by one', () => {
		const { matrix } = run(rows, { periods: 'rolling' }).tables;
		// By 15 April, Ann (96 days) is in her fourth window, Bob (75) in his third, Cleo (15) in her first.
		expect([...matrix.columns.n]).toEqual([0, 1, 2, 3, 0]);
		expect([...matrix.columns.base]).toEqual([2, 2, 2, 1, 1]);
		expect([...matrix.columns.active]).toEqual([2, 1, 0, 0, 1]);
		expect([...matrix.columns.incomplete]).toEqual([0, 0, 1, 1, 1]);
	});

	test('recurring entry makes a customer a member of every month with an order', () => {
		const { cohorts, matrix } = run(rows, { entry: 'recurring' }).tables;
		expect([...cohorts.columns.size]).toEqual([2, 1, 2, 1]);
		expect([...matrix.columns.active]).toEqual([2, 1, 1, 0, 1, 0, 0, 2, 1, 1]);
	});

	test('the curve holds complete cells only and its rates stand in the scalars', () => {
		const { tables, scalars } = run(rows);
		expect([...tables.curve.columns.n]).toEqual([0, 1, 2]);
		expect([...tables.curve.columns.base]).toEqual([3, 2, 2]);
		expect(scalars).toMatchObject({ customers: 3, cohorts: 2, rate1: 0.5 });
		expect([scalars.rate3, scalars.rate6, scalars.rate12]).toEqual([NaN, NaN, NaN]);
	});

	test('a window shows the cohorts that begin in it; earlier customers do not become new', () => {
		const { tables } = run(rows, {}, { ...frame, from: dayOf('2024-02-15') });
		expect([...tables.cohorts.columns.size]).toEqual([1]);
		const recurring = run(rows, { entry: 'recurring' }, { ...frame, from: dayOf('2024-02-15') });
		expect([...recurring.tables.cohorts.columns.size]).toEqual([1, 2, 1]);
	});

	test('no N beyond the longest asked for is shown, and on or after still looks beyond it', () => {
		const { matrix } = run(rows, { measure: 'on-or-after', maxPeriods: 1 }).tables;
		expect([...matrix.columns.n]).toEqual([0, 1, 0, 1]);
		expect([...matrix.columns.active]).toEqual([2, 2, 1, 1]);
	});
});

describe('beside the matrix, by hand', () => {
	test('money kept is that of exactly period N, of those who reached it', () => {
		const priced: TestRow[] = [
			['ann', '2024-01-10', 100],
			['ann', '2024-01-20', 20],
			['ann', '2024-03-02', 60],
			['bob', '2024-01-31', 80]
		];
		const { matrix, curve } = run(priced).tables;
		expect([...matrix.columns.moneyBase]).toEqual([200, 200, 200, 200]);
		expect([...matrix.columns.money]).toEqual([200, 0, 60, 0]);
		expect([...curve.columns.moneyRate]).toEqual([1, 0, 0.3]);
		const after = run(priced, { measure: 'on-or-after' }).tables.matrix.columns;
		expect([after.money, after.active]).toEqual([matrix.columns.money, Uint32Array.of(2, 1, 1, 0)]);
		// In rolling windows Bob, 75 days old, has not reached the fourth: he is not held against it.
		expect([...run(priced, { periods: 'rolling' }).tables.matrix.columns.moneyBase]).toEqual([
			200, 200, 200, 120
		]);
	});

	test('orders of nothing leave no money to keep', () => {
		const free: TestRow[] = [
			['ann', '2024-01-10', 0, 'a', RowKind.SALE],
			['ann', '2024-02-10', 5, 'b', RowKind.SALE]
		];
		const { moneyRate, money } = run(free).tables.matrix.columns;
		expect([moneyRate[1], money[1]]).toEqual([NaN, 5]);
	});

	test('a bracket counts those who could reach its end', () => {
		const { brackets, bracketCells } = run(rows, {
			brackets: [
				[1, 3],
				[20, 60],
				[61, 75],
				[300, 400]
			]
		}).tables;
		expect([...brackets.columns.base]).toEqual([3, 2, 2, 0]);
		expect([...brackets.columns.active]).toEqual([2, 1, 0, 0]);
		expect([...brackets.columns.waiting]).toEqual([0, 1, 1, 3]);
		expect(brackets.columns.rate[3]).toBeNaN();
		expect([...bracketCells.columns.bracket]).toEqual([0, 1, 2, 0]);
		expect([...bracketCells.columns.incomplete]).toEqual([0, 0, 0, 0]);
	});

	test('brackets of periods are those that N counts', () => {
		const inMonths = {
			bracketUnit: 'period',
			brackets: [
				[1, 2],
				[3, 3]
			]
		};
		expect([...run(rows, inMonths).tables.brackets.columns.active]).toEqual([2, 0]);
		expect([...run(rows, inMonths).tables.brackets.columns.base]).toEqual([2, 0]);
		// Days 30–89 and 90–119 after the own first order.
		const rolling = run(rows, { ...inMonths, periods: 'rolling' }).tables.brackets.columns;
		expect([[...rolling.base], [...rolling.active]]).toEqual([
			[1, 0],
			[1, 0]
		]);
	});

	test('repeat rate, stickiness and intervals look at the window', () => {
		const { scalars, tables } = run(rows);
		expect([scalars.buyers, scalars.repeatBuyers, scalars.gapCustomers]).toEqual([3, 3, 3]);
		expect([...tables.exactly.columns.customers]).toEqual([0, 3]);
		expect([...tables.atLeast.columns.share]).toEqual([1, 1]);
		expect(scalars.gapMedian).toBe(2);
		const late = run(rows, {}, { ...frame, from: dayOf('2024-03-15') });
		expect([late.scalars.buyers, late.scalars.repeatRate, late.scalars.gapCustomers]).toEqual([1, 1, 1]);
	});

	test('more periods than can be shown stand in one last row', () => {
		const daily = Array.from({ length: 70 }, (_, i): TestRow => ['ann', frame.asOf - i, 1]);
		const ledger = ledgerOf([...daily, ['bob', frame.asOf, 1]]);
		const params = v.parse(retention.params, { unit: 'day' });
		const { exactly, atLeast } = retention.run({ ledger, frame }, params).result.tables;
		expect([exactly.rows, exactly.columns.more[59], exactly.columns.customers[59]]).toEqual([60, 1, 1]);
		expect(sum(exactly.columns.customers)).toBe(2);
		expect(atLeast.columns.customers[59]).toBe(1);
		expect([...retention.members({ ledger, frame }, params, 'exactly', 59)]).toEqual([0]);
	});

	test('the newest cohort that has completed N is held against all others', () => {
		const { newest } = run(rows).tables;
		// March is incomplete in April, so January is the only cohort that has completed a month.
		expect(newest.rows).toBe(0);
		const more: TestRow[] = [...rows, ['eve', '2024-02-10', 1]];
		const { columns } = run(more).tables.newest;
		expect([[...columns.n], [...columns.active], [...columns.othersActive]]).toEqual([[1], [0], [1]]);
		expect([columns.base[0], columns.othersBase[0], columns.difference[0]]).toEqual([1, 2, -0.5]);
	});
});

describe('retention with hardly any or very many data', () => {
	test('no valid order is a declared answer', () => {
		const result = run([['dora', '2024-02-01', null]]);
		expect(result.status).toBe('not-enough-data');
		expect(codes(result.missing)).toEqual(['no-orders']);
		expect(new Set(Object.values(result.tables).map((table) => table.rows))).toEqual(new Set([0]));
	});

	test('a window without new customers, or without orders, is named as such', () => {
		const late = { ...frame, from: dayOf('2024-04-01') };
		expect(codes(run(rows, {}, late).missing)).toEqual(['no-new-customers-in-window']);
		const empty = { ...frame, from: dayOf('2024-06-01') };
		expect(codes(run(rows, { entry: 'recurring' }, empty).missing)).toEqual(['no-orders-in-window']);
	});

	test('all orders on the as-of date: one incomplete cohort, and nothing to rely on yet', () => {
		const result = run([['ann', '2024-04-15', 1]]);
		expect(result.status).toBe('ok');
		expect(result.tables.curve.rows).toBe(0);
		expect(codes(result.warnings)).toEqual([
			'few-customers',
			'retention-no-complete-return',
			'retention-brackets-unreached'
		]);
	});

	test('of more cohorts than can be shown, the newest are kept and a warning says so', () => {
		const many = Array.from({ length: mostCohorts + 25 }, (_, i): TestRow => [`c${i}`, frame.asOf - i, 1]);
		const result = run(many, { unit: 'day' });
		expect(result.tables.cohorts.rows).toBe(mostCohorts);
		expect(result.tables.cohorts.columns.cohort.at(-1)).toBe(frame.asOf);
		expect(result.n).toBe(mostCohorts);
		expect(result.warnings.find(({ code }) => code === 'retention-too-many-cohorts')?.params).toEqual({
			shown: mostCohorts,
			all: mostCohorts + 25
		});
	});

	test('a history of 2,000 years by day stays within the limit of cells', () => {
		const ancient: TestRow[] = [
			['ann', dayOf('0024-04-15'), 1],
			['ann', '2024-04-14', 1],
			['bob', '2024-04-01', 1]
		];
		const { tables } = run(ancient, { unit: 'day', maxPeriods: 400 });
		expect(tables.cohorts.rows).toBe(2);
		expect(tables.matrix.rows).toBe(401 + 15);
	});
});

test('a table or row without people is refused', () => {
	const input = { ledger: ledgerOf(rows), frame };
	const params = v.parse(retention.params, {});
	for (const [table, row] of [
		['cohorts', 2],
		['cohorts', -1],
		['matrix', 6],
		['matrix', 1.5],
		['curve', 3],
		['newest', 1],
		['brackets', 5],
		['bracketCells', 5],
		['repeat', 2],
		['exactly', 2],
		['atLeast', 2],
		['intervals', 8],
		['rates', 0]
	] as const) {
		expect(() => retention.members(input, params, table, row)).toThrow('selection-invalid');
	}
});

test('the longest N follows the unit unless it is given', () => {
	const longest = (params: unknown): number => v.parse(retention.params, params).maxPeriods;
	expect(['day', 'week', 'month', 'quarter', 'year'].map((unit) => longest({ unit }))).toEqual([
		30, 26, 36, 12, 5
	]);
	expect(longest({ unit: 'day', maxPeriods: 7 })).toBe(7);
	for (const wrong of [
		{ maxPeriods: 0 },
		{ maxPeriods: 401 },
		{ unit: 'decade' },
		{ measure: 'off' },
		{ cohort: 1 },
		{ brackets: [] },
		{ brackets: [[3, 1]] },
		{ brackets: [[0, 1]] },
		{ brackets: [[1, 3651]] },
		{
			brackets: [
				[1, 3],
				[3, 7]
			]
		},
		{
			brackets: [
				[4, 7],
				[1, 3]
			]
		},
		{ brackets: [[1, 2.5]] }
	]) {
		expect(v.safeParse(retention.params, wrong).success).toBe(false);
	}
});
