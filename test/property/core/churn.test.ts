import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { churn } from '#lib/core/methods/churn/method.ts';
import type { ChurnParams } from '#lib/core/methods/churn/types.ts';
import { customersOf, inputOf, periodIndex, periodStarts, rowsOf, shops, type Shop } from './models/shop.ts';

const params: fc.Arbitrary<ChurnParams> = fc
	.record({
		window: fc.constantFrom('percentile' as const, 'days' as const),
		churnedDays: fc.integer({ min: 1, max: 120 }),
		unit: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'year' as const),
		base: fc.constantFrom('active' as const, 'all' as const),
		winBackDays: fc.integer({ min: 1, max: 60 }),
		survival: fc.constantFrom('next-order' as const, 'lifetime' as const),
		stakeDays: fc.integer({ min: 1, max: 400 }),
		toleratedReturn: fc.integer({ min: 0, max: 100 }),
		listed: fc.integer({ min: 1, max: 9 })
	})
	.map((given) => v.parse(churn.params, { ...given, atRiskDays: 1 }));
const runs = { numRuns: 150 };

interface Spell {
	readonly who: number;
	readonly start: number;
	readonly length: number;
	readonly ended: boolean;
	readonly first: boolean;
}
function spellsOf(shop: Shop): Spell[] {
	return customersOf(shop).flatMap(({ index, orders }) => {
		const days = [...new Set(orders.map(({ day }) => day))];
		return days.map((start, i): Spell => {
			const next = days[i + 1];
			return {
				who: index,
				start,
				length: (next ?? shop.asOf) - start,
				ended: next !== undefined,
				first: i === 0
			};
		});
	});
}
const people = (some: readonly { who: number }[]): number[] =>
	[...new Set(some.map(({ who }) => who))].sort((a, b) => a - b);

describe('churn', () => {
	test('the back-test and its people equal a look at every silence', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const input = inputOf(shop);
				const { result } = churn.run(input, chosen);
				const { backtest } = result.tables;
				const spells = spellsOf(shop);
				rowsOf(backtest).forEach((row, at) => {
					const window = Number(row['days']);
					const silent = spells.filter(({ length }) => length > window);
					const followed = silent.filter(({ start }) => start + window + 1 + chosen.winBackDays <= shop.asOf);
					const back = followed.filter(
						({ ended, length }) => ended && length <= window + 1 + chosen.winBackDays
					);
					expect([row['silent'], row['back'], row['followed'], row['returned']]).toEqual([
						silent.length,
						silent.filter(({ ended }) => ended).length,
						followed.length,
						back.length
					]);
					expect(row['chosen']).toBe(window === result.scalars.churnedAfter ? 1 : 0);
					expect([...churn.members(input, chosen, 'backtest', at)]).toEqual(people(back));
				});
			}),
			runs
		);
	});

	test('every period adds up, and its lost are those active at its start and not at its end', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const input = inputOf(shop);
				const { periods, bands } = churn.run(input, chosen).result.tables;
				const { scalars } = churn.run(input, chosen).result;
				if (periods.rows === 0) return;
				const window = Number.isNaN(scalars.churnedAfter) ? Infinity : scalars.churnedAfter;
				const buyers = customersOf(shop).filter(({ orders }) => orders.length > 0);
				const starts = periodStarts(
					Math.min(...buyers.map(({ orders }) => orders[0]?.day ?? shop.asOf)),
					shop.asOf,
					chosen.unit,
					shop
				);
				const activeAt = (day: number): number[] =>
					buyers
						.filter(({ orders }) => {
							const last = orders.filter((order) => order.day <= day).at(-1);
							return last !== undefined && day - last.day <= window;
						})
						.map(({ index }) => index);
				rowsOf(periods).forEach((row, at) => {
					const p = periodIndex(starts, row['period'] as number);
					const before = activeAt((starts[p] as number) - 1);
					const now = activeAt(Math.min(shop.asOf, (starts[p + 1] as number) - 1));
					expect([row['start'], row['end']]).toEqual([before.length, now.length]);
					expect([...churn.members(input, chosen, 'periods', at)]).toEqual(
						before.filter((who) => !now.includes(who))
					);
					expect(
						Number(row['start']) - Number(row['lost']) + Number(row['new']) + Number(row['wonBack'])
					).toBe(row['end']);
				});
				// The last period ends on the as-of date, on which the bands are taken.
				const end = periods.columns.end[periods.rows - 1];
				expect(end).toBe((bands.columns.customers[0] as number) + (bands.columns.customers[1] as number));
			}),
			runs
		);
	});

	test('revenue: GRR is Σ min ÷ start and at most 1 and NRR, and the people are those who spent less', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const input = inputOf(shop);
				const { revenue } = churn.run(input, chosen).result.tables;
				if (revenue.rows === 0) return;
				const buyers = customersOf(shop).filter(({ orders }) => orders.length > 0);
				const starts = periodStarts(
					Math.min(...buyers.map(({ orders }) => orders[0]?.day ?? shop.asOf)),
					shop.asOf,
					chosen.unit,
					shop
				);
				rowsOf(revenue).forEach((row, at) => {
					const p = periodIndex(starts, row['period'] as number);
					const sums = buyers
						.map(({ index, orders }) => {
							const of = (q: number) => orders.filter(({ day }) => periodIndex(starts, day) === q);
							const sum = (some: typeof orders): number =>
								some.reduce((total, { amount }) => total + amount, 0);
							return { who: index, had: of(p - 1).length, before: sum(of(p - 1)), now: sum(of(p)) };
						})
						.filter(({ had }) => had > 0);
					const start = sums.reduce((total, { before }) => total + before, 0);
					const least = sums.reduce((total, { before, now }) => total + Math.min(before, now), 0);
					const end = sums.reduce((total, { now }) => total + now, 0);
					expect([row['start'], row['end'], row['customers']]).toEqual([start, end, sums.length]);
					if (start > 0) {
						expect(row['grr']).toBeCloseTo(least / start, 12);
						expect(row['nrr']).toBeCloseTo(end / start, 12);
						expect(row['revenueChurn']).toBeCloseTo(1 - least / start, 12);
						// So few customers have no interval; those of many are in kept-interval.test.ts.
						if (sums.length < 30)
							expect([row['nrrLow'], row['nrrHigh'], row['grrLow'], row['grrHigh']]).toEqual([
								NaN,
								NaN,
								NaN,
								NaN
							]);
					}
					expect([...churn.members(input, chosen, 'revenue', at)]).toEqual(
						people(sums.filter(({ before, now }) => now < before))
					);
				});
			}),
			runs
		);
	});

	test('bands, reasons and the warning list name exactly the customers that they count', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const input = inputOf(shop);
				const { result } = churn.run(input, chosen);
				if (result.status !== 'ok') return;
				const { bands, reasons, earlyWarning } = result.tables;
				const banded = [0, 1, 2].flatMap((row) => [...churn.members(input, chosen, 'bands', row)]);
				expect(banded.sort((a, b) => a - b)).toEqual(people(spellsOf(shop)));
				bands.columns.customers.forEach((n, row) =>
					expect(churn.members(input, chosen, 'bands', row)).toHaveLength(n)
				);
				reasons.columns.customers.forEach((n, row) =>
					expect(churn.members(input, chosen, 'reasons', row)).toHaveLength(n)
				);
				earlyWarning.columns.customer.forEach((who, row) =>
					expect([...churn.members(input, chosen, 'earlyWarning', row)]).toEqual([who])
				);
				expect(earlyWarning.rows).toBe(Math.min(chosen.listed, result.scalars.warned));
				expect([...earlyWarning.columns.band]).not.toContain(2);
			}),
			runs
		);
	});

	test('a survival curve never rises, stays in 0..1 and names those silent for longer', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const input = inputOf(shop);
				const { survival } = churn.run(input, chosen).result.tables;
				let before = 1;
				let group = 0;
				rowsOf(survival).forEach((row, at) => {
					if (row['group'] !== group) before = 1;
					group = Number(row['group']);
					expect(row['survival']).toBeLessThanOrEqual(before);
					expect(row['survival']).toBeGreaterThanOrEqual(0);
					before = Number(row['survival']);
					if (chosen.survival === 'lifetime') return;
					const own = spellsOf(shop).filter(({ first }) => group === 0 || first === (group === 1));
					expect([...churn.members(input, chosen, 'survival', at)]).toEqual(
						people(own.filter(({ length }) => length > Number(row['days'])))
					);
				});
			}),
			runs
		);
	});

	test('does not depend on the order of the rows', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const turned = { ...shop, rows: [...shop.rows].reverse() };
				const { scalars: ours } = churn.run(inputOf(shop), chosen).result;
				const { scalars: theirs } = churn.run(inputOf(turned), chosen).result;
				// Orders of one day and of no name have no order among them, and the halves of an order list may differ.
				expect({ ...theirs, warned: 0, stakeWarned: 0 }).toEqual({ ...ours, warned: 0, stakeWarned: 0 });
			}),
			runs
		);
	});
});
