import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { origins } from '#lib/core/methods/origins/method.ts';
import { groupKinds, type OriginsParams } from '#lib/core/methods/origins/types.ts';
import type { MethodInput } from '#lib/core/methods/types.ts';
import { customersOf, inputOf, rowsOf, shops, type NaiveCustomer, type Shop } from './models/shop.ts';

const names = ['café', 'shop', 'web', '电话'];
const labels = fc.array(fc.option(fc.integer({ min: 0, max: names.length - 1 }), { nil: NO_CODE }), {
	minLength: 9,
	maxLength: 9
});
const params: fc.Arbitrary<OriginsParams> = fc
	.record({
		shown: fc.integer({ min: 2, max: 4 }),
		unit: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
		maxPeriods: fc.integer({ min: 1, max: 9 }),
		valueDays: fc.integer({ min: 1, max: 200 }),
		matureOrders: fc.integer({ min: 3, max: 5 })
	})
	.map((given) => v.parse(origins.params, given));
const runs = { numRuns: 200 };
const lengths = { week: 7, month: 30, quarter: 91 } as const;

function grouped(shop: Shop, codes: readonly number[]): MethodInput {
	const input = inputOf(shop);
	const own = Uint32Array.from(codes.slice(0, input.ledger.customers.size));
	return { ...input, groups: { attribute: 'channel', values: dictionaryOf(names), codes: own } };
}
/** Those who came in the window, with the label of their group. */
function entrants(shop: Shop, codes: readonly number[]): (NaiveCustomer & { label: string | null })[] {
	return customersOf(shop)
		.filter(({ orders, firstSeen }) => {
			const came = orders[0]?.day ?? firstSeen;
			return shop.from === null || came >= shop.from;
		})
		.map((customer) => ({ ...customer, label: names[codes[customer.index] as number] ?? null }));
}
const people = (some: readonly NaiveCustomer[]): number[] => some.map(({ index }) => index);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const median = (numbers: readonly number[]): number => {
	const sorted = [...numbers].sort((a, b) => a - b);
	const at = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(at)] ?? NaN) + (sorted[Math.ceil(at)] ?? NaN)) / 2;
};

describe('origins', () => {
	test('groups, steps and curves equal a look at every customer, and so do the people behind them', () => {
		fc.assert(
			fc.property(shops, labels, params, (shop, codes, chosen) => {
				const input = grouped(shop, codes);
				const { result } = origins.run(input, chosen);
				if (result.status !== 'ok') return;
				const came = entrants(shop, codes);
				const groups = rowsOf(result.tables.groups);
				const single = groups.filter(({ kind }) => kind === 0).map(({ label }) => label);
				const membersOf = (row: number) => {
					const { kind, label } = groups[row] ?? {};
					return came.filter((one) => {
						if (kind === groupKinds.indexOf('all')) return true;
						if (kind === groupKinds.indexOf('none')) return one.label === null;
						if (kind === groupKinds.indexOf('others'))
							return one.label !== null && !single.includes(one.label);
						return one.label === label;
					});
				};
				groups.forEach((group, row) => {
					const own = membersOf(row);
					const buyers = own.filter(({ orders }) => orders.length > 0);
					const followed = buyers.filter(({ orders: [first] }) => {
						return first !== undefined && first.day + chosen.valueDays - 1 <= shop.asOf;
					});
					const spent = followed.flatMap(({ orders }) =>
						orders.filter(({ day }) => day < (orders[0]?.day ?? 0) + chosen.valueDays)
					);
					expect(group).toMatchObject({
						known: own.length,
						customers: buyers.length,
						orders: sum(buyers.map(({ orders }) => orders.length)),
						revenue: sum(buyers.flatMap(({ orders }) => orders.map(({ amount }) => amount))),
						repeat: buyers.filter(({ orders }) => orders.length > 1).length,
						followed: followed.length,
						valueWithin:
							followed.length === 0 ? NaN : sum(spent.map(({ amount }) => amount)) / followed.length,
						secondDays: median(buyers.flatMap(({ orders: [a, b] }) => (a && b ? [b.day - a.day] : [])))
					});
					expect([...origins.members(input, chosen, 'groups', row)]).toEqual(people(buyers));
				});
				rowsOf(result.tables.steps).forEach(({ group, step, customers }, row) => {
					const least = [0, 1, 2, chosen.matureOrders][Number(step)] ?? 0;
					const own = membersOf(Number(group)).filter(({ orders }) => orders.length >= least);
					expect(customers).toBe(own.length);
					expect([...origins.members(input, chosen, 'steps', row)]).toEqual(people(own));
				});
				const length = lengths[chosen.unit];
				const curve = rowsOf(result.tables.curve);
				curve.forEach(({ group, n, base, active }, row) => {
					const reached = membersOf(Number(group)).filter(({ orders: [first] }) => {
						return first !== undefined && first.day + (Number(n) + 1) * length - 1 <= shop.asOf;
					});
					const back = reached.filter(({ orders }) =>
						orders.some(({ day }) => Math.floor((day - (orders[0]?.day ?? 0)) / length) === n)
					);
					expect([base, active]).toEqual([reached.length, back.length]);
					expect([...origins.members(input, chosen, 'curve', row)]).toEqual(people(back));
				});
				// Nothing that somebody has reached is left out.
				const oldest = Math.min(...came.flatMap(({ orders }) => orders.map(({ day }) => day)));
				const longest = Math.floor((shop.asOf - oldest + 1) / length) - 1;
				expect(curve.filter(({ group }) => group === groups.length - 1)).toHaveLength(
					Math.max(0, Math.min(longest, chosen.maxPeriods))
				);
			}),
			runs
		);
	});

	test('the groups part the customers: counts and money add up to those of all', () => {
		fc.assert(
			fc.property(shops, labels, params, (shop, codes, chosen) => {
				const { groups } = origins.run(grouped(shop, codes), chosen).result.tables;
				const last = groups.rows - 1;
				for (const name of ['known', 'customers', 'orders', 'revenue', 'repeat', 'followed'] as const) {
					const column = groups.columns[name];
					if (last > 0) expect(sum([...column.slice(0, last)])).toBe(column[last]);
				}
			}),
			runs
		);
	});

	test('money that is a hundred times as much gives values a hundred times as large', () => {
		fc.assert(
			fc.property(shops, labels, params, (shop, codes, chosen) => {
				const richer = {
					...shop,
					rows: shop.rows.map(
						([key, day, amount]) => [key, day, amount === null ? null : 100 * amount] as const
					)
				};
				const poor = origins.run(grouped(shop, codes), chosen).result;
				const rich = origins.run(grouped(richer, codes), chosen).result;
				for (const name of ['revenue', 'perCustomer', 'basket', 'valueWithin'] as const) {
					rich.tables.groups.columns[name].forEach((value, row) => {
						const before = 100 * (poor.tables.groups.columns[name][row] ?? NaN);
						if (Number.isNaN(before)) expect(value).toBeNaN();
						else expect(value).toBeCloseTo(before, 8);
					});
				}
				expect(rich.scalars.p).toEqual(poor.scalars.p);
			}),
			runs
		);
	});

	test('one group for everybody is all, and there is nothing to test', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const { result } = origins.run(grouped(shop, Array<number>(9).fill(2)), chosen);
				if (result.status !== 'ok') return;
				const [own, all] = rowsOf(result.tables.groups);
				expect({ ...own, kind: 3, label: '' }).toEqual(all);
				expect(result.scalars.p).toBeNaN();
			}),
			runs
		);
	});
});
