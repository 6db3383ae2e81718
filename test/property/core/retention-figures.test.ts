import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { retention } from '#lib/core/methods/retention/method.ts';
import { windowActivity } from '#lib/core/methods/retention/rhythm.ts';
import type { RetentionParams, RetentionResult } from '#lib/core/methods/retention/types.ts';
import { periodTable } from '#lib/core/calendar/period-table.ts';
import { customersOf, inputOf, shops, type Shop } from './models/shop.ts';

/** Some ascending brackets without overlap, with gaps of any width between them. */
const brackets: fc.Arbitrary<[number, number][]> = fc
	.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 60 })), {
		minLength: 1,
		maxLength: 6
	})
	.map((steps) => {
		let last = 0;
		return steps.map(([gap, length]): [number, number] => {
			const from = last + 1 + gap;
			last = from + length;
			return [from, last];
		});
	});
const choices: fc.Arbitrary<RetentionParams> = fc
	.record({
		unit: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
		periods: fc.constantFrom('calendar', 'rolling'),
		entry: fc.constantFrom('first', 'recurring'),
		bracketUnit: fc.constantFrom('day', 'period'),
		brackets
	})
	.map((given) => v.parse(retention.params, given));
const run = (shop: Shop, params: RetentionParams): RetentionResult =>
	retention.run(inputOf(shop), params).result;
const sum = (values: Iterable<number>): number => [...values].reduce((total, own) => total + own, 0);

describe('brackets', () => {
	test('a customer of a day bracket entered so long ago and ordered in it, and nobody else', () => {
		fc.assert(
			fc.property(shops, brackets, (shop, chosen) => {
				const params = v.parse(retention.params, { brackets: chosen });
				const { tables, status } = run(shop, params);
				if (status !== 'ok') return;
				const first = tables.cohorts.columns.cohort[0] as number;
				const members = customersOf(shop).filter(({ orders }) => (orders[0]?.day ?? -1) >= first);
				chosen.forEach(([from, to], row) => {
					const reached = members.filter(({ orders }) => (orders[0]?.day as number) + to <= shop.asOf);
					const back = reached.filter(({ orders }) =>
						orders.some(({ day }) => {
							const since = day - (orders[0]?.day as number);
							return since >= from && since <= to;
						})
					);
					expect(tables.brackets.columns.base[row]).toBe(reached.length);
					expect(tables.brackets.columns.waiting[row]).toBe(members.length - reached.length);
					expect([...retention.members(inputOf(shop), params, 'brackets', row)]).toEqual(
						back.map(({ index }) => index)
					);
				});
			})
		);
	});

	test('are made up of their cohorts, and never beat the bracket that spans them', () => {
		fc.assert(
			fc.property(shops, choices, (shop, params) => {
				const { tables, status } = run(shop, params);
				if (status !== 'ok') return;
				const { brackets: all, bracketCells: cells } = tables;
				params.brackets.forEach((_, bracket) => {
					const own = [...cells.columns.bracket.keys()].filter(
						(row) => cells.columns.bracket[row] === bracket
					);
					expect(all.columns.base[bracket]).toBe(sum(own.map((row) => cells.columns.base[row] as number)));
					expect(all.columns.active[bracket]).toBe(
						sum(own.map((row) => cells.columns.active[row] as number))
					);
				});
				// Of those who reached the last end, no one bracket holds more than the bracket from the first day to the last.
				const whole: [number, number] = [params.brackets[0]?.[0] ?? 1, params.brackets.at(-1)?.[1] ?? 1];
				const span = run(shop, { ...params, brackets: [whole] }).tables.brackets.columns;
				const last = params.brackets.length - 1;
				expect(span.base[0]).toBe(all.columns.base[last]);
				expect(all.columns.active[last]).toBeLessThanOrEqual(span.active[0] as number);
			})
		);
	});

	test('one bracket per N says what the matrix says of complete cells', () => {
		fc.assert(
			fc.property(shops, choices, (shop, given) => {
				const params: RetentionParams = {
					...given,
					bracketUnit: 'period',
					brackets: [
						[1, 1],
						[2, 2],
						[3, 3]
					]
				};
				const { matrix, bracketCells: cells } = run(shop, params).tables;
				for (let row = 0; row < matrix.rows; row++) {
					const n = matrix.columns.n[row] as number;
					if (n < 1 || n > 3 || matrix.columns.incomplete[row] === 1) continue;
					const cell = [...cells.columns.bracket.keys()].find(
						(at) =>
							cells.columns.bracket[at] === n - 1 && cells.columns.cohort[at] === matrix.columns.cohort[row]
					);
					expect(cell).toBeDefined();
					expect(cells.columns.base[cell as number]).toBe(matrix.columns.base[row]);
					expect(cells.columns.active[cell as number]).toBe(matrix.columns.active[row]);
				}
			})
		);
	});
});

describe('money', () => {
	test('in another unit of money the shares stay as they are', () => {
		fc.assert(
			fc.property(shops, choices, fc.integer({ min: 2, max: 1000 }), (shop, params, factor) => {
				const dearer: Shop = {
					...shop,
					rows: shop.rows.map(([key, day, amount]) => [key, day, amount === null ? null : amount * factor])
				};
				const [own, other] = [run(shop, params), run(dearer, params)];
				expect(other.tables.matrix.columns.moneyRate).toEqual(own.tables.matrix.columns.moneyRate);
				expect(other.tables.matrix.columns.rate).toEqual(own.tables.matrix.columns.rate);
				expect(sum(other.tables.matrix.columns.money)).toBe(sum(own.tables.matrix.columns.money) * factor);
			})
		);
	});

	test('of all cohorts and periods is all revenue, to the smallest unit', () => {
		fc.assert(
			fc.property(shops, fc.constantFrom('calendar', 'rolling'), (shop, periods) => {
				const params = v.parse(retention.params, { periods, unit: 'week', maxPeriods: 400 });
				const { tables, status } = run({ ...shop, from: null }, params);
				if (status !== 'ok') return;
				const revenue = sum(customersOf(shop).flatMap(({ orders }) => orders.map(({ amount }) => amount)));
				expect(sum(tables.matrix.columns.money)).toBe(revenue);
			})
		);
	});
});

describe('repeat rate, stickiness and intervals', () => {
	test('the parts of each add up to the buyers, and every list is as long as its row says', () => {
		fc.assert(
			fc.property(shops, choices, (shop, params) => {
				const { tables, scalars, status } = run(shop, params);
				if (status !== 'ok') return;
				expect(sum(tables.repeat.columns.customers)).toBe(scalars.buyers);
				expect(sum(tables.exactly.columns.customers)).toBe(scalars.buyers);
				expect(tables.atLeast.columns.customers[0] ?? 0).toBe(scalars.buyers);
				expect(sum(tables.intervals.columns.customers)).toBe(scalars.gapCustomers);
				for (const name of ['repeat', 'exactly', 'atLeast', 'intervals'] as const) {
					tables[name].columns.customers.forEach((count, row) =>
						expect(retention.members(inputOf(shop), params, name, row)).toHaveLength(count)
					);
				}
			})
		);
	});

	test('nobody is active in more periods than they have orders: two periods make a repeat buyer', () => {
		fc.assert(
			fc.property(shops, choices, (shop, params) => {
				const { tables, scalars, status } = run(shop, params);
				// A cohort whose period reaches into the window may hold nobody with an order in it.
				if (status !== 'ok' || scalars.buyers === 0) return;
				expect(tables.atLeast.columns.share[1] ?? 0).toBeLessThanOrEqual(scalars.repeatRate);
				if (params.unit === 'day') {
					expect(tables.atLeast.columns.customers[1] ?? 0).toBe(scalars.gapCustomers);
				}
			})
		);
	});

	test('orders, each in a period of its own, make the repeat rate the share active in two or more', () => {
		fc.assert(
			fc.property(shops, (shop) => {
				const spread: Shop = {
					...shop,
					rows: shop.rows.filter(([key, day], at) => {
						return shop.rows.findIndex((other) => other[0] === key && other[1] === day) === at;
					})
				};
				const { tables, scalars, status } = run(spread, v.parse(retention.params, { unit: 'day' }));
				if (status !== 'ok') return;
				expect(tables.atLeast.columns.customers[1] ?? 0).toBe(scalars.repeatBuyers);
			})
		);
	});

	test('a longer window never takes an order or a period away', () => {
		fc.assert(
			fc.property(shops, fc.nat(400), (shop, more) => {
				const { ledger, frame } = inputOf(shop);
				if (ledger.orders === 0 || ledger.firstDay > frame.asOf) return;
				const periods = periodTable(ledger.firstDay, frame.asOf, 'week', frame);
				const from = Math.min(frame.asOf, ledger.firstDay + more);
				const short = windowActivity(ledger, periods, { from, asOf: frame.asOf });
				const long = windowActivity(ledger, periods, { from: ledger.firstDay, asOf: frame.asOf });
				short.orders.forEach((count, who) => expect(count).toBeLessThanOrEqual(long.orders[who] as number));
				short.periods.forEach((count, who) => expect(count).toBeLessThanOrEqual(long.periods[who] as number));
			})
		);
	});
});

test('the newest cohort’s list holds those who came back, and its difference is that of the two rates', () => {
	fc.assert(
		fc.property(shops, choices, (shop, params) => {
			const { newest } = run(shop, params).tables;
			const { active, rate, othersRate, difference, low, high, p } = newest.columns;
			for (let row = 0; row < newest.rows; row++) {
				expect(retention.members(inputOf(shop), params, 'newest', row)).toHaveLength(active[row] as number);
				expect(difference[row]).toBe((rate[row] as number) - (othersRate[row] as number));
				expect(low[row]).toBeLessThanOrEqual(difference[row] as number);
				expect(high[row]).toBeGreaterThanOrEqual(difference[row] as number);
				expect(p[row]).toBeGreaterThanOrEqual(0);
				expect(p[row]).toBeLessThanOrEqual(1);
			}
			expect(run(shop, { ...params, measure: 'on-or-after' }).tables.newest.rows).toBe(0);
		})
	);
});
