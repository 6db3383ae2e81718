import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { findings } from '#lib/core/methods/findings/method.ts';
import { revenueFactors } from '#lib/core/math/compare/revenue-factors.ts';
import { findingGroups, findingSubjects, type FindingsResult } from '#lib/core/methods/findings/types.ts';
import { dayOf, ledgerOf, type TestRow } from '../../support/ledger.ts';
import { inputOf, rowsOf, shops } from './models/shop.ts';

const months = 14;
const firstOf = (month: number): number =>
	dayOf(`${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);

/** Customers who all order on the first of every month for the same amount; `plan` says how many, how often, for what. */
function steadyShop(plan: (month: number) => { people: number; orders: number; amount: number }): TestRow[] {
	const rows: TestRow[] = [];
	for (let month = 0; month < months; month++) {
		const { people, orders, amount } = plan(month);
		for (let who = 0; who < people; who++) {
			for (let nth = 0; nth < orders; nth++) {
				rows.push([
					`c${String(who).padStart(3, '0')}`,
					firstOf(month) + nth,
					amount,
					`o${month}.${who}.${nth}`
				]);
			}
		}
	}
	return rows;
}
function run(rows: readonly TestRow[], params: object = {}, asOf = firstOf(months) - 1): FindingsResult {
	const input = { ledger: ledgerOf(rows), frame: { asOf, from: null, weekStart: 1 } };
	return findings.run(input, v.parse(findings.params, { listed: 50, ...params })).result;
}
const listOf = (result: FindingsResult) =>
	rowsOf(result.tables.findings).map((row) => ({
		...row,
		group: findingGroups[Number(row['group'])],
		subject: findingSubjects[Number(row['subject'])]
	}));

const shape = fc.record({
	people: fc.integer({ min: 5, max: 40 }),
	orders: fc.integer({ min: 1, max: 3 }),
	amount: fc.integer({ min: 100, max: 9000 })
});

test('where every month is like the last nothing has changed, and nothing is unusual', () => {
	fc.assert(
		fc.property(shape, (same) => {
			const result = run(steadyShop(() => same));
			expect(result.status).toBe('ok');
			expect(listOf(result)).toEqual([]);
			expect(result.warnings.map(({ code }) => code)).toContain('findings-none');
		}),
		{ numRuns: 6 }
	);
});

test('a planted change of the last month is found, is the first of the list, and no earlier month is accused', () => {
	const planted = fc.constantFrom(
		{ subject: 'customers', change: (n: number) => ({ people: Math.ceil(n / 3) }) },
		{ subject: 'orders-per-customer', change: () => ({ orders: 5 }) },
		{ subject: 'basket', change: () => ({ amount: 20_000 }) }
	);
	fc.assert(
		fc.property(shape, planted, (same, { subject, change }) => {
			const last = months - 1;
			const result = run(
				steadyShop((month) => (month === last ? { ...same, ...change(same.people) } : same))
			);
			const list = listOf(result);
			expect(list[0]).toMatchObject({ group: 'changed', subject: 'revenue', period: firstOf(last) });
			expect(list.filter(({ group }) => group === 'changed').map((own) => own.subject)).toContain(subject);
			expect(list.every((own) => Number((own as Record<string, unknown>)['period']) === firstOf(last))).toBe(
				true
			);
		}),
		{ numRuns: 12 }
	);
});

test('a month that is not over is never compared, whatever happens in it', () => {
	fc.assert(
		fc.property(
			shape,
			fc.integer({ min: 0, max: 25 }),
			fc.integer({ min: 1, max: 9 }),
			(same, day, times) => {
				const rows = steadyShop((month) =>
					month === months - 1 ? { ...same, amount: same.amount * times } : same
				);
				const result = run(rows, {}, firstOf(months - 1) + Math.max(day, same.orders));
				expect(result.scalars.period).toBe(firstOf(months - 2));
				expect(listOf(result)).toEqual([]);
			}
		),
		{ numRuns: 12 }
	);
});

test('other names for the same customers change no number', () => {
	fc.assert(
		fc.property(shops, fc.infiniteStream(fc.nat()), (shop, names) => {
			const found = new Map<string, string>();
			const renamed = shop.rows.map(([key, ...rest]): TestRow => {
				if (!found.has(key as string))
					found.set(key as string, `${names.next().value as number} ${found.size}`);
				return [found.get(key as string) as string, ...rest];
			});
			const params = v.parse(findings.params, { unit: 'week', listed: 50 });
			const one = findings.run(inputOf(shop), params).result;
			const two = findings.run(inputOf({ ...shop, rows: renamed }), params).result;
			const without = ({ tables, ...rest }: FindingsResult) => ({
				...rest,
				findings: rowsOf(tables.findings),
				segments: rowsOf(tables.segments),
				movers: [...tables.movers.columns.change]
			});
			expect(without(two)).toEqual(without(one));
		}),
		{ numRuns: 30 }
	);
});

test('money in other units scales money and strength, and changes nothing else', () => {
	fc.assert(
		fc.property(shops, fc.constantFrom(2, 10, 100), (shop, times) => {
			const params = v.parse(findings.params, { unit: 'week', listed: 50 });
			const scaled = shop.rows.map(([key, day, money]): TestRow => [
				key,
				day,
				money === null ? null : money * times
			]);
			const one = findings.run(inputOf(shop), params).result.tables.findings;
			const two = findings.run(inputOf({ ...shop, rows: scaled }), params).result.tables.findings;
			expect(two.rows).toBe(one.rows);
			for (let row = 0; row < one.rows; row++) {
				const [a, b] = [one.columns, two.columns];
				for (const name of ['group', 'subject', 'against', 'period', 'item', 'n', 'source', 'row'] as const) {
					expect(b[name][row]).toBe(a[name][row]);
				}
				expect(b.surprise[row]).toBeCloseTo(a.surprise[row]!, 9);
				for (const name of ['money', 'strength'] as const) {
					expect(b[name][row]! / times).toBeCloseTo(a[name][row]!, 6);
				}
			}
		}),
		{ numRuns: 30 }
	);
});

test('the list is in order of strength, every finding has people or money behind it, and surprise is 1 … 10', () => {
	fc.assert(
		fc.property(shops, (shop) => {
			const input = inputOf(shop);
			const params = v.parse(findings.params, { unit: 'week', listed: 50 });
			const { tables, status } = findings.run(input, params).result;
			const { strength, surprise, money } = tables.findings.columns;
			if (status !== 'ok') expect(tables.findings.rows).toBe(0);
			for (let row = 0; row < tables.findings.rows; row++) {
				if (row > 0) expect(strength[row]! * (1 - 1e-8)).toBeLessThanOrEqual(strength[row - 1]!);
				expect(surprise[row]).toBeGreaterThanOrEqual(1);
				expect(surprise[row]).toBeLessThanOrEqual(10);
				expect(money[row]).toBeGreaterThanOrEqual(0);
				const people = findings.members(input, params, 'findings', row);
				expect([...people]).toEqual([...new Set(people)].sort((a, b) => a - b));
			}
			const ordered = Array.from(
				{ length: tables.segments.rows },
				(_, row) => findings.members(input, params, 'segments', row).length
			);
			expect(ordered).toEqual([...tables.segments.columns.customers]);
			for (let row = 0; row < tables.movers.rows; row++) {
				expect([...findings.members(input, params, 'movers', row)]).toEqual([
					tables.movers.columns.customer[row]
				]);
			}
		}),
		{ numRuns: 30 }
	);
});

test('the factors of a change leave no rest', () => {
	const sums = fc
		.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 999 }))
		.map(([customers, each, value]) => ({
			customers,
			orders: customers * each,
			revenue: customers * each * value
		}));
	fc.assert(
		fc.property(sums, sums, (now, before) => {
			const { customers, frequency, basket } = revenueFactors(now, before);
			expect(customers + frequency + basket).toBeCloseTo(now.revenue - before.revenue, 6);
			const back = revenueFactors(before, now);
			expect(back.customers).toBeCloseTo(-customers, 6);
		})
	);
});
