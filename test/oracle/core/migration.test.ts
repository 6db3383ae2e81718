import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isoDate } from '#lib/core/calendar/day.ts';
import { lunarNewYear } from '#lib/core/calendar/lunar-new-year.ts';
import { stageIds } from '#lib/core/methods/lifecycle/types.ts';
import { migration } from '#lib/core/methods/migration/method.ts';
import { placeKinds, sizeParts, type MigrationResult } from '#lib/core/methods/migration/types.ts';
import { segmentIds, valueTypeIds } from '#lib/core/methods/rfm/types.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger } from '../../support/real-data.ts';

interface Golden {
	readonly data: 'online-retail' | 'cdnow';
	readonly of: 'segments' | 'types' | 'stages';
	readonly before: number;
	readonly now: number;
	readonly cells: Readonly<Record<string, number>>;
	readonly revenue: Readonly<Record<string, number>>;
	readonly parts: Readonly<Record<string, number>>;
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const golden = read('../golden/migration.json') as readonly Golden[];
const ids = { segments: segmentIds, types: valueTypeIds, stages: stageIds };

/** The rows of a table with customers, by the names of two of its columns. */
function named(
	result: MigrationResult,
	table: 'matrix' | 'changes',
	column: 'customers' | 'revenue'
): Record<string, number> {
	const { places } = result.tables;
	const place = (row: number): string => {
		const kind = placeKinds[places.columns.kind[row] as number] as string;
		return kind === 'group' ? (ids[result.params.of][places.columns.code[row] as number] as string) : kind;
	};
	const columns = result.tables[table].columns as unknown as Record<string, ArrayLike<number>>;
	const rows = Array.from(columns['customers'] as ArrayLike<number>, (n, row) => ({ n, row }));
	return Object.fromEntries(
		rows
			.filter(({ n }) => n > 0)
			.map(({ row }) => {
				const at = (name: string) => columns[name]?.[row] as number;
				const name =
					table === 'matrix'
						? `${place(at('from'))} ${place(at('to'))}`
						: `${place(at('place'))} ${sizeParts[at('part')]}`;
				return [name, at(column)];
			})
	);
}

// Made by test/oracle/make/migration.py: brute force in Python, customer by customer, in exact fractions.
// Tolerance: none; money in thousandths (Online Retail) and cents (CDNOW).
describeWithData('Movement on public data', () => {
	test.each(golden)(
		'$data, between $of: as many went from each to each, with the same money, and changed the sizes alike',
		({ data, of, before, now, cells, revenue, parts }) => {
			const params = v.parse(migration.params, { of, against: 'day', day: before });
			const frame = { asOf: now, from: null, weekStart: 1 };
			const { result } = migration.run({ ledger: loadLedger(data), frame }, params);
			expect(named(result, 'matrix', 'customers')).toEqual(cells);
			expect(named(result, 'matrix', 'revenue')).toEqual(revenue);
			expect(named(result, 'changes', 'customers')).toEqual(parts);
		}
	);
});

// Made by test/oracle/make/lunar_new_year.py from the sun and the moon (Meeus) by the rule of GB/T 33661-2017, and checked
// there with days that the Hong Kong Observatory has published. Tolerance: none.
describe('The days of the Chinese New Year', () => {
	test('are those of the calendar from 1990 to 2100', () => {
		const days = read('../make/golden/lunar-new-year.json') as readonly string[];
		const ours = days.map((_, i) => lunarNewYear(1990 + i));
		expect(ours.map((day) => (day === null ? null : isoDate(day)))).toEqual(days);
		expect([lunarNewYear(1989), lunarNewYear(2101)]).toEqual([null, null]);
	});
});
