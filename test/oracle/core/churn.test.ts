import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isoDate } from '#lib/core/calendar/day.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { churn } from '#lib/core/methods/churn/method.ts';
import type { ChurnResult } from '#lib/core/methods/churn/types.ts';
import { describeWithData } from '../../support/data.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';
import { loadLedger, oracleCsv } from '../../support/real-data.ts';

interface Golden {
	readonly asOf: number;
	readonly from: number;
	readonly cuts: readonly [number, number, number];
	readonly backtest: Readonly<Record<string, readonly number[][]>>;
	readonly periods: Readonly<Record<string, readonly number[][]>>;
	readonly revenue: Readonly<Record<string, readonly number[][]>>;
	readonly profiles: Readonly<Record<string, readonly [number, number, number, number]>>;
	readonly survival: readonly (readonly number[][])[];
	readonly lifetime: readonly number[][];
}

// Made by test/oracle/make/churn.py (Python's standard library, brute force over a seeded table).
// Tolerance: counts and money none; rates 12 decimals.
const folder = new URL('../make/golden/', import.meta.url);
const golden = JSON.parse(readFileSync(new URL('churn.json', folder), 'utf8')) as Golden;
const rows = readFileSync(new URL('orders.csv', folder), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line): TestRow => {
		const [customer, date, cents] = line.split(',') as [string, string, string];
		return [customer, date, cents === '0' ? null : Number(cents)];
	});
const ledger = ledgerOf(rows);
const inputOf = (window: string) => ({
	ledger,
	frame: { asOf: golden.asOf, from: window === 'window' ? golden.from : null, weekStart: 1 }
});
const run = (params: object = {}, window = 'all'): ChurnResult =>
	churn.run(inputOf(window), v.parse(churn.params, params)).result;
/** Rows of a table as arrays of the named columns. */
const cells = (
	table: ChurnResult['tables'][string],
	names: readonly string[]
): (number | string | undefined)[][] =>
	Array.from({ length: table.rows }, (_, row) => names.map((name) => table.columns[name]?.[row]));

test('the default cuts are the whole parts of the percentiles of all gaps', () => {
	const { atRiskAfter, churnedAfter, gaps } = run().scalars;
	expect([atRiskAfter, churnedAfter, gaps]).toEqual(golden.cuts);
});

test.each([30, 90])(
	'the back-test equals the brute force, returns within %i days, at every window shown',
	(within) => {
		const params = { winBackDays: within };
		const { backtest } = run(params).tables;
		const found = cells(backtest, ['days', 'silent', 'back', 'followed', 'returned']);
		const known = golden.backtest[within] ?? [];
		const expected = found.map(([days]) => known[Number(days) - 1]).filter((row) => row !== undefined);
		expect(expected.length).toBeGreaterThan(25);
		expect(found.slice(0, expected.length)).toEqual(expected);
		expect(run(params).scalars).toMatchObject({
			followed: known[golden.cuts[1] - 1]?.[3],
			wonBack: known[golden.cuts[1] - 1]?.[4]
		});
	}
);

test('the suggested window is the first that the brute force finds tolerable', () => {
	const first = golden.backtest['90']?.find(
		([, , , followed, back]) => (followed as number) >= 30 && (back as number) / (followed as number) <= 0.6
	);
	expect(run({ toleratedReturn: 60 }).scalars.suggestedDays).toBe(first?.[0]);
});

describe.each(Object.keys(golden.periods))('customer churn, %s', (name) => {
	const [unit, window, frame] = name.split(' ') as [string, string, string];
	const params = { unit, window: 'days', atRiskDays: 1, churnedDays: Number(window) };

	test('start, lost, new, won back, end, and everyone so far', () => {
		const { periods } = run(params, frame).tables;
		const all = run({ ...params, base: 'all' }, frame).tables.periods;
		const found = cells(periods, ['period', 'start', 'lost', 'new', 'wonBack', 'end']);
		expect(found.map((row, at) => [...row, all.columns.base[at]])).toEqual(golden.periods[name]);
		for (let row = 0; row < periods.rows; row++) {
			const { start, lost, new: fresh, wonBack, end } = periods.columns;
			expect(start[row]! - lost[row]! + fresh[row]! + wonBack[row]!).toBe(end[row]);
		}
	});

	test('the lost of a period are as many people', () => {
		const input = inputOf(frame);
		const full = v.parse(churn.params, params);
		golden.periods[name]?.forEach(([, , lost], row) => {
			expect(churn.members(input, full, 'periods', row)).toHaveLength(lost as number);
		});
	});
});

test.each(Object.keys(golden.revenue))('revenue churn, %s: every sum, exactly', (name) => {
	const [unit, frame] = name.split(' ') as [string, string];
	const { revenue } = run({ unit }, frame).tables;
	expect(
		cells(revenue, ['period', 'customers', 'lost', 'start', 'churned', 'contraction', 'expansion', 'end'])
	).toEqual(golden.revenue[name]);
});

test('bands, silences, revenue at stake and reasons of every customer', () => {
	const { customers } = churn.run(inputOf('all'), v.parse(churn.params, { model: 'none' }));
	const found = Object.fromEntries(
		cells(customers!, ['customer', 'band', 'daysSilent', 'stake', 'reasons']).map(([who, ...rest]) => [
			stringAt(ledger.customers, Number(who)),
			rest
		])
	);
	expect(found).toEqual(golden.profiles);
	expect(new Set(Object.values(golden.profiles).map(([, , , reasons]) => reasons)).size).toBeGreaterThan(4);
});

test('the early-warning list holds those with a reason, most at stake first', () => {
	const { earlyWarning } = run({ listed: 1000, model: 'none' }).tables;
	const expected = Object.entries(golden.profiles)
		.filter(([, [, , , reasons]]) => reasons !== 0)
		.map(([, [, , stake]]) => stake)
		.sort((a, b) => b - a);
	expect([...earlyWarning.columns.stake]).toEqual(expected);
	expect(run({ model: 'none' }).scalars.warned).toBe(expected.length);
});

test('the survival curves after any, first and later orders, and of lifetimes', () => {
	const names = ['days', 'atRisk', 'events', 'survival'];
	const curves = cells(run().tables.survival, ['group', ...names]);
	const close = (
		found: (number | string | undefined)[][],
		expected: readonly number[][] | undefined
	): void => {
		expect(found.map((row) => row.slice(0, 3))).toEqual(expected?.map((row) => row.slice(0, 3)));
		found.forEach((row, at) => expect(row[3]).toBeCloseTo(expected?.[at]?.[3] as number, 12));
	};
	golden.survival.forEach((expected, group) => {
		close(
			curves.filter(([own]) => own === group).map((row) => row.slice(1)),
			expected
		);
	});
	close(cells(run({ survival: 'lifetime' }).tables.survival, names), golden.lifetime);
});

// pandas, equal to DuckDB SQL. Tolerance: money half a penny (it is printed in pence), rates 1e-12.
describeWithData('Online Retail by month', () => {
	test('all 12 rows of retail_nrr_grr.csv, cell by cell', () => {
		const retail = loadLedger('online-retail');
		const frame = { asOf: retail.lastDay, from: null, weekStart: 1 };
		const { revenue } = churn.run({ ledger: retail, frame }, v.parse(churn.params, {})).result.tables;
		const expected = oracleCsv('retail_nrr_grr.csv');
		expect(expected).toHaveLength(12);
		expect(revenue.rows).toBe(12);
		const { period, start, end, nrr, grr, customerChurn, revenueChurn } = revenue.columns;
		expected.forEach((row, at) => {
			expect(isoDate(period[at] as number).slice(0, 7)).toBe(row['month']);
			// Thousandths of a pound against pence: within half a penny.
			expect(Math.abs((start[at] as number) / 1000 - Number(row['base_revenue']))).toBeLessThan(0.005001);
			expect(Math.abs((end[at] as number) / 1000 - Number(row['end_revenue']))).toBeLessThan(0.005001);
			expect(nrr[at]).toBeCloseTo(Number(row['nrr']), 12);
			expect(grr[at]).toBeCloseTo(Number(row['grr']), 12);
			expect(customerChurn[at]).toBeCloseTo(Number(row['logo_churn']), 12);
			expect(revenueChurn[at]).toBeCloseTo(1 - Number(row['grr']), 12);
		});
	});

	// numpy, two passes over the customers, Wilson's ends as roots. Tolerance: 1e-9; against 4,000 resamples of whole customers a tenth
	// of the width for NRR, and for GRR, whose interval is wider by design, that theirs is within it.
	test('the intervals of NRR and GRR in November 2011 are those of numpy, and no narrower than a bootstrap’s', () => {
		const retail = loadLedger('online-retail');
		const frame = { asOf: retail.lastDay, from: null, weekStart: 1 };
		const { columns } = churn.run({ ledger: retail, frame }, v.parse(churn.params, {})).result.tables.revenue;
		const ends = (['nrrLow', 'nrrHigh', 'grrLow', 'grrHigh'] as const).map(
			(name) => columns[name][10] ?? NaN
		);
		const numpy = [0.5216534674883173, 0.7142990740797996, 0.32985980172706836, 0.49477880643316047];
		const drawn = [0.52785309, 0.72111708, 0.36104298, 0.46088561];
		ends.forEach((end, at) => {
			expect(end).toBeCloseTo(numpy[at] as number, 9);
			if (at < 2) expect(Math.abs(end - (drawn[at] as number))).toBeLessThan(0.019);
		});
		expect(ends[2]).toBeLessThan(drawn[2] as number);
		expect(ends[3]).toBeGreaterThan(drawn[3] as number);
	});
});

// The worked examples of the field: 200,000 less 6,000 churned and 4,000 contracted, plus 20,000: NRR 105 %, GRR 95 %.
test.each([
	[200_000, 6_000, 4_000, 20_000, 1.05, 0.95],
	[100_000, 8_000, 5_000, 12_000, 0.99, 0.87]
])('NRR and GRR of %i − %i − %i + %i', (start, gone, less, more, nrr, grr) => {
	const steady = start - gone - less - more;
	const { revenue } = churn.run(
		{
			ledger: ledgerOf([
				['gone', '2024-01-05', gone],
				['less', '2024-01-05', less * 2],
				['less', '2024-02-05', less],
				['more', '2024-01-05', steady - less + more],
				['more', '2024-02-05', steady - less + more + more],
				['new', '2024-02-05', 999]
			]),
			frame: { asOf: 19782, from: null, weekStart: 1 }
		},
		v.parse(churn.params, {})
	).result.tables;
	const { columns } = revenue;
	expect([columns.start[0], columns.churned[0], columns.contraction[0], columns.expansion[0]]).toEqual([
		start,
		gone,
		less,
		more
	]);
	expect(columns.nrr[0]).toBeCloseTo(nrr, 12);
	expect(columns.grr[0]).toBeCloseTo(grr, 12);
});
