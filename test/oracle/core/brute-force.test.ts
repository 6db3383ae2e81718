import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isoDate, parseIsoDate } from '#lib/core/calendar/day.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import { stageIds } from '#lib/core/methods/lifecycle/types.ts';
import { retention } from '#lib/core/methods/retention/method.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';

type GrowthRow = [string, number, number, number, number, number, number];

interface LifecycleAnswer {
	readonly gaps: number;
	readonly p40: number;
	readonly p80: number;
	readonly stages: Record<string, { customers: string[]; cents: number; median: number | null }>;
	readonly funnel: Record<string, { customers: string[]; median: number | null; p90: number | null }>;
	readonly growth: Record<'week' | 'month' | 'quarter', GrowthRow[]>;
}

interface Golden {
	readonly asOf: string;
	readonly from: string;
	readonly weekStart: number;
	readonly longest: Record<string, number>;
	readonly lifecycle: Record<'all' | 'window', LifecycleAnswer>;
	readonly retention: Record<
		string,
		{
			readonly cohorts: { cohort: string; size: number; cells: [number, number, number][] }[];
			readonly curve: [number, number, number, number][];
		}
	>;
}

// Made by test/oracle/make/lifecycle_retention.py (Python's standard library, brute force over a seeded table).
// Tolerance: counts none; medians and percentiles 1e-12, as they are fractions there and floating point here.
const folder = new URL('../make/golden/', import.meta.url);
const golden = JSON.parse(readFileSync(new URL('lifecycle_retention.json', folder), 'utf8')) as Golden;
const rows = readFileSync(new URL('orders.csv', folder), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line): TestRow => {
		const [customer, date, cents] = line.split(',') as [string, string, string];
		return [customer, date, cents === '0' ? null : Number(cents)];
	});
const ledger = ledgerOf(rows);
const day = (text: string): number => parseIsoDate(text) ?? Number.NaN;
const frameOf = (window: string) => ({
	asOf: day(golden.asOf),
	from: window === 'window' ? day(golden.from) : null,
	weekStart: golden.weekStart
});
const keys = (customers: Uint32Array): string[] =>
	Array.from(customers, (customer) => stringAt(ledger.customers, customer));

function expectNear(actual: number | undefined, expected: number | null): void {
	if (expected === null) expect(actual).toBeNaN();
	else expect(actual).toBeCloseTo(expected, 12);
}

test('the table has orders after the as-of date, which no method may see', () => {
	expect(ledger.lastDay).toBeGreaterThan(day(golden.asOf));
	expect(rows).toHaveLength(661);
});

describe.each(['all', 'window'] as const)('lifecycle over %s', (window) => {
	const expected = golden.lifecycle[window];
	const input = { ledger, frame: frameOf(window) };
	const params = v.parse(lifecycle.params, {});
	const { scalars, tables } = lifecycle.run(input, params).result;

	test('gaps and their percentiles', () => {
		expect(scalars.gaps).toBe(expected.gaps);
		expectNear(scalars.gapP40, expected.p40);
		expectNear(scalars.gapP80, expected.p80);
	});

	test.each([...stageIds.entries()])('stage %i %s: people, money, median silence', (row, stage) => {
		const answer = expected.stages[stage];
		expect(keys(lifecycle.members(input, params, 'stages', row))).toEqual(answer?.customers);
		expect(tables.stages.columns.customers[row]).toBe(answer?.customers.length);
		expect(tables.stages.columns.revenue[row]).toBe(answer?.cents);
		expectNear(tables.stages.columns.medianDaysSinceLast[row], answer?.median ?? null);
	});

	test.each([...tables.funnel.columns.stage.entries()])('funnel step %i: people and days', (row, stage) => {
		const answer = expected.funnel[stageIds[stage] as string];
		expect(keys(lifecycle.members(input, params, 'funnel', row))).toEqual(answer?.customers);
		expectNear(tables.funnel.columns.medianDays[row], answer?.median ?? null);
		expectNear(tables.funnel.columns.p90Days[row], answer?.p90 ?? null);
	});

	test.each(['week', 'month', 'quarter'] as const)('growth by %s', (unit) => {
		const { columns } = lifecycle.run(input, v.parse(lifecycle.params, { unit })).result.tables.growth;
		const ours = Array.from(columns.period, (period, row) => [
			isoDate(period),
			columns.new[row],
			columns.returning[row],
			columns.resurrected[row],
			columns.dormant[row],
			columns.active[row],
			columns.incomplete[row]
		]);
		expect(ours.length).toBeGreaterThan(4);
		expect(ours).toEqual(expected.growth[unit]);
	});
});

describe('retention', () => {
	const cases = Object.entries(golden.retention);

	test('has 48 combinations to answer', () => {
		expect(cases).toHaveLength(48);
	});

	test.each(cases)('%s', (name, expected) => {
		const [unit, periods, entry, measure, window] = name.split(' ') as [
			string,
			string,
			string,
			string,
			string
		];
		const maxPeriods = golden.longest[unit];
		const params = v.parse(retention.params, { unit, periods, entry, measure, maxPeriods });
		const { cohorts, matrix, curve } = retention.run({ ledger, frame: frameOf(window) }, params).result
			.tables;
		const ours = Array.from(cohorts.columns.cohort, (start, row) => {
			const cells = [...matrix.columns.cohort.keys()].filter((cell) => matrix.columns.cohort[cell] === start);
			return {
				cohort: isoDate(start),
				size: cohorts.columns.size[row],
				cells: cells.map((cell, n) => {
					expect(matrix.columns.n[cell]).toBe(n);
					const { base, active, incomplete } = matrix.columns;
					return [base[cell], active[cell], incomplete[cell]];
				})
			};
		});
		expect(ours).toEqual(expected.cohorts);
		const { n, base, active, cohorts: complete } = curve.columns;
		expect(Array.from(n, (at, row) => [at, base[row], active[row], complete[row]])).toEqual(expected.curve);
	});
});
