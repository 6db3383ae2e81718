import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overview } from '#lib/core/methods/overview/method.ts';
import { overviewSets, type OverviewParams } from '#lib/core/methods/overview/types.ts';
import { overviewModel } from './models/overview-model.ts';
import { inputOf, rowsOf, shops } from './models/shop.ts';

const params: fc.Arbitrary<OverviewParams> = fc.record({
	days: fc.constantFrom(1, 7, 30, 90, 400),
	unit: fc.constantFrom('week', 'month', 'quarter', 'year')
});

describe('overview', () => {
	test('headline numbers equal the naive model', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const { scalars, status, n } = overview.run(inputOf(shop), chosen).result;
				const model = overviewModel(shop, chosen);
				for (const [name, expected] of Object.entries(model.scalars)) {
					const actual = scalars[name] as number;
					const same = Number.isNaN(expected) ? Number.isNaN(actual) : Math.abs(actual - expected) < 1e-9;
					if (!same) expect.fail(`${name} is ${actual}, not ${expected}`);
				}
				expect(status === 'ok').toBe(model.customers.length > 0);
				expect(n).toBe(model.customers.length);
			}),
			{ numRuns: 300 }
		);
	});

	test('the people behind each headline set, and their revenue, equal the naive model', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const input = inputOf(shop);
				const { sets } = overview.run(input, chosen).result.tables;
				const model = overviewModel(shop, chosen);
				fc.pre(model.customers.length > 0);
				expect(sets.rows).toBe(overviewSets.length);
				model.sets.forEach(({ people, revenue }, row) => {
					expect([...overview.members(input, chosen, 'sets', row)]).toEqual(people);
					expect(sets.columns.customers[row]).toBe(people.length);
					expect(sets.columns.revenue[row]).toBe(revenue);
				});
			}),
			{ numRuns: 200 }
		);
	});

	test('the trend and the people of each period equal the naive model', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const input = inputOf(shop);
				const { trend } = overview.run(input, chosen).result.tables;
				const model = overviewModel(shop, chosen);
				expect(rowsOf(trend)).toEqual(
					model.trend.map(({ period, people, fresh, orders, revenue, incomplete }) => ({
						period,
						active: people.length,
						new: fresh,
						orders,
						revenue,
						incomplete
					}))
				);
				model.trend.forEach(({ people }, row) => {
					expect([...overview.members(input, chosen, 'trend', row)]).toEqual(people);
				});
			}),
			{ numRuns: 200 }
		);
	});

	test('customers by orders and by interval stand in the row that holds them, and nowhere else', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const input = inputOf(shop);
				const { tables } = overview.run(input, chosen).result;
				const { customers } = overviewModel(shop, chosen);
				const check = (table: 'orderCounts' | 'intervals', valueOf: (c: (typeof customers)[0]) => number) => {
					const { from, to, customers: counts } = tables[table].columns;
					for (let row = 0; row < tables[table].rows; row++) {
						const [first, end] = [from[row] as number, to[row] as number];
						const beyond = table === 'orderCounts' ? end + 1 : end;
						const people = customers.filter((customer) => {
							const value = valueOf(customer);
							return value >= first && (end === -1 || value < beyond);
						});
						expect(counts[row]).toBe(people.length);
						expect([...overview.members(input, chosen, table, row)]).toEqual(
							people.map(({ index }) => index)
						);
					}
				};
				check('orderCounts', ({ orders }) => orders);
				check('intervals', ({ gap }) => gap);
			}),
			{ numRuns: 200 }
		);
	});

	test('shares lie in 0..1, and the interval holds the repeat rate', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const { scalars, status } = overview.run(inputOf(shop), chosen).result;
				fc.pre(status === 'ok');
				const shares = [
					scalars.repeatRate,
					scalars.repeatRateLow,
					scalars.repeatRateHigh,
					scalars.onceRevenueShare,
					scalars.topTenthRevenueShare,
					scalars.topFifthRevenueShare,
					scalars.eightyPercentCustomerShare,
					scalars.gini
				];
				for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
				expect(scalars.repeatRateLow <= scalars.repeatRate).toBe(true);
				expect(scalars.repeatRate <= scalars.repeatRateHigh).toBe(true);
			})
		);
	});

	test('the order of the rows does not matter', () => {
		fc.assert(
			fc.property(shops, params, fc.infiniteStream(fc.nat()), (shop, chosen, keys) => {
				const shuffled = shop.rows
					.map((row) => ({ row, key: keys.next().value as number }))
					.sort((a, b) => a.key - b.key)
					.map(({ row }) => row);
				expect(overview.run(inputOf({ ...shop, rows: shuffled }), chosen)).toEqual(
					overview.run(inputOf(shop), chosen)
				);
			})
		);
	});
});
