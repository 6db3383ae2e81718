import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import * as v from 'valibot';
import { migration } from '#lib/core/methods/migration/method.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import {
	migrationOf,
	sizeParts,
	type MigrationParams,
	type MigrationResult
} from '#lib/core/methods/migration/types.ts';
import type { Keep } from '#lib/core/methods/types.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';

const asOf = 900;
const rows = fc.array(
	fc.tuple(fc.nat(30).map(String), fc.nat(asOf), fc.option(fc.integer({ min: 1, max: 500 }), { freq: 12 })),
	{ minLength: 3, maxLength: 150 }
);
const params = fc
	.record({
		of: fc.constantFrom(...migrationOf),
		day: fc.integer({ min: 300, max: asOf }),
		cuts: fc.constantFrom('own', 'held'),
		rfm: fc.record({
			binning: fc.constantFrom('quantile', 'mean', 'ntile'),
			high: fc.constantFrom('mean-score', 'mean-value'),
			rules: fc.constantFrom(null, [{ segment: 'low', recency: [1, 2], frequency: [1, 2], monetary: [1, 2] }])
		})
	})
	.map((given): MigrationParams => v.parse(migration.params, { ...given, against: 'day' }));
const window = fc.option(fc.integer({ min: 100, max: 700 }), { freq: 2 });

const inputOf = (list: readonly TestRow[], from: number | null, day = asOf) => ({
	ledger: ledgerOf([...list]),
	frame: { asOf: day, from, weekStart: 1 }
});
const waysOf = ({ tables }: MigrationResult): number[] => [...tables.ways.columns.customers];
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe('movement', () => {
	test.prop([rows, params, window])(
		'rows sum up to the sizes before, columns to the sizes now, and what changed them to the difference',
		(list, given, from) => {
			const { result } = migration.run(inputOf(list, from), given);
			if (result.status === 'not-enough-data') return;
			const { places, matrix, changes } = result.tables;
			const cells = [...matrix.columns.customers.entries()];
			for (let place = 0; place < places.rows; place++) {
				const [before, now] = [places.columns.before[place], places.columns.now[place]];
				expect(sum(cells.filter(([i]) => matrix.columns.from[i] === place).map(([, n]) => n))).toBe(before);
				if (places.columns.kind[place] === 3) continue;
				expect(sum(cells.filter(([i]) => matrix.columns.to[i] === place).map(([, n]) => n))).toBe(now);
				const parts = changes.columns.change.subarray(
					place * sizeParts.length,
					(place + 1) * sizeParts.length
				);
				expect([parts[0], sum(parts.subarray(0, -1)), parts.at(-1)]).toEqual([before, now, now]);
			}
			const s = result.scalars;
			const [stayed = 0, ...ways] = waysOf(result);
			const came = ways.pop() as number;
			expect(stayed + sum(ways) + came).toBe(result.n);
			expect(s.known).toBe(result.n - came);
			expect(s.byBehaviour + s.byCuts).toBe(sum(ways));
			expect(sum(matrix.columns.revenue)).toBe(s.revenue);
			if (given.cuts === 'held') expect(s.byCuts).toBe(0);
		}
	);

	test.prop([rows, params, window])('nobody moves from a day to the same day', (list, given, from) => {
		const { result } = migration.run(inputOf(list, from), { ...given, day: asOf });
		if (result.status === 'not-enough-data') return;
		const { matrix, changes, movers } = result.tables;
		matrix.columns.customers.forEach((n, i) => {
			if (matrix.columns.from[i] !== matrix.columns.to[i]) expect(n).toBe(0);
		});
		changes.columns.customers.forEach((n, row) => {
			const part = sizeParts[row % sizeParts.length];
			if (part !== 'before' && part !== 'now') expect(n).toBe(0);
		});
		expect(movers.rows).toBe(0);
	});

	test.prop([rows, params, window], { numRuns: 40 })(
		'as many people stand behind a row as it says',
		(list, given, from) => {
			const kept = new Map<string, object>();
			const keep: Keep = <T extends object>(name: string, make: () => T): T => {
				if (!kept.has(name)) kept.set(name, make());
				return kept.get(name) as T;
			};
			const input = { ...inputOf(list, from), keep };
			const { result } = migration.run(input, given);
			if (result.status === 'not-enough-data') return;
			for (const name of ['changes', 'ways', 'risk', 'matrix', 'standings', 'flows'] as const) {
				result.tables[name].columns.customers.forEach((n, row) => {
					if (n > 0) expect(migration.members(input, given, name, row)).toHaveLength(n);
				});
			}
		}
	);

	test.prop([rows, params])('other names for the customers change nothing', (list, given) => {
		// The rule of equal groups splits equal customers by their names.
		fc.pre(given.rfm.binning !== 'ntile');
		const named = list.map(([who, day, amount]): TestRow => [`z${99 - Number(who)}`, day, amount]);
		const [a, b] = [list, named].map((own) => migration.run(inputOf(own, null), given).result);
		expect(b?.tables.matrix).toEqual(a?.tables.matrix);
		expect(b?.tables.flows).toEqual(a?.tables.flows);
		expect(b?.scalars).toEqual(a?.scalars);
	});

	test.prop([rows, params])(
		'sizes on both days, and on every date of the flow, are those that RFM and the lifecycle give',
		(list, given) => {
			const { result } = migration.run(inputOf(list, null), { ...given, cuts: 'own' });
			if (result.status === 'not-enough-data') return;
			const { places, dates, standings } = result.tables;
			const sizes = (day: number): number[] => {
				const input = inputOf(
					list.filter(([, on, amount]) => on <= day || amount === null),
					null,
					day
				);
				const { columns } =
					given.of === 'stages'
						? lifecycle.run(input, given.lifecycle).result.tables.stages
						: rfm.run(input, given.rfm).result.tables[given.of];
				return [...columns.customers].slice(0, groups);
			};
			const groups = places.columns.kind.filter((kind) => kind === 0).length;
			expect([...places.columns.now].slice(0, groups)).toEqual(sizes(asOf));
			expect([...places.columns.before].slice(0, groups)).toEqual(sizes(given.day as number));
			dates.columns.date.forEach((date, step) => {
				const own = Array.from({ length: groups }, (_, place) => {
					const row = standings.columns.step.findIndex(
						(at, i) => at === step && standings.columns.place[i] === place
					);
					return row < 0 ? 0 : standings.columns.customers[row];
				});
				expect(own).toEqual(sizes(date));
			});
		}
	);
});
