import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { contribution } from '#lib/core/methods/contribution/method.ts';
import { customerMoves, type ContributionCustomers } from '#lib/core/methods/contribution/types.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';

interface Golden {
	readonly asOf: number;
	readonly cases: readonly {
		readonly days: number;
		readonly against: 'before' | 'year';
		readonly people: Readonly<Record<string, readonly [move: string, before: number, now: number]>>;
		readonly parts: readonly [number, number, number];
		readonly change: number;
		readonly hhi: readonly [before: number, now: number];
		readonly top: readonly (readonly [count: number, revenue: number, shareBefore: number])[];
	}[];
}

// Made by test/oracle/make/contribution.py (Python's standard library, brute force over a seeded table).
// Tolerance: people and money none; a part of the change 2 cents (parts are whole and add up), HHI and shares 1e-12.
const folder = new URL('../make/golden/', import.meta.url);
const golden = JSON.parse(readFileSync(new URL('contribution.json', folder), 'utf8')) as Golden;
const rows = readFileSync(new URL('orders.csv', folder), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line): TestRow => {
		const [customer, date, cents] = line.split(',') as [string, string, string];
		return [customer, date, cents === '0' ? null : Number(cents)];
	});
const ledger = ledgerOf(rows);

describe.each(golden.cases)('the last $days days against $against, by a program apart', (expected) => {
	const params = v.parse(contribution.params, { days: expected.days, against: expected.against });
	const input = { ledger, frame: { asOf: golden.asOf, from: null, weekStart: 1 } };
	const { result, customers } = contribution.run(input, params);

	test('every customer came, went, grew or shrank alike', () => {
		const { columns } = customers as ContributionCustomers;
		const ours = Object.fromEntries(
			Array.from(columns.customer, (who, i) => [
				stringAt(ledger.customers, who),
				[customerMoves[columns.move[i] as number], columns.before[i], columns.now[i]]
			])
		);
		expect(ours).toEqual(expected.people);
	});

	test('each factor has the mean of its effects over all orders of change', () => {
		const parts = [...result.tables.steps.columns.change].slice(1, 4);
		parts.forEach((part, at) => {
			expect(Math.abs(part - (expected.parts[at] as number))).toBeLessThanOrEqual(2);
		});
		expect(parts.reduce((a, b) => a + b, 0)).toBe(expected.change);
		expect(result.scalars.change).toBe(expected.change);
	});

	test('as much hangs on the largest', () => {
		const { columns } = result.tables.top;
		expect([...columns.count]).toEqual(expected.top.map(([count]) => count));
		expect([...columns.revenue]).toEqual(expected.top.map(([, revenue]) => revenue));
		expected.top.forEach(([, , share], row) => expect(columns.shareBefore[row]).toBeCloseTo(share, 12));
		expect(result.scalars.hhiBefore).toBeCloseTo(expected.hhi[0], 12);
		expect(result.scalars.hhi).toBeCloseTo(expected.hhi[1], 12);
	});
});
