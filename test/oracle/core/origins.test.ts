import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { NO_CODE, stringAt } from '#lib/core/columns/dictionary.ts';
import { sortDictionary } from '#lib/core/columns/sort-dictionary.ts';
import { groupsAtEntry } from '#lib/core/dataset/customer-groups.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { origins } from '#lib/core/methods/origins/method.ts';
import { orderTableOf, type TestRow } from '../../support/ledger.ts';

interface Group {
	readonly label: string;
	readonly known: number;
	readonly customers: number;
	readonly orders: number;
	readonly revenue: number;
	readonly repeat: number;
	readonly mature: number;
	readonly secondDays: readonly [number, number];
	readonly matureDays: readonly [number, number];
	readonly followed: number;
	readonly within: number;
	readonly curve: readonly (readonly [number, number, number])[];
}
interface Answer {
	readonly groups: readonly Group[];
	readonly test: { readonly chiSquare: number; readonly degrees: number; readonly p: number };
}

// Made by test/oracle/make/origins.py (Python's standard library, brute force over a seeded table).
// Tolerance: counts, money and days none; χ² and p 1e-12.
const folder = new URL('../make/golden/', import.meta.url);
const golden = JSON.parse(readFileSync(new URL('origins.json', folder), 'utf8')) as Readonly<
	Record<'all' | 'window', Answer>
> & { readonly asOf: number; readonly from: number };

const channels = ['web', 'shop', 'phone', ''];
const channelOf = (customer: string, day: number): string =>
	channels[(Number(customer.slice(1)) * 7 + (day % 5)) % 4] ?? '';

/** Per row of a table its channel, found by the rule of the script. */
function channelColumn(table: ReturnType<typeof orderTableOf>) {
	const builder = new DictionaryBuilder();
	const codes = Uint32Array.from({ length: table.rows }, (_, row) => {
		const channel = channelOf(
			stringAt(table.customers, table.customer[row] as number),
			table.day[row] as number
		);
		return channel === '' ? NO_CODE : builder.intern(channel);
	});
	const { dictionary, newCode } = sortDictionary(builder.build());
	return {
		header: 'channel',
		dictionary,
		codes: codes.map((code) => (code === NO_CODE ? NO_CODE : (newCode[code] as number)))
	};
}

const rows = readFileSync(new URL('orders.csv', folder), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line): TestRow => {
		const [customer, date, cents] = line.split(',') as [string, string, string];
		return [customer, date, cents === '0' ? null : Number(cents)];
	});
const table = orderTableOf(rows);
const ledger = buildLedger(table, 'net');
const groups = groupsAtEntry(table, channelColumn(table), ledger);

describe.each(['all', 'window'] as const)('%s', (window) => {
	const from = window === 'window' ? golden.from : null;
	const frame = { asOf: golden.asOf, from, weekStart: 1 };
	const { result } = origins.run({ ledger, frame, groups }, v.parse(origins.params, {}));
	const answer = golden[window];
	const { groups: found, steps, curve } = result.tables;

	test('every group, its funnel and its curve equal the brute force', () => {
		expect(found.rows).toBe(answer.groups.length);
		answer.groups.forEach((group, row) => {
			const value = found.columns.kind[row] === 0 ? group.label : '';
			expect(found.columns.label[row]).toBe(value);
			for (const name of ['known', 'customers', 'orders', 'revenue', 'repeat', 'followed'] as const)
				expect([name, found.columns[name][row]]).toEqual([name, group[name]]);
			expect(found.columns.secondDays[row]).toBe(group.secondDays[0]);
			expect(found.columns.valueWithin[row]).toBe(group.within / group.followed);
			const step = 4 * row;
			expect([...steps.columns.customers.slice(step, step + 4)]).toEqual([
				group.known,
				group.customers,
				group.repeat,
				group.mature
			]);
			expect([steps.columns.medianDays[step + 2], steps.columns.p90Days[step + 2]]).toEqual(group.secondDays);
			expect([steps.columns.medianDays[step + 3], steps.columns.p90Days[step + 3]]).toEqual(group.matureDays);
			const own = Array.from(curve.columns.n, (n, at) => [
				n,
				curve.columns.base[at],
				curve.columns.active[at]
			]).filter((_, at) => curve.columns.group[at] === row);
			expect(own).toEqual(group.curve);
		});
	});

	test('the test of differences equals the one worked out in fractions', () => {
		expect(result.scalars.degrees).toBe(answer.test.degrees);
		expect(result.scalars.logRank).toBeCloseTo(answer.test.chiSquare, 12);
		expect(result.scalars.p).toBeCloseTo(answer.test.p, 12);
	});
});
