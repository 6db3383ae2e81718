import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { retention } from '#lib/core/methods/retention/method.ts';
import type { RetentionParams, RetentionResult } from '#lib/core/methods/retention/types.ts';
import { wilson } from '#lib/core/math/wilson.ts';
import { retentionModel } from './models/retention-model.ts';
import { inputOf, rowsOf, shops, type Shop } from './models/shop.ts';

const params: fc.Arbitrary<RetentionParams> = fc
	.record({
		unit: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
		measure: fc.constantFrom('on', 'on-or-after'),
		periods: fc.constantFrom('calendar', 'rolling'),
		entry: fc.constantFrom('first', 'recurring'),
		maxPeriods: fc.integer({ min: 1, max: 40 })
	})
	.map((given) => v.parse(retention.params, given));
const parsed = (given: object): RetentionParams => v.parse(retention.params, given);

const run = (shop: Shop, chosen: RetentionParams): RetentionResult =>
	retention.run(inputOf(shop), chosen).result;

describe('retention', () => {
	for (const unit of ['day', 'week', 'month', 'quarter'] as const) {
		for (const periods of ['calendar', 'rolling'] as const) {
			for (const entry of ['first', 'recurring'] as const) {
				for (const measure of ['on', 'on-or-after'] as const) {
					test(`${unit}, ${periods}, ${entry}, ${measure}: every cell and its members equal the naive model`, () => {
						fc.assert(
							fc.property(shops, fc.integer({ min: 1, max: 40 }), (shop, maxPeriods) => {
								const chosen = parsed({ unit, periods, entry, measure, maxPeriods });
								const input = inputOf(shop);
								const { tables } = retention.run(input, chosen).result;
								const model = retentionModel(shop, chosen);
								expect(rowsOf(tables.cohorts)).toEqual(
									model.cohorts.map(({ cohort, members, incomplete }) => ({
										cohort,
										size: members.length,
										incomplete
									}))
								);
								expect(rowsOf(tables.matrix)).toEqual(
									model.cells.map((cell) => {
										const { cohort, n, base, active, moneyBase, money, incomplete } = cell;
										return {
											cohort,
											n,
											base,
											active: active.length,
											rate: active.length / base,
											...wilson(active.length, base),
											moneyBase,
											money,
											moneyRate: money / moneyBase,
											incomplete
										};
									})
								);
								model.cells.forEach(({ active }, row) => {
									expect([...retention.members(input, chosen, 'matrix', row)]).toEqual(active);
								});
								model.cohorts.forEach(({ members }, row) => {
									expect([...retention.members(input, chosen, 'cohorts', row)]).toEqual(members);
								});
								tables.curve.columns.n.forEach((n, row) => {
									const complete = model.cells.filter((cell) => cell.n === n && cell.incomplete === 0);
									const people = new Set(complete.flatMap(({ active }) => active));
									expect([...retention.members(input, chosen, 'curve', row)]).toEqual(
										[...people].sort((a, b) => a - b)
									);
									const { base, active, cohorts } = tables.curve.columns;
									expect(base[row]).toBe(complete.reduce((sum, cell) => sum + cell.base, 0));
									expect(active[row]).toBe(complete.reduce((sum, cell) => sum + cell.active.length, 0));
									expect(cohorts[row]).toBe(complete.length);
								});
								const reached = new Set(
									model.cells.filter(({ incomplete }) => incomplete === 0).map(({ n }) => n)
								);
								expect([...tables.curve.columns.n]).toEqual([...reached].sort((a, b) => a - b));
							}),
							{ numRuns: 40 }
						);
					});
				}
			}
		}
	}

	test('on or after N is never below on N, and never rises while the base stays whole', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const on = run(shop, { ...chosen, measure: 'on' }).tables.matrix;
				const after = run(shop, { ...chosen, measure: 'on-or-after' }).tables.matrix;
				expect(after.columns.base).toEqual(on.columns.base);
				for (let row = 0; row < on.rows; row++) {
					expect(after.columns.active[row]).toBeGreaterThanOrEqual(on.columns.active[row] as number);
					const next = row + 1;
					if (after.columns.cohort[next] !== after.columns.cohort[row]) continue;
					expect(after.columns.active[next]).toBeLessThanOrEqual(after.columns.active[row] as number);
				}
			})
		);
	});

	test('in period 0 the whole cohort is active', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const { cohorts, matrix } = run(shop, chosen).tables;
				const { n, base, active, cohort } = matrix.columns;
				const zero = [...n.keys()].filter((row) => n[row] === 0);
				expect(zero.map((row) => [cohort[row], base[row], active[row]])).toEqual(
					Array.from(cohorts.columns.cohort, (start, row) => {
						const size = cohorts.columns.size[row];
						return [start, size, size];
					})
				);
			})
		);
	});

	test('rates lie in 0..1, intervals hold them, and no table has a missing number', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const { tables, scalars, status, missing } = run(shop, chosen);
				const { rate, low, high } = tables.curve.columns;
				for (const value of tables.matrix.columns.rate) expect(value >= 0 && value <= 1).toBe(true);
				rate.forEach((value, row) => {
					expect((low[row] as number) <= value && value <= (high[row] as number)).toBe(true);
					expect(value >= 0 && value <= 1).toBe(true);
				});
				expect(status === 'ok').toBe(tables.cohorts.rows > 0);
				expect(missing).toHaveLength(status === 'ok' ? 0 : 1);
				for (const name of ['customers', 'cohorts'] as const) expect(scalars[name]).not.toBeNaN();
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
				expect(run({ ...shop, rows: shuffled }, chosen)).toEqual(run(shop, chosen));
			})
		);
	});
});
