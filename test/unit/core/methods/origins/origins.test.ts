import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { origins } from '#lib/core/methods/origins/method.ts';
import { planGroups, NO_GROUP } from '#lib/core/methods/origins/plan.ts';
import { completedCells } from '#lib/core/methods/origins/curve-table.ts';
import type { MethodInput } from '#lib/core/methods/types.ts';
import { dayOf, ledgerOf, type TestRow } from '../../../../support/ledger.ts';

// Worked by hand. ann and bob came by the web, cat by the shop, dan says nothing, eve has not ordered.
const rows: TestRow[] = [
	['ann', '2024-01-01', 100],
	['ann', '2024-01-11', 300],
	['ann', '2024-04-30', 1000],
	['bob', '2024-01-21', 50],
	['cat', '2024-02-10', 70],
	['cat', '2024-03-11', 30],
	['dan', '2024-03-01', 5],
	['eve', '2024-02-01', null]
];
const ledger = ledgerOf(rows);
const asOf = dayOf('2024-05-01');
const groups = {
	attribute: 'channel',
	values: dictionaryOf(['app', 'shop', 'web']),
	codes: Uint32Array.of(2, 2, 1, NO_CODE, 2)
};
const input: MethodInput = { ledger, frame: { asOf, from: null, weekStart: 1 }, groups };
const run = (params: object = {}, change: Partial<MethodInput> = {}) =>
	origins.run({ ...input, ...change }, v.parse(origins.params, params)).result;

describe('origins', () => {
	test('sums up each group, the largest first, and everybody last', () => {
		const { columns } = run().tables.groups;
		expect([...columns.label]).toEqual(['web', 'shop', '', '']);
		expect([...columns.kind]).toEqual([0, 0, 2, 3]);
		expect([...columns.known]).toEqual([3, 1, 1, 5]);
		expect([...columns.customers]).toEqual([2, 1, 1, 4]);
		expect([...columns.revenue]).toEqual([1450, 100, 5, 1555]);
		expect([...columns.repeatRate]).toEqual([0.5, 1, 0, 0.5]);
		expect([...columns.secondDays]).toEqual([10, 30, NaN, 20]);
		// dan came 62 days before the end: not followed for 90.
		expect([...columns.followed]).toEqual([2, 0, 0, 2]);
		expect([...columns.valueWithin]).toEqual([(400 + 50) / 2, NaN, NaN, 225]);
	});

	test('counts the first day in: an order on day D of the first D days is within, on the next it is not', () => {
		// The second order of ann is on the eleventh day from the first on.
		expect(run({ valueDays: 11 }).tables.groups.columns.valueWithin[0]).toBe((400 + 50) / 2);
		expect(run({ valueDays: 10 }).tables.groups.columns.valueWithin[0]).toBe((100 + 50) / 2);
	});

	test('asks of a return only those whose window is over', () => {
		// 121 days since ann's first order: windows 0 to 3 of 30 days are over, 4 is not.
		const { columns } = run().tables.curve;
		const web = [...columns.n].filter((_, row) => columns.group[row] === 0);
		expect(web).toEqual([1, 2, 3]);
		expect([...columns.active].slice(0, 3)).toEqual([0, 0, 0]);
		expect(completedCells({ base: Uint32Array.of(2, 1, 0, 1), width: 2 })).toEqual(Uint32Array.of(1, 3));
	});

	test('leaves out who came outside the window, whatever they did in it', () => {
		const { columns } = run({}, { frame: { ...input.frame, from: dayOf('2024-01-15') } }).tables.groups;
		expect([...columns.label]).toEqual(['web', 'shop', '', '']);
		expect([...columns.customers]).toEqual([1, 1, 1, 3]);
		expect([...columns.revenue]).toEqual([50, 100, 5, 155]);
	});

	test('gathers what is not shown alone', () => {
		const many = { ...groups, codes: Uint32Array.of(0, 1, 2, 2, NO_CODE) };
		const plan = planGroups(ledger, many, { from: -Infinity, asOf }, { shown: 1 });
		expect(plan).toMatchObject({ label: ['web', '', '', ''], values: 3, empty: 1 });
		expect([...plan.kind]).toEqual([0, 1, 2, 3]);
		expect([...plan.rowOf]).toEqual([1, 1, 0, 0, 2]);
		expect(planGroups(ledger, many, { from: asOf, asOf }, { shown: 1 }).rowOf[0]).toBe(NO_GROUP);
	});

	test('says what is missing: a column, or somebody who came', () => {
		expect(run({}, { groups: null })).toMatchObject({
			status: 'not-enough-data',
			missing: [{ code: 'origins-no-attribute' }]
		});
		expect(run({}, { frame: { ...input.frame, from: asOf } })).toMatchObject({
			status: 'not-enough-data',
			missing: [{ code: 'origins-nobody-came' }]
		});
	});

	test('takes the attribute that speaks of a channel unless told otherwise', () => {
		const groupsBy = (params: object, headers: readonly string[]) =>
			origins.groupsBy?.(v.parse(origins.params, params), headers);
		expect(groupsBy({}, ['Country', 'Sales channel'])).toBe('Sales channel');
		expect(groupsBy({ by: 'Country' }, ['Sales channel'])).toBe('Country');
		expect(groupsBy({}, [])).toBeNull();
	});
});
