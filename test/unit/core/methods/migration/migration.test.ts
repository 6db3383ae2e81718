import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { dayNumber, isoDate, parseIsoDate } from '#lib/core/calendar/day.ts';
import { sameDayByNewYear } from '#lib/core/calendar/lunar-new-year.ts';
import { monthsBefore } from '#lib/core/calendar/months-before.ts';
import { periodEnds } from '#lib/core/calendar/period-ends.ts';
import { migration } from '#lib/core/methods/migration/method.ts';
import { moveWays, placeKinds, type MigrationResult } from '#lib/core/methods/migration/types.ts';
import { stageIds } from '#lib/core/methods/lifecycle/types.ts';
import { dayOf, ledgerOf, type TestRow } from '../../../../support/ledger.ts';

const asOf = dayOf('2024-06-30');
const before = dayOf('2024-03-31');
const stageRules = {
	lifecycle: {
		rules: [
			{ stage: 'potential', when: [{ measure: 'orders', is: '=', value: 0 }] },
			{ stage: 'lost', when: [{ measure: 'daysSinceLast', is: '>', value: 90 }] },
			{ stage: 'new', when: [{ measure: 'orders', is: '=', value: 1 }] },
			{ stage: 'mature', when: [] }
		]
	}
};
/** Ann orders again, Bob falls quiet, Cid is new, Dan orders at last, Eva is known and waits. */
const rows: TestRow[] = [
	['ann', '2024-03-10', 500],
	['ann', '2024-05-01', 700],
	['bob', '2024-03-01', 300],
	['cid', '2024-06-01', 200],
	['dan', '2024-01-01', null],
	['dan', '2024-06-20', 100],
	['eva', '2024-01-01', null]
];
const run = (given: object, list = rows, from: number | null = null): MigrationResult => {
	const input = { ledger: ledgerOf(list), frame: { asOf, from, weekStart: 1 } };
	return migration.run(input, v.parse(migration.params, given)).result;
};
const stages = () => run({ of: 'stages', against: 'quarter', ...stageRules });

describe('movement', () => {
	test('goes from the stage on the earlier day to the stage now, prospects among them', () => {
		const { tables, scalars } = stages();
		const { places, matrix } = tables;
		const name = (place: number) =>
			placeKinds[places.columns.kind[place] as number] === 'group'
				? stageIds[places.columns.code[place] as number]
				: placeKinds[places.columns.kind[place] as number];
		const moves = Array.from(matrix.columns.customers, (n, row) => ({ n, row }))
			.filter(({ n }) => n > 0)
			.map(({ row }) => [
				name(matrix.columns.from[row] as number),
				name(matrix.columns.to[row] as number),
				moveWays[matrix.columns.way[row] as number],
				matrix.columns.revenue[row],
				matrix.columns.revenueBefore[row]
			]);
		expect(isoDate(scalars.before)).toBe('2024-03-31');
		expect(moves).toEqual([
			['potential', 'potential', 'stayed', 0, 0],
			['potential', 'new', 'up', 100, 0],
			['new', 'mature', 'up', 700, 500],
			['new', 'lost', 'down', 0, 300],
			['not-yet', 'new', 'came', 200, 0]
		]);
		expect(scalars).toMatchObject({ known: 4, byBehaviour: 3, byCuts: 0, revenue: 1000 });
	});

	test('names the customers of a way, of those newly at risk, and the one of a row of movers', () => {
		const input = { ledger: ledgerOf(rows), frame: { asOf, from: null, weekStart: 1 } };
		const params = v.parse(migration.params, { of: 'stages', ...stageRules });
		expect([...migration.members(input, params, 'ways', moveWays.indexOf('down'))]).toEqual([1]);
		// Bob's change of 300 is the largest, then Ann's of 200, then Dan's.
		expect([...stages().tables.movers.columns.customer]).toEqual([1, 0, 3]);
		expect([...migration.members(input, params, 'movers', 0)]).toEqual([1]);
		expect([...migration.members(input, params, 'risk', 0)]).toEqual([]);
		expect(() => migration.members(input, params, 'movers', 9)).toThrow('selection-invalid');
		expect(() => migration.members(input, params, 'dates', 0)).toThrow('selection-invalid');
	});

	test('counts those whose orders all lie before the window as outside of it', () => {
		const { tables } = run({ against: 'quarter' }, rows, before + 1);
		const { kind, before: sizes, now } = tables.places.columns;
		const outside = kind.indexOf(placeKinds.indexOf('outside'));
		// Ann and Bob ordered in the 91 days up to March; by June the window holds Ann's second order alone.
		expect([sizes[outside], now[outside]]).toEqual([0, 1]);
	});

	test.each([
		[{ against: 'day', day: asOf + 1 }, 'migration-not-before'],
		[{ against: 'day', day: dayOf('2023-01-01') }, 'migration-before-data'],
		[{ against: 'window' }, 'migration-no-window'],
		[{ rfm: { bins: 4 } }, 'migration-no-segments'],
		[{ of: 'types', rfm: { bins: 4 } }, null]
	])('%o: %s', (given, code) => {
		const { status, missing, tables } = run(given);
		expect(missing.map((remark) => remark.code)).toEqual(code === null ? [] : [code]);
		expect(status).toBe(code === null ? 'ok' : 'not-enough-data');
		expect(tables.matrix.rows > 0).toBe(code === null);
	});

	test('of one customer, and of nobody, has an answer', () => {
		expect(run({}, [['ann', '2024-02-01', 5]])).toMatchObject({ status: 'ok', n: 1 });
		expect(run({}, []).missing).toEqual([{ code: 'no-orders', params: {} }]);
	});

	test('needs the day that it is to be compared with', () => {
		expect(() => v.parse(migration.params, { against: 'day' })).toThrow('no day given');
		expect(() => v.parse(migration.params, { dates: 13 })).toThrow();
	});
});

describe('the days', () => {
	const at = (text: string): number => parseIsoDate(text) as number;

	test.each([
		['2024-03-31', 1, '2024-02-29'],
		['2024-02-29', 12, '2023-02-28'],
		['2023-02-28', 12, '2022-02-28'],
		['2025-02-28', 12, '2024-02-29'],
		['2024-05-30', 3, '2024-02-29'],
		['2024-01-15', 1, '2023-12-15']
	])('%s, %i months before is %s', (day, months, expected) => {
		expect(isoDate(monthsBefore(at(day), months))).toBe(expected);
	});

	test.each([
		// Twelve days before the New Year of 10 February 2024, and of 22 January 2023.
		['2024-01-29', '2023-01-10'],
		['2024-02-10', '2023-01-22'],
		// The next New Year, of 29 January 2025, is the nearer one.
		['2024-12-31', '2024-01-12'],
		['2024-06-30', '2023-06-12']
	])('%s lies by the New Year as %s did', (day, expected) => {
		expect(isoDate(sameDayByNewYear(at(day)) as number)).toBe(expected);
	});

	test('by the New Year are not known outside the calendar', () => {
		expect(sameDayByNewYear(at('1990-03-01'))).toBeNull();
		expect(sameDayByNewYear(dayNumber(2102, 1, 1))).toBeNull();
	});

	test('of the flow are the as-of date and the month ends before it, as far as the data reach', () => {
		expect(periodEnds(at('2024-06-30'), at('2024-04-15'), 'month', { weekStart: 1 }, 6).map(isoDate)).toEqual(
			['2024-04-30', '2024-05-31', '2024-06-30']
		);
		expect(periodEnds(at('2024-06-12'), at('2020-01-01'), 'month', { weekStart: 1 }, 3).map(isoDate)).toEqual(
			['2024-04-30', '2024-05-31', '2024-06-12']
		);
	});
});
