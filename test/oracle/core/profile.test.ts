import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#lib/core/calendar/day.ts';
import type { NumberValues, TextValues } from '#lib/core/dataset/column-profile.ts';
import { profileTable } from '#lib/core/profile/profile-table.ts';
import { orderTableOf } from '../../support/ledger.ts';

interface Spread {
	readonly distinct: number;
	readonly low: number;
	readonly high: number;
	readonly median: number;
	readonly fences: { readonly low: number; readonly high: number };
	readonly below: number;
	readonly above: number;
}
const golden = new URL('../make/golden/', import.meta.url);
const answers = JSON.parse(readFileSync(new URL('profile.json', golden), 'utf8')) as {
	readonly customer: { readonly distinct: number; readonly top: readonly [string, number][] };
	readonly day: Spread & { readonly months: readonly [string, number][] };
	readonly amount: Spread & { readonly bins: readonly [number, number][] };
};
const lines = readFileSync(new URL('orders.csv', golden), 'utf8').trim().split(/\r?\n/).slice(1);
const table = orderTableOf(
	lines.map((line, i) => {
		const [customer = '', date = '', cents = ''] = line.split(',');
		return [customer, date, Number(cents) * (i % 97 === 0 ? 40 : 1)];
	})
);

// Oracle: Python's standard library (statistics.quantiles, Counter) over each row; equal in every number.
describe('The profile of 661 orders equals what Python counts', () => {
	const [customer, day, amount] = profileTable(table).map(({ values }) => values);
	const filled = ({ starts, rows }: NumberValues['bins']) =>
		Array.from(starts, (start, i) => [start, rows[i]] as const).filter(([, n]) => n !== 0);

	it('in its most frequent customers', () => {
		const { distinct, top, otherRows } = customer as TextValues;
		expect(distinct).toBe(answers.customer.distinct);
		expect(top.map(({ value, rows }) => [value, rows])).toEqual(answers.customer.top);
		expect(otherRows).toBe(lines.length - answers.customer.top.reduce((sum, [, n]) => sum + n, 0));
	});

	it('in its days, by month', () => {
		const { months, ...spread } = answers.day;
		const found = day as NumberValues;
		expect(found).toMatchObject(spread);
		expect(found.unit).toBe('month');
		expect(filled(found.bins).map(([start, n]) => [isoDate(start).slice(0, 7), n])).toEqual(months);
	});

	it('in its amounts, by thousand, with five of them far out', () => {
		const { bins, ...spread } = answers.amount;
		const found = amount as NumberValues;
		expect(found).toMatchObject(spread);
		expect(found.above).toBe(5);
		expect(filled(found.bins)).toEqual(bins);
	});
});
