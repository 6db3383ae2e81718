import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { customerSigns, signKinds } from '#lib/core/dataset/customer-signs.ts';
import { churn } from '#lib/core/methods/churn/method.ts';
import { warningReasons, type ChurnResult } from '#lib/core/methods/churn/types.ts';
import type { Frame } from '#lib/core/methods/types.ts';
import { dayOf, ledgerOf, type TestRow } from '../../../../support/ledger.ts';

const frame: Frame = { asOf: dayOf('2024-06-30'), from: null, weekStart: 1 };
const run = (rows: readonly TestRow[], params: object = {}, given = frame): ChurnResult =>
	churn.run({ ledger: ledgerOf(rows), frame: given }, v.parse(churn.params, params)).result;
const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);
const days = { window: 'days', atRiskDays: 20, churnedDays: 40 };

describe('churn by hand', () => {
	const rows: TestRow[] = [
		['ann', '2024-01-01', 100],
		['ann', '2024-02-20', 50],
		['ann', '2024-06-25', 70],
		['bob', '2024-03-10', 400],
		['cleo', '2024-06-05', 30],
		['dora', '2024-01-01', null]
	];

	test('exactly as many days as the window is still the lower band; one more is not', () => {
		const one = (asOf: string): number[] => [
			...run([['ann', '2024-05-01', 5]], days, { ...frame, asOf: dayOf(asOf) }).tables.bands.columns.customers
		];
		expect(one('2024-05-21')).toEqual([1, 0, 0]);
		expect(one('2024-05-22')).toEqual([0, 1, 0]);
		expect(one('2024-06-10')).toEqual([0, 1, 0]);
		expect(one('2024-06-11')).toEqual([0, 0, 1]);
	});

	test('bands leave out who never ordered, and add up what is at stake', () => {
		const { bands } = run(rows, days).tables;
		expect([...bands.columns.customers]).toEqual([1, 1, 1]);
		expect([...bands.columns.stake]).toEqual([220, 30, 400]);
	});

	test('a silence is tested only when it could be watched for long enough', () => {
		// Silences over 40 days: Ann 50 (back 9 days after day 41), Ann 126, Bob 112 and running.
		const { followed, wonBack, winBackRate } = run(rows, { ...days, winBackDays: 60 }).scalars;
		expect([followed, wonBack, winBackRate]).toEqual([3, 1, 1 / 3]);
		// With 90 days both long silences of spring are too young by then, or just watched: 20 February + 131 days.
		expect(run(rows, { ...days, winBackDays: 90 }).scalars).toMatchObject({ followed: 2, wonBack: 2 });
	});

	test('a customer who is lost and back within a quarter is not lost in it', () => {
		const { periods } = run(
			[
				['ann', '2024-03-30', 1],
				['ann', '2024-06-29', 1]
			],
			{ ...days, unit: 'quarter' }
		).tables;
		expect([...periods.columns.lost]).toEqual([0, 0]);
		expect([...periods.columns.start]).toEqual([0, 1]);
		expect(periods.columns.rate[0]).toBeNaN();
	});

	test('reasons: overdue by the own rhythm, falling value, falling frequency', () => {
		const weekly = (
			name: string,
			from: string,
			values: readonly number[],
			step: readonly number[]
		): TestRow[] => {
			let day = dayOf(from);
			return values.map((value, i): TestRow => {
				day += step[i] ?? 0;
				return [name, day, value];
			});
		};
		const { earlyWarning, reasons } = run(
			[
				...weekly('late', '2024-05-21', [9, 9, 9, 9], [0, 7, 7, 7]),
				...weekly('less', '2024-06-01', [9, 9, 6, 6], [0, 7, 7, 7]),
				...weekly('rare', '2024-05-01', [5, 5, 5, 5, 5], [0, 4, 4, 20, 20])
			],
			{ ...days, churnedDays: 100 }
		).tables;
		expect([...reasons.columns.customers]).toEqual([1, 1, 1, 0, 0, 0, 0]);
		expect([...earlyWarning.columns.customer]).toEqual([0, 1, 2]);
		expect([...earlyWarning.columns.overdue]).toEqual([1, 0, 0]);
		expect([...earlyWarning.columns.value]).toEqual([0, 1, 0]);
		expect([...earlyWarning.columns.frequency]).toEqual([0, 0, 1]);
		expect(earlyWarning.columns.valueRatio[1]).toBeCloseTo(12 / 18, 12);
		expect(earlyWarning.columns.gapRatio[2]).toBe(5);
	});
});

describe('churn with hardly any data', () => {
	test('no valid order, and none in the window, are declared answers without rows', () => {
		const none = run([['dora', '2024-01-01', null]]);
		expect([none.status, ...codes(none.missing)]).toEqual(['not-enough-data', 'no-orders']);
		expect(Object.values(none.tables).every(({ rows }) => rows === 0)).toBe(true);
		const early = run([['ann', '2024-01-01', 3]], {}, { ...frame, from: frame.asOf + 1 });
		expect(codes(early.missing)).toEqual(['no-orders-in-window']);
	});

	test('without a gap no percentile calls anybody churned, and it says so', () => {
		const result = run([['ann', '2023-01-01', 3]]);
		expect(result.scalars).toMatchObject({ active: 1, churned: 0, churnedAfter: NaN, suggestedDays: NaN });
		expect(codes(result.warnings)).toEqual(['few-customers', 'no-gaps', 'churn-none-followed']);
	});

	test('a cut of "at risk" above "churned" is refused', () => {
		for (const params of [
			{ atRiskPercentile: 90 },
			{ window: 'days', atRiskDays: 91 },
			{ churnedDays: 0 },
			{ listed: 1.5 },
			{ unknown: 1 }
		]) {
			expect(v.safeParse(churn.params, params).success).toBe(false);
		}
	});

	test.each([
		['bands', 3],
		['reasons', 7],
		['warned', 1],
		['agreement', 12],
		['periods', 99],
		['revenue', 99],
		['survival', 99],
		['backtest', 9999],
		['earlyWarning', 0],
		['nothing', 0],
		['bands', -1]
	])('table %s has nobody in row %i', (table, row) => {
		const input = { ledger: ledgerOf([['ann', '2024-06-01', 3]]), frame };
		expect(() => churn.members(input, v.parse(churn.params, {}), table, row)).toThrow('selection-invalid');
	});
});

describe('what else warns', () => {
	const rows: TestRow[] = [
		['fewer', '2024-06-20', 5, 'a'],
		['fewer', '2024-06-20', 5, 'a'],
		['fewer', '2024-06-20', 5, 'a'],
		['fewer', '2024-06-21', 15, 'b'],
		['fewer', '2024-06-22', 15, 'c'],
		['fewer', '2024-06-23', 15, 'd'],
		['gone', '2024-01-01', 9, 'e'],
		['loud', '2024-06-29', 9, 'f'],
		['sad', '2024-06-29', 9, 'g'],
		['soothed', '2024-06-29', 9, 'h']
	];
	const ledger = ledgerOf(rows);
	/** Customers in the order of their names. */
	const [fewer, gone, loud, sad, soothed] = [0, 1, 2, 3, 4] as const;
	const told = (
		some: readonly (readonly [who: number, kind: (typeof signKinds)[number], day: string, value?: number])[]
	) =>
		customerSigns(5, [
			{
				told: signKinds,
				customer: Uint32Array.from(some, ([who]) => who),
				day: Int32Array.from(some, ([, , day]) => dayOf(day)),
				kind: Uint8Array.from(some, ([, kind]) => signKinds.indexOf(kind)),
				value: Float64Array.from(some, ([, , , value]) => value ?? NaN)
			}
		]);
	const signs = told([
		[gone, 'complaint', '2024-06-01'],
		[loud, 'complaint', '2024-06-01'],
		[loud, 'complaint', '2024-06-02'],
		// Too long ago, and after the as-of date.
		[soothed, 'complaint', '2023-12-01'],
		[soothed, 'complaint', '2024-07-02'],
		[soothed, 'answer', '2024-05-01', 3],
		[soothed, 'answer', '2024-06-01', 7],
		[sad, 'ticket', '2024-06-01', 2]
	]);
	const params = v.parse(churn.params, { ...days, signDays: 180 });
	const members = (reason: (typeof warningReasons)[number]): number[] => [
		...churn.members({ ledger, frame, signs }, params, 'reasons', warningReasons.indexOf(reason))
	];

	test('fewer lines an order, complaints and low satisfaction of late; the churned are past warning', () => {
		const { scalars, tables } = churn.run({ ledger, frame, signs }, params).result;
		expect(members('items')).toEqual([fewer]);
		expect(members('complaint')).toEqual([loud]);
		expect(members('satisfaction')).toEqual([sad]);
		expect([scalars.complaintsTold, scalars.answersTold, scalars.warned]).toEqual([1, 1, 3]);
		const { columns } = tables.earlyWarning;
		const at = (who: number) => columns.customer.indexOf(who);
		expect(columns.complaints[at(loud)]).toBe(2);
		expect(columns.answer[at(sad)]).toBe(2.5);
		expect(columns.itemsRatio[at(fewer)]).toBe(2 / 4);
		expect([...churn.members({ ledger, frame, signs }, params, 'warned', 0)]).toEqual([fewer, loud, sad]);
	});

	test('without linked tables nothing is told, and without a model nobody has an estimate', () => {
		const { scalars, tables } = churn.run({ ledger, frame }, params).result;
		expect([scalars.complaintsTold, scalars.answersTold, scalars.estimated]).toEqual([0, 0, 0]);
		expect([...tables.earlyWarning.columns.complaints]).toEqual([NaN]);
		// All stand in the band of no estimate, those of each risk band in its row.
		expect([...tables.agreement.columns.customers]).toEqual([0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1]);
	});
});
