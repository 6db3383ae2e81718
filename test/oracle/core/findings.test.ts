import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { findings } from '#lib/core/methods/findings/method.ts';
import {
	findingAgainst,
	findingGroups,
	findingSubjects,
	type FindingsResult
} from '#lib/core/methods/findings/types.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger } from '../../support/real-data.ts';

type Row = readonly [string, string, string, number, number, number, number, number];
interface Golden {
	readonly asOf: number;
	readonly worth: number;
	readonly found: readonly Row[];
	readonly tests: Readonly<
		Record<string, { readonly low: number; readonly high: number; readonly p: number }>
	>;
	readonly movers: { readonly changes: readonly number[]; readonly moved: number; readonly all: number };
}

// Made by test/oracle/make/findings.py: brute force, customer by customer and month by month, with numpy, scipy and
// statsmodels. Tolerance: money and counts none, all else 1e-9 relative; bootstrap ends a tenth of the interval's width.
const file = new URL('../make/golden/findings.json', import.meta.url);
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;
const near = (actual: number, expected: number, tolerance = 1e-9): void =>
	expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

function run(): FindingsResult {
	const ledger = loadLedger('online-retail');
	const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
	return findings.run({ ledger, frame }, v.parse(findings.params, { listed: 50 })).result;
}

describeWithData('Online Retail', () => {
	test('the list equals the brute force: what, when, both numbers, money, surprise and rank', () => {
		const { scalars, tables, frame } = run();
		expect(frame.asOf).toBe(golden.asOf);
		near(scalars.customerWorth, golden.worth);
		const { columns, rows } = tables.findings;
		const mine = Array.from({ length: rows }, (_, row) => row).filter((row) => {
			const subject = findingSubjects[columns.subject[row]!]!;
			return !['retention', 'segment', 'movers'].includes(subject);
		});
		expect(mine.length).toBe(12);
		expect(mine.length).toBe(golden.found.length);
		mine.forEach((row, rank) => {
			const [group, subject, against, period, now, was, money, surprise] = golden.found[rank]!;
			expect([
				findingGroups[columns.group[row]!],
				findingSubjects[columns.subject[row]!],
				findingAgainst[columns.against[row]!],
				columns.period[row]
			]).toEqual([group, subject, against, period]);
			if (group === 'changed') expect(columns.base[row]).toBe(scalars.before);
			near(columns.now[row]!, now);
			near(columns.was[row]!, was);
			near(columns.money[row]!, money);
			near(columns.surprise[row]!, surprise);
			near(columns.strength[row]!, money * surprise);
		});
	});

	test('rates have Newcombe’s interval and the p of two proportions, means a bootstrap’s and Mann–Whitney’s', () => {
		const { columns, rows } = run().tables.findings;
		let compared = 0;
		for (let row = 0; row < rows; row++) {
			const known = golden.tests[findingSubjects[columns.subject[row]!]!];
			if (known === undefined || findingGroups[columns.group[row]!] !== 'changed') continue;
			compared++;
			near(columns.p[row]!, known.p);
			const isRate = ['lost', 'repeat'].includes(findingSubjects[columns.subject[row]!]!);
			const tolerance = isRate ? 1e-9 : 0.1 * (known.high - known.low);
			expect(Math.abs(columns.low[row]! - known.low)).toBeLessThanOrEqual(tolerance);
			expect(Math.abs(columns.high[row]! - known.high)).toBeLessThanOrEqual(tolerance);
		}
		expect(compared).toBe(4);
	});

	test('the ten customers who moved most are those of the brute force, to the thousandth', () => {
		const { change, share } = run().tables.movers.columns;
		expect([...change]).toEqual(golden.movers.changes);
		share.forEach((part, row) => near(part, golden.movers.changes[row]! / golden.movers.all));
	});

	test('the segments’ changes add up to the change of revenue, to the thousandth', () => {
		const { tables, scalars } = run();
		const sum = tables.segments.columns.change.reduce((all, money) => all + money, 0);
		expect(sum).toBe(scalars.revenue - scalars.revenueBefore);
	});
});
