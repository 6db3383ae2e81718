import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { isoDate, parseIsoDate } from '#lib/core/calendar/day.ts';
import { retention } from '#lib/core/methods/retention/method.ts';
import type { RetentionResult } from '#lib/core/methods/retention/types.ts';
import type { MethodInput } from '#lib/core/methods/types.ts';
import { describeWithData } from '../../support/data.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';
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

// pandas. Tolerance: half a penny, as the file is written in pence and four prices have a third decimal.
describeWithData('Online Retail, money by month', () => {
	beforeAll(() => void loadLedger('online-retail'), 120_000);

	test('all 91 cells equal retail_cohort_revenue.csv', () => {
		const result = analyse('online-retail', {});
		const oracle = oracleCsv('retail_cohort_revenue.csv');
		const amounts = new Map(oracle.map(({ c, k, amt }) => [`${c} ${k}`, Number(amt)]));
		expect(amounts.size).toBe(91);
		const { cohort, n, money } = result.tables.matrix.columns;
		expect(money).toHaveLength(91);
		money.forEach((mills, row) => {
			const key = `${isoDate(cohort[row] as number).slice(0, 7)} ${n[row]}`;
			expect(Math.abs(mills / 1000 - (amounts.get(key) ?? NaN))).toBeLessThanOrEqual(0.0051);
		});
	});
});

interface Rhythm {
	readonly buyers: number;
	readonly repeat: number;
	readonly exactly: readonly number[];
	readonly gaps: number;
	readonly quantiles: readonly number[];
	readonly bins: readonly number[];
}
type Row = readonly (string | number)[];
interface Golden {
	readonly dayBrackets: readonly [number, number][];
	readonly periodBrackets: readonly [number, number][];
	readonly combinations: Record<
		string,
		{ money: Row[]; days: Row[]; periods: Row[]; newest: Row[]; rhythm: Rhythm }
	>;
	readonly sets: Record<string, { money: Row[]; days: Row[]; newest: Row[]; rhythm: Rhythm }>;
}

const folder = new URL('../make/golden/', import.meta.url);
const golden = JSON.parse(readFileSync(new URL('retention.json', folder), 'utf8')) as Golden;
const rows = readFileSync(new URL('orders.csv', folder), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line): TestRow => {
		const [customer, date, cents] = line.split(',') as [string, string, string];
		return [customer, date, cents === '0' ? null : Number(cents)];
	});
const day = (text: string): number => parseIsoDate(text) ?? Number.NaN;

function moneyRows({ tables: { matrix } }: RetentionResult): Row[] {
	const { cohort, n, moneyBase, money } = matrix.columns;
	return Array.from(cohort, (start, row) => [isoDate(start), n[row], moneyBase[row], money[row]] as Row);
}

/** Cells that nobody reached are no rows of ours. */
function bracketRows({ tables: { bracketCells, cohorts } }: RetentionResult): Row[] {
	const { cohort, bracket, base, active, incomplete } = bracketCells.columns;
	return Array.from(cohort, (start, row) => {
		const size = cohorts.columns.size[cohorts.columns.cohort.indexOf(start)] as number;
		expect(incomplete[row]).toBe((base[row] as number) < size ? 1 : 0);
		return [isoDate(start), bracket[row], base[row], active[row], size - (base[row] as number)] as Row;
	});
}

function expectRhythm({ tables, scalars }: RetentionResult, expected: Rhythm): void {
	expect([scalars.buyers, scalars.repeatBuyers]).toEqual([expected.buyers, expected.repeat]);
	expect([...tables.exactly.columns.customers]).toEqual(expected.exactly);
	expect([...tables.atLeast.columns.customers]).toEqual(
		expected.exactly.map((_, at) => expected.exactly.slice(at).reduce((sum, own) => sum + own, 0))
	);
	expect([...tables.intervals.columns.customers]).toEqual(expected.bins);
	expect(scalars.gapCustomers).toBe(expected.gaps);
	[scalars.gapP25, scalars.gapMedian, scalars.gapP75, scalars.gapP90].forEach((own, at) =>
		expect(own).toBeCloseTo(expected.quantiles[at] as number, 9)
	);
}

function expectNewest({ tables: { newest } }: RetentionResult, expected: readonly Row[]): void {
	const { columns } = newest;
	expect(newest.rows).toBe(expected.length);
	expected.forEach((row, at) => {
		expect([
			columns.n[at],
			isoDate(columns.cohort[at] as number),
			columns.base[at],
			columns.active[at],
			columns.othersCohorts[at],
			columns.othersBase[at],
			columns.othersActive[at]
		]).toEqual(row.slice(0, 7));
		[columns.difference, columns.low, columns.high, columns.p].forEach((column, i) =>
			expect(column[at]).toBeCloseTo(row[7 + i] as number, 9)
		);
	});
}

// Made by test/oracle/make/retention.py (Python's standard library, brute force). Tolerance: counts and money none;
// differences, their interval and p 1e-9.
describe('money, brackets, newest cohort, repeat rate, stickiness and intervals', () => {
	const ledger = ledgerOf(rows);
	const cases = Object.entries(golden.combinations);

	test('have 24 combinations to answer', () => {
		expect(cases).toHaveLength(24);
	});

	test.each(cases)('%s', (name, expected) => {
		const [window, unit, periods, entry] = name.split(' ') as [string, string, string, string];
		const from = window === 'window' ? day('2023-02-10') : null;
		const input: MethodInput = { ledger, frame: { asOf: day('2024-03-17'), from, weekStart: 7 } };
		const run = (given: object): RetentionResult =>
			retention.run(input, v.parse(retention.params, { unit, periods, entry, ...given })).result;
		const days = run({ maxPeriods: 5, brackets: golden.dayBrackets });
		expect(moneyRows(days)).toEqual(expected.money);
		expect(bracketRows(days)).toEqual(expected.days.filter((row) => row[2] !== 0));
		const inPeriods = run({ bracketUnit: 'period', brackets: golden.periodBrackets });
		expect(bracketRows(inPeriods)).toEqual(expected.periods.filter((row) => row[2] !== 0));
		expectNewest(inPeriods, expected.newest);
		expectRhythm(days, expected.rhythm);
	});
});

for (const name of ['cdnow', 'online-retail'] as const) {
	// Made by test/oracle/make/retention.py (Python's standard library, brute force). Tolerance: counts and money none;
	// differences, their interval and p 1e-9.
	describeWithData(`${name} by month, by brute force`, () => {
		let result: RetentionResult;
		beforeAll(() => {
			result = analyse(name, { brackets: golden.dayBrackets });
		}, 120_000);

		test('money kept, cell by cell', () => {
			expect(moneyRows(result)).toEqual(golden.sets[name]?.money);
		});

		test('uneven brackets of days', () => {
			const { base, active, waiting } = result.tables.brackets.columns;
			expect(Array.from(base, (of, row) => [of, active[row], waiting[row]])).toEqual(golden.sets[name]?.days);
		});

		test('the newest cohort against the others', () => {
			expectNewest(result, golden.sets[name]?.newest ?? []);
		});

		test('repeat rate, stickiness and purchase intervals', () => {
			expectRhythm(result, golden.sets[name]?.rhythm as Rhythm);
		});
	});
}
