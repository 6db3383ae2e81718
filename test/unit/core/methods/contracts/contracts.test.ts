import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { contracts } from '#lib/core/methods/contracts/method.ts';
import type { ContractsResult } from '#lib/core/methods/contracts/types.ts';
import type { CustomerContracts } from '#lib/core/dataset/customer-contracts.ts';
import { warningText } from '#lib/i18n/coded.ts';
import { loadSpeech } from '#lib/i18n/load-messages.ts';
import { datedContracts, type TestContract } from '../../../../support/contracts.ts';
import { dayOf, ledgerOf } from '../../../../support/ledger.ts';

const asOf = dayOf('2024-07-15');
const inputOf = (own: CustomerContracts | null, from: number | null = null) => ({
	ledger: ledgerOf([]),
	frame: { asOf, from, weekStart: 1 },
	contracts: own
});
const run = (
	rows: readonly TestContract[],
	given: object = {},
	from: number | null = null
): ContractsResult =>
	contracts.run(inputOf(datedContracts(rows), from), v.parse(contracts.params, given)).result;
const d = dayOf;

const rows: TestContract[] = [
	// Renewed a day later, then runs.
	[0, d('2022-03-01'), d('2023-02-28'), 100, 0],
	[0, d('2023-03-01'), null, 120, 1],
	// Ended, and back after the grace days.
	[1, d('2022-05-10'), d('2023-05-10'), 50, 0],
	[1, d('2024-01-10'), d('2025-01-10'), 60, 0],
	// Ended for good, within half a year.
	[2, d('2024-01-05'), d('2024-03-20'), 30, 1],
	// Ended two weeks ago: undecided.
	[3, d('2023-07-01'), d('2024-07-01'), 70, 2],
	// Two side by side.
	[4, d('2023-01-01'), d('2024-02-01'), 10, 0],
	[4, d('2023-06-01'), null, 20, 0],
	// Left out.
	[null, d('2023-01-01'), null, 1],
	[5, null, null, 1],
	[5, d('2023-05-01'), d('2023-04-01'), 1],
	[5, d('2025-01-01'), null, 1]
];

describe('contracts', () => {
	test('counts rows, spells and money as of the day', () => {
		const { scalars, n } = run(rows);
		expect(scalars).toMatchObject({
			...{ rows: 12, used: 8, orphans: 1, undated: 1, reversed: 1, later: 1, endUnknown: 0 },
			...{ spells: 6, ended: 2, active: 4, inGrace: 1, customers: 5, dated: 1 },
			money: 120 + 60 + 70 + 20
		});
		expect(n).toBe(5);
	});

	test('tells the movements of a year by year', () => {
		const { periods } = run(rows, { unit: 'year' }).tables;
		const { columns } = periods;
		expect([...columns.period]).toEqual([d('2022-01-01'), d('2023-01-01'), d('2024-01-01')]);
		expect([...columns.start]).toEqual([0, 2, 3]);
		expect([...columns.new]).toEqual([2, 2, 1]);
		expect([...columns.back]).toEqual([0, 0, 1]);
		expect([...columns.renewed]).toEqual([0, 1, 1]);
		expect([...columns.ended]).toEqual([0, 1, 1]);
		// The one that began and ended within 2024 was not there at its start.
		expect([...columns.lost]).toEqual([0, 1, 0]);
		expect([...columns.end]).toEqual([2, 3, 4]);
		expect(columns.rate[1]).toBe(0.5);
		expect([...columns.moneyStart]).toEqual([0, 150, 220]);
		expect([...columns.moneyEnded]).toEqual([0, 50, 30]);
		expect([...columns.incomplete]).toEqual([0, 0, 1]);
		expect(run(rows, { unit: 'year' }, d('2023-06-01')).tables.periods.rows).toBe(2);
	});

	test('without grace days a break of a day ends a spell', () => {
		const { scalars } = run(rows.slice(0, 2), { grace: 0 });
		expect(scalars).toMatchObject({ spells: 2, ended: 1, active: 1 });
	});

	test('lists those under contract in a group and those whose contract ended in a period, and nobody else', () => {
		const params = v.parse(contracts.params, { unit: 'year' });
		const input = inputOf(datedContracts(rows));
		expect([...contracts.members(input, params, 'groups', 3)]).toEqual([0, 1, 3, 4]);
		expect([...contracts.members(input, params, 'periods', 2)]).toEqual([2]);
		expect(() => contracts.members(input, params, 'periods', 9)).toThrow('selection-invalid');
		expect(() => contracts.members(input, params, 'survival', 0)).toThrow('selection-invalid');
	});

	test.each([
		[null, 'contracts-no-table'],
		[datedContracts([[null, 1, null]]), 'contracts-no-rows']
	])('says what is missing: %#', (own, code) => {
		const { result } = contracts.run(inputOf(own), v.parse(contracts.params, {}));
		expect([result.status, result.missing[0]?.code]).toEqual(['not-enough-data', code]);
	});

	test('says that one period, no end, or few ends say too little for a model', () => {
		const codes = (of: readonly TestContract[]) => run(of).warnings.map(({ code }) => code);
		expect(codes([[0, asOf - 300, asOf - 100]])).toContain('contracts-one-period');
		expect(codes([[0, asOf - 900, null]])).toContain('contracts-nobody-left');
		expect(codes(rows).filter((code) => !code.startsWith('contracts-out-'))).toEqual([
			...['contracts-few', 'contracts-few-ends']
		]);
	});

	test('says of rows that do not count why, each reason by itself, and none that no row has', async () => {
		const told = async (of: readonly TestContract[], locale: 'en' | 'zh-CN') => {
			const { messages } = await loadSpeech(locale);
			return run(of)
				.warnings.filter(({ code }) => code.startsWith('contracts-out-'))
				.map((warning) => warningText(messages, warning));
		};
		const twice = [...rows.filter(([who]) => who !== 5), [null, d('2023-01-01'), null, 1] as const];
		expect(await told(rows.slice(0, 9), 'en')).toEqual([
			'1 of 9 rows does not count: its customer is not known.'
		]);
		expect(await told(twice, 'en')).toEqual(['2 of 10 rows do not count: their customers are not known.']);
		expect(await told(rows, 'zh-CN')).toEqual([
			'12 行中有 1 行未计入：客户未知。',
			'12 行中有 1 行未计入：无起始日或时长。',
			'12 行中有 1 行未计入：到期早于起始。',
			'12 行中有 1 行未计入：截至该日尚未开始。'
		]);
	});

	test('refuses parameters that are none', () => {
		expect(() => v.parse(contracts.params, { grace: 400 })).toThrow();
		expect(() => v.parse(contracts.params, { discount: 0 })).toThrow();
	});
});
