import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { isoDate } from '#lib/core/calendar/day.ts';
import { retention } from '#lib/core/methods/retention/method.ts';
import type { RetentionResult } from '#lib/core/methods/retention/types.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger, oracleCsv, type RealData } from '../../support/real-data.ts';

function analyse(name: RealData, params: unknown): RetentionResult {
	const ledger = loadLedger(name);
	const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
	return retention.run({ ledger, frame }, v.parse(retention.params, params)).result;
}

/** The matrix in the oracle's own form, cell by cell. */
function cells({ tables: { matrix } }: RetentionResult): string[] {
	const { cohort, n, active } = matrix.columns;
	return Array.from(n, (period, row) => {
		return `${isoDate(cohort[row] as number).slice(0, 7)},${period},${active[row]}`;
	});
}

const oracle = (name: string): string[] =>
	oracleCsv(name).map(({ cohort, k, users }) => `${cohort},${k},${users}`);

// pandas, equal to DuckDB SQL in every cell. Tolerance: none, these are counts.
describeWithData('Online Retail by month', () => {
	beforeAll(() => void loadLedger('online-retail'), 120_000);

	test.each([
		['on', 'retail_cohort_on.csv'],
		['on-or-after', 'retail_cohort_on_or_after.csv']
	])('all 91 cells of return %s equal %s', (measure, file) => {
		const result = analyse('online-retail', { measure });
		expect(oracle(file)).toHaveLength(91);
		expect(cells(result)).toEqual(oracle(file));
	});

	test('only the cells of December 2011, cut short on its 9th day, are incomplete', () => {
		const { tables } = analyse('online-retail', {});
		const { n, incomplete } = tables.matrix.columns;
		const latest = new Map<number, number>();
		tables.matrix.columns.cohort.forEach((cohort, row) => latest.set(cohort, row));
		expect([...incomplete].filter((flag) => flag === 1)).toHaveLength(13);
		for (const row of latest.values()) expect(incomplete[row]).toBe(1);
		expect(tables.curve.columns.n).toEqual(n.slice(0, 12));
		expect([...tables.cohorts.columns.incomplete]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
	});

	test('the curve is the sum of the complete cells of the published matrix', () => {
		const { tables, scalars } = analyse('online-retail', {});
		const rows = oracleCsv('retail_cohort_on.csv');
		const months = [...new Set(rows.map((row) => row['cohort']))];
		const { n, active, base, rate, cohorts } = tables.curve.columns;
		n.forEach((k, at) => {
			const complete = months.slice(0, 12 - k);
			const users = (wanted: number): number =>
				rows
					.filter((row) => complete.includes(row['cohort']) && Number(row['k']) === wanted)
					.reduce((sum, row) => sum + Number(row['users']), 0);
			expect([active[at], base[at], cohorts[at]]).toEqual([users(k), users(0), complete.length]);
			expect(rate[at]).toBeCloseTo(users(k) / users(0), 15);
		});
		expect(scalars.rate1).toBe(rate[1]);
		expect(scalars.rate12).toBeNaN();
	});
});

describeWithData('CDNOW by month', () => {
	beforeAll(() => void loadLedger('cdnow'), 120_000);

	test('all 51 cells equal pandas, to the last customer', () => {
		const expected = oracle('cdnow_cohort_on.csv');
		expect(expected).toHaveLength(51);
		expect(cells(analyse('cdnow', {}))).toEqual(expected);
	});

	test('the January cohort is 7,846, 1,157, 964 … (STATISTICS of the set), all months complete', () => {
		const { tables } = analyse('cdnow', {});
		expect([...tables.matrix.columns.active.slice(0, 3)]).toEqual([7846, 1157, 964]);
		expect(tables.matrix.columns.incomplete.filter((flag) => flag === 0)).toHaveLength(51);
	});
});
