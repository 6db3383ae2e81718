import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { defaultStageRules } from '#lib/core/methods/lifecycle/default-rules.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import { stageIds } from '#lib/core/methods/lifecycle/types.ts';
import type { Frame } from '#lib/core/methods/types.ts';
import { dayOf, ledgerOf, type TestRow } from '../../../../support/ledger.ts';

const asOf = dayOf('2024-06-15');
const frame: Frame = { asOf, from: null, weekStart: 1 };
const run = (some: readonly TestRow[], params: unknown = {}, given = frame) =>
	lifecycle.run({ ledger: ledgerOf(some), frame: given }, v.parse(lifecycle.params, params));
const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);
/** A customer with an order so many days before the as-of date, for each number. */
const buyer = (key: string, ...ago: number[]): TestRow[] => ago.map((days) => [key, asOf - days, 100]);

/** Fixed limits, so that every stage can be set up by hand: 30 days of silence decline, 90 days are lost. */
const fixed = defaultStageRules(5).map((rule) => ({
	...rule,
	when: rule.when.map((condition) => ({
		...condition,
		value: typeof condition.value === 'number' ? condition.value : condition.value.percentile === 80 ? 90 : 30
	}))
}));

describe('stages by hand', () => {
	const rows: TestRow[] = [
		['potential', asOf - 5, null],
		...buyer('new', 10),
		...buyer('growing', 40, 20),
		...buyer('mature', 50, 40, 30, 20, 10),
		...buyer('declining', 31),
		...buyer('won-back', 200, 5),
		...buyer('won back, silent again', 240, 60),
		...buyer('lost', 91),
		...buyer('edge of lost', 90),
		...buyer('edge of declining', 30)
	];
	const keys = [...new Set(rows.map(([key]) => key as string))].sort();
	const { customers } = run(rows, { rules: fixed });
	const stageFor = (key: string): string | undefined =>
		stageIds[customers?.columns['stage']?.[keys.indexOf(key)] as number];

	test.each([
		['potential', 'potential'],
		['new', 'new'],
		['growing', 'growing'],
		['mature', 'mature'],
		['declining', 'declining'],
		['won-back', 'won-back'],
		['lost', 'lost'],
		// A returned customer who falls silent again is a case for action, not a success.
		['won back, silent again', 'declining'],
		// The limits are exceeded, not reached.
		['edge of lost', 'declining'],
		['edge of declining', 'new']
	])('%s is %s', (key, stage) => {
		expect(stageFor(key)).toBe(stage);
	});

	test('the default template has all seven stages and looks at percentiles 40 and 80', () => {
		const { rules, matureOrders } = v.parse(lifecycle.params, {});
		expect(new Set(rules.map(({ stage }) => stage))).toEqual(new Set(stageIds));
		expect(matureOrders).toBe(5);
		expect(v.parse(lifecycle.params, { matureOrders: 3 }).rules).toEqual(defaultStageRules(3));
	});
});

describe('funnel by hand', () => {
	test('steps, times, and the side steps lost and won back', () => {
		const rows: TestRow[] = [
			['ann', asOf - 310, null],
			...buyer('ann', 300, 290, 290, 100, 95),
			...buyer('bob', 200),
			...buyer('cleo', 20, 10),
			['dora', asOf - 1, null]
		];
		const { funnel } = run(rows, { rules: fixed, matureOrders: 5 }).result.tables;
		expect([...funnel.columns.customers]).toEqual([4, 3, 2, 1, 2, 1]);
		expect([...funnel.columns.stopped]).toEqual([0, 1, 1, 1, 1, 1]);
		expect([...funnel.columns.conversion]).toEqual([NaN, 3 / 4, 2 / 3, 1 / 2, 2 / 3, 1 / 2]);
		// Ann was lost 91 days after the order of day −290, hence 101 days after her first, and back 99 days later.
		expect([...funnel.columns.medianDays]).toEqual([NaN, 0, 10, 195, 96, 99]);
	});

	test('without a rule for lost, nobody is lost, and it says so', () => {
		const { result } = run(buyer('ann', 300, 10), { rules: [{ stage: 'mature', when: [] }] });
		expect([...result.tables.funnel.columns.customers]).toEqual([1, 1, 1, 0, 0, 0]);
		expect(codes(result.warnings)).toContain('no-lost-rule');
	});
});

describe('growth by hand', () => {
	test('a customer who stays away is dormant once, in the period after the last activity', () => {
		const { growth } = run([
			['ann', '2024-01-05', 1],
			['ann', '2024-04-05', 1],
			['bob', '2024-02-05', 1]
		]).result.tables;
		const { columns } = growth;
		expect(growth.rows).toBe(6);
		expect([...columns.new]).toEqual([1, 1, 0, 0, 0, 0]);
		expect([...columns.resurrected]).toEqual([0, 0, 0, 1, 0, 0]);
		expect([...columns.dormant]).toEqual([0, 1, 1, 0, 1, 0]);
		expect([...columns.pulse]).toEqual([NaN, 1, 0, NaN, 0, NaN]);
		expect([...columns.incomplete]).toEqual([0, 0, 0, 0, 0, 1]);
	});

	test('history before the window decides who is new, and the cut first period is marked', () => {
		const rows: TestRow[] = [
			['ann', '2024-03-05', 1],
			['ann', '2024-05-02', 1],
			['bob', '2024-05-20', 1]
		];
		const { columns } = run(rows, {}, { ...frame, from: dayOf('2024-05-10') }).result.tables.growth;
		expect([...columns.new]).toEqual([1, 0]);
		expect([...columns.resurrected]).toEqual([1, 0]);
		expect([...columns.incomplete]).toEqual([1, 1]);
	});
});

describe('lifecycle with hardly any data', () => {
	test('no valid order is a declared answer; those known are still counted and staged', () => {
		const { result, customers } = run([['dora', asOf - 3, null]]);
		expect(result.status).toBe('not-enough-data');
		expect(codes(result.missing)).toEqual(['no-orders']);
		expect(result.scalars).toMatchObject({ customers: 0, prospects: 1, gaps: 0 });
		expect(Object.values(result.tables).map((table) => table.rows)).toEqual(Array(9).fill(0));
		expect(customers?.columns['stage']).toEqual(Uint8Array.of(stageIds.indexOf('potential')));
	});

	test('one order: without gaps nobody can be lost, and it says so', () => {
		const { result } = run(buyer('ann', 900));
		expect(result.status).toBe('ok');
		expect(result.tables.stages.columns.customers[stageIds.indexOf('new')]).toBe(1);
		expect(codes(result.warnings)).toEqual(['few-customers', 'no-gaps']);
	});

	test('an empty table of rows is an answer, too', () => {
		expect(run([]).result.n).toBe(0);
	});

	test('a window after the as-of date holds nothing', () => {
		const { result } = run(buyer('ann', 10), {}, { ...frame, from: asOf + 1 });
		expect(codes(result.missing)).toEqual(['no-orders-in-window']);
	});

	test('without prospects the potential stage is an empty row', () => {
		const { stages } = run(buyer('ann', 10)).result.tables;
		expect(stages.rows).toBe(stageIds.length);
		expect([stages.columns.customers[0], stages.columns.share[0], stages.columns.revenue[0]]).toEqual([
			0, 0, 0
		]);
		expect(stages.columns.medianDaysSinceLast[0]).toBeNaN();
	});
});

test('a table or row without people is refused', () => {
	const input = { ledger: ledgerOf(buyer('ann', 10)), frame };
	const params = v.parse(lifecycle.params, {});
	for (const [table, row] of [
		['stages', 7],
		['stages', -1],
		['funnel', 6],
		['growth', 1],
		['growthMembers', 4],
		['growth', 0.5],
		['pulse', 0]
	] as const) {
		expect(() => lifecycle.members(input, params, table, row)).toThrow('selection-invalid');
	}
});

test('rules must end with one that has no condition, and speak of what exists', () => {
	const catchAll = { stage: 'mature', when: [] };
	const rule = (when: unknown) => ({ rules: [{ stage: 'lost', when: [when] }, catchAll] });
	const ok = { measure: 'daysSinceLast', is: '>', value: { percentile: 80 } };
	expect(v.safeParse(lifecycle.params, rule(ok)).success).toBe(true);
	for (const wrong of [
		{ rules: [] },
		{ rules: [{ stage: 'lost', when: [ok] }] },
		{ rules: [{ stage: 'gone', when: [] }] },
		rule({ ...ok, value: { percentile: 101 } }),
		rule({ ...ok, value: Number.NaN }),
		rule({ ...ok, value: -1 }),
		rule({ ...ok, is: '≠' }),
		rule({ ...ok, measure: 'age' }),
		{ matureOrders: 2 },
		{ unit: 'day' },
		{ stages: [] }
	]) {
		expect(v.safeParse(lifecycle.params, wrong).success).toBe(false);
	}
});
