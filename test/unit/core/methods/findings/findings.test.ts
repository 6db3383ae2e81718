import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { findings } from '#lib/core/methods/findings/method.ts';
import { findingGroups, findingSources, findingSubjects } from '#lib/core/methods/findings/types.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import type { Ask, MethodInput } from '#lib/core/methods/types.ts';
import { dayOf, ledgerOf, type TestRow } from '../../../../support/ledger.ts';
import { shop, shopFrame } from '../../../../support/shop.ts';

const input: MethodInput = { ledger: shop, frame: shopFrame };
const params = (given: object = {}) => v.parse(findings.params, given);
const run = (given: object = {}, own: MethodInput = input) => findings.run(own, params(given)).result;

/** Forty customers, every month two orders of 50 each; in the last month customer 0 spends a hundred times as much. */
function shopOfOne(): MethodInput {
	const rows: TestRow[] = [];
	for (let month = 0; month < 12; month++) {
		const first = dayOf(`2023-${String(month + 1).padStart(2, '0')}-01`);
		for (let who = 0; who < 40; who++) {
			const money = month === 11 && who === 0 ? 5000 : 50 + ((who + month) % 3);
			rows.push(
				[`c${who}`, first, money, `a${month}.${who}`],
				[`c${who}`, first + 3, money, `b${month}.${who}`]
			);
		}
	}
	return { ledger: ledgerOf(rows), frame: { asOf: dayOf('2023-12-31'), from: null, weekStart: 1 } };
}

describe('findings', () => {
	test('compare the last complete month with the one before', () => {
		const { scalars, status } = run();
		expect(status).toBe('ok');
		expect([scalars.period, scalars.before]).toEqual([dayOf('2024-01-01'), dayOf('2023-12-01')]);
		expect(scalars.lastYear).toBeNaN();
	});

	test('leave out the first month of the data where they begin inside it', () => {
		// The shop's first order is on the second of January 2023.
		expect(run().scalars.periods).toBe(12);
	});

	test('ask other methods through the caller, and give the same with and without it', () => {
		const asked: string[] = [];
		const ask: Ask = (method, given) => {
			asked.push(method.definition.id);
			return method.run(input, given).result;
		};
		expect(run({}, { ...input, ask })).toEqual(run());
		expect(asked.sort()).toEqual(['churn', 'overview', 'retention']);
	});

	test('name the single customer behind a change, and the row that the number stands in', () => {
		const one = shopOfOne();
		const result = run({}, one);
		const { columns, rows } = result.tables.findings;
		const first = { group: findingGroups[columns.group[0]!], subject: findingSubjects[columns.subject[0]!] };
		expect(first).toEqual({ group: 'changed', subject: 'revenue' });
		expect(findingSources[columns.source[0]!]).toBe('overview');
		const { trend } = overview.run(one, v.parse(overview.params, {})).result.tables;
		expect(trend.columns.revenue[columns.row[0]!]).toBe(columns.now[0]);
		const { movers } = result.tables;
		expect(movers.columns.change[0]).toBe(movers.columns.now[0]! - movers.columns.before[0]!);
		expect([...findings.members(one, params(), 'movers', 0)]).toEqual([movers.columns.customer[0]]);
		expect(rows).toBeLessThanOrEqual(10);
	});

	test('give no more rows than asked for, and say how many there were', () => {
		const one = shopOfOne();
		expect(run({ listed: 1 }, one).tables.findings.rows).toBe(1);
		expect(run({ listed: 1 }, one).scalars.found).toBe(run({ listed: 50 }, one).tables.findings.rows);
	});

	test('say what is missing where two periods do not follow each other', () => {
		const asOf = dayOf('2024-03-10');
		const rows: TestRow[] = [['ann', '2024-02-01', 5]];
		const result = run({}, { ledger: ledgerOf(rows), frame: { asOf, from: null, weekStart: 1 } });
		expect(result.status).toBe('not-enough-data');
		expect(result.missing).toEqual([{ code: 'findings-too-few-periods', params: { n: 1 } }]);
		expect(result.tables.findings.rows).toBe(0);
	});

	test('have nobody behind a row that is not there', () => {
		for (const [table, row] of [
			['findings', 999],
			['movers', -1],
			['segments', 12],
			['other', 0]
		] as const) {
			expect(() => findings.members(input, params(), table, row)).toThrow(
				expect.objectContaining({ code: 'selection-invalid' })
			);
		}
	});

	test.each([{ unit: 'year' }, { outlier: 1 }, { listed: 0 }, { seed: -1 }, { other: 1 }])(
		'refuse %o',
		(given) => {
			expect(v.safeParse(findings.params, given).success).toBe(false);
		}
	);
});
