import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import {
	growthStates,
	stageIds,
	type LifecycleParams,
	type StageRule
} from '#lib/core/methods/lifecycle/types.ts';
import { funnelModel, growthModel, stageModel } from './models/lifecycle-model.ts';
import { customersOf, inputOf, naiveQuantile, shops, type Shop } from './models/shop.ts';

const stage = fc.constantFrom(...stageIds);
const rules: fc.Arbitrary<StageRule[]> = fc
	.tuple(
		fc.array(
			fc.record({
				stage,
				when: fc.array(
					fc.record({
						measure: fc.constantFrom('orders', 'daysSinceLast', 'previousGap'),
						is: fc.constantFrom('<', '<=', '=', '>=', '>'),
						value: fc.oneof(
							fc.nat(60),
							fc.constantFrom(0, 10, 40, 50, 80, 100).map((percentile) => ({ percentile }))
						)
					}),
					{ minLength: 1, maxLength: 3 }
				)
			}),
			{ maxLength: 6 }
		),
		stage
	)
	.map(([some, last]) => [...some, { stage: last, when: [] }]);

const params: fc.Arbitrary<LifecycleParams> = fc
	.record({
		unit: fc.constantFrom('week', 'month', 'quarter', 'year'),
		rules: fc.option(rules, { nil: undefined }),
		matureOrders: fc.integer({ min: 3, max: 7 })
	})
	.map(({ unit, rules, matureOrders }) =>
		v.parse(lifecycle.params, rules === undefined ? { unit, matureOrders } : { unit, rules, matureOrders })
	);

const ascending = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);
const near = (a: number, b: number): boolean => (Number.isNaN(a) ? Number.isNaN(b) : Math.abs(a - b) < 1e-9);
const hasAnswer = (shop: Shop): boolean =>
	customersOf(shop).some(({ orders }) => orders.length > 0) && (shop.from === null || shop.from <= shop.asOf);

describe('lifecycle', () => {
	test('stages, their people, revenue and medians equal the naive model, for any rules', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				fc.pre(hasAnswer(shop));
				const input = inputOf(shop);
				const { result, customers } = lifecycle.run(input, chosen);
				const model = stageModel(shop, chosen);
				const known = customersOf(shop);
				expect([...(customers?.columns['customer'] ?? [])]).toEqual(known.map(({ index }) => index));
				const firstOrder = Math.min(...known.flatMap(({ orders }) => orders.map(({ day }) => day)));
				const from = Math.max(shop.from ?? firstOrder, firstOrder);
				stageIds.forEach((id, row) => {
					const people = known.filter(({ index }) => model.get(index) === id);
					const { columns } = result.tables.stages;
					expect(columns.customers[row]).toBe(people.length);
					expect(columns.share[row]).toBe(people.length / known.length);
					expect([...lifecycle.members(input, chosen, 'stages', row)]).toEqual(
						people.map(({ index }) => index)
					);
					const money = people.flatMap(({ orders }) => orders.filter(({ day }) => day >= from));
					expect(columns.revenue[row]).toBe(money.reduce((sum, { amount }) => sum + amount, 0));
					const silent = people.flatMap(({ orders }) => orders.slice(-1).map(({ day }) => shop.asOf - day));
					expect(near(columns.medianDaysSinceLast[row] as number, naiveQuantile(silent, 0.5))).toBe(true);
				});
				expect(model.size).toBe(known.length);
				expect(result.tables.stages.columns.customers.reduce((sum, n) => sum + n, 0)).toBe(known.length);
			}),
			{ numRuns: 150 }
		);
	});

	test('the funnel, its people and its times equal the naive model', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				fc.pre(hasAnswer(shop));
				const input = inputOf(shop);
				const { columns } = lifecycle.run(input, chosen).result.tables.funnel;
				const before = [-1, 0, 1, 2, 1, 4];
				const steps = funnelModel(shop, chosen);
				steps.forEach(({ members, times }, row) => {
					expect([...lifecycle.members(input, chosen, 'funnel', row)]).toEqual(ascending(members));
					expect(columns.customers[row]).toBe(members.length);
					const base = steps[before[row] as number]?.members.length;
					expect(columns.stopped[row]).toBe(base === undefined ? 0 : base - members.length);
					expect(columns.conversion[row]).toBe(base ? members.length / base : Number.NaN);
					expect(near(columns.medianDays[row] as number, naiveQuantile(times, 0.5))).toBe(true);
					expect(near(columns.p90Days[row] as number, naiveQuantile(times, 0.9))).toBe(true);
				});
			}),
			{ numRuns: 200 }
		);
	});

	test('growth by period and the people in each state equal the naive model', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const input = inputOf(shop);
				const { growth, growthMembers } = lifecycle.run(input, chosen).result.tables;
				const model = growthModel(shop, chosen);
				expect(growth.rows).toBe(model.length);
				expect(growthMembers.rows).toBe(model.length * growthStates.length);
				model.forEach((expected, row) => {
					expect(growth.columns.period[row]).toBe(expected.period);
					expect(growth.columns.incomplete[row]).toBe(expected.incomplete);
					expect(growth.columns.active[row]).toBe(expected.active.length);
					expect([...lifecycle.members(input, chosen, 'growth', row)]).toEqual(ascending(expected.active));
					growthStates.forEach((state, at) => {
						const long = row * growthStates.length + at;
						expect(growth.columns[state][row]).toBe(expected[state].length);
						expect(growthMembers.columns.customers[long]).toBe(expected[state].length);
						expect(growthMembers.columns.period[long]).toBe(expected.period);
						expect(growthMembers.columns.state[long]).toBe(at);
						expect([...lifecycle.members(input, chosen, 'growthMembers', long)]).toEqual(
							ascending(expected[state])
						);
					});
				});
			}),
			{ numRuns: 200 }
		);
	});

	test('new + returning + resurrected are the active, and returning + dormant those active before', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const { rows, columns } = lifecycle.run(inputOf(shop), chosen).result.tables.growth;
				for (let row = 0; row < rows; row++) {
					const at = (state: 'new' | 'returning' | 'resurrected' | 'dormant' | 'active', back = 0): number =>
						columns[state][row - back] as number;
					expect(at('new') + at('returning') + at('resurrected')).toBe(at('active'));
					if (row > 0) expect(at('returning') + at('dormant')).toBe(at('active', 1));
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('every share lies in 0..1 and every promised number is there', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const { tables, scalars, status, missing, warnings, n } = lifecycle.run(inputOf(shop), chosen).result;
				expect(status === 'ok').toBe(hasAnswer(shop));
				expect(missing).toHaveLength(status === 'ok' ? 0 : 1);
				expect(n).toBe(scalars.customers + scalars.prospects);
				for (const share of tables.stages.columns.share) expect(share >= 0 && share <= 1).toBe(true);
				const noRevenue = warnings.some(({ code }) => code === 'no-revenue');
				for (const share of tables.stages.columns.revenueShare) {
					expect(noRevenue ? Number.isNaN(share) : share >= 0 && share <= 1).toBe(true);
				}
				for (const share of tables.funnel.columns.conversion) {
					expect(Number.isNaN(share) || (share >= 0 && share <= 1)).toBe(true);
				}
				expect(scalars.gaps === 0).toBe(Number.isNaN(scalars.gapP80));
			}),
			{ numRuns: 200 }
		);
	});

	test('the order of the rows does not matter', () => {
		fc.assert(
			fc.property(shops, params, fc.infiniteStream(fc.nat()), (shop, chosen, keys) => {
				const shuffled = shop.rows
					.map((row) => ({ row, key: keys.next().value as number }))
					.sort((a, b) => a.key - b.key)
					.map(({ row }) => row);
				expect(lifecycle.run(inputOf({ ...shop, rows: shuffled }), chosen)).toEqual(
					lifecycle.run(inputOf(shop), chosen)
				);
			})
		);
	});
});
