import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { causeIds, type ChurnResult, type MappedReason } from '#lib/api/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { ask, valueOf, workspace } from '../../unit/workers/workspace.ts';

interface Golden {
	readonly window: number;
	readonly mapped: readonly MappedReason[];
	readonly orders: string;
	readonly survey: string;
	readonly causes: Readonly<
		Record<
			(typeof causeIds)[number],
			{
				readonly customers: number;
				readonly stake: number;
				readonly who: readonly string[];
				readonly share?: number;
				readonly interval?: readonly [number, number];
				readonly stakeShare?: number;
			}
		>
	>;
	readonly values: Readonly<
		Record<string, { readonly churned: number; readonly answers: number; readonly stake: number }>
	>;
	readonly said: number;
	readonly early: number;
}

const golden = JSON.parse(
	readFileSync(new URL('../golden/loss-reasons.json', import.meta.url), 'utf8')
) as Golden;

beforeEach(freshBrowser);

// Oracle: test/oracle/make/loss_reasons.py, by brute force. Tolerance: 10⁻¹² for shares and intervals, none for all else.
describe('Why the lost left', () => {
	const params = {
		...{ window: 'days', churnedDays: golden.window, atRiskDays: 30, model: 'none' },
		lossReasons: { table: 'survey', column: 'Churn reason', mapped: golden.mapped }
	};

	it('is what an independent program counts: causes, money, intervals, reasons, and the people behind each', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', golden.orders);
		await take('survey.csv', golden.survey);
		expect(valueOf(await analysis.open('d1', 'net')).reasonColumns).toContainEqual({
			table: 'survey',
			column: 'Churn reason'
		});
		const request = ask('churn', params);
		const { tables, scalars } = valueOf(await analysis.analyse(request)).result as ChurnResult;
		const { columns } = tables.causes;
		for (const [row, id] of causeIds.entries()) {
			const { customers, stake, share, interval, stakeShare, who } = golden.causes[id];
			expect([columns.customers[row], columns.stake[row]]).toEqual([customers, stake]);
			const found = [columns.share, columns.low, columns.high, columns.stakeShare].map(
				(own) => own[row] ?? 0
			);
			const expected = [share, ...(interval ?? [undefined, undefined]), stakeShare];
			for (const [at, value] of expected.entries()) {
				if (value === undefined) expect(found[at]).toBeNaN();
				else expect(found[at]).toBeCloseTo(value, 12);
			}
			const page = valueOf(
				await analysis.customers({
					...{ rfm: ask('rfm'), lifecycle: ask('lifecycle'), search: '', sort: 'customer' },
					...{ descending: false, offset: 0, limit: 500, selection: { request, table: 'causes', row } }
				})
			);
			expect([...page.keys].sort()).toEqual(who);
		}
		expect([scalars.lostSaid, scalars.lostSaidEarly]).toEqual([golden.said, golden.early]);
		const found = tables.lossValues.columns.value.map((value, row) => {
			const { customers, answers, stake } = tables.lossValues.columns;
			return [value, { churned: customers[row], answers: answers[row], stake: stake[row] }];
		});
		expect(Object.fromEntries(found)).toEqual(golden.values);
	});

	it('adds up: everyone lost stands in one row, and those who said why are the sum of the reasons', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', golden.orders);
		await take('survey.csv', golden.survey);
		valueOf(await analysis.open('d1', 'net'));
		for (const mapped of [[], golden.mapped]) {
			const lossReasons = { ...params.lossReasons, mapped };
			const request = ask('churn', { ...params, lossReasons });
			const { tables, scalars } = valueOf(await analysis.analyse(request)).result as ChurnResult;
			const sum = (of: Iterable<number>) => [...of].reduce((a, b) => a + b, 0);
			expect(sum(tables.causes.columns.customers)).toBe(scalars.churned);
			expect(sum(tables.causes.columns.stake)).toBe(scalars.stakeChurned);
			expect(sum(tables.lossValues.columns.customers)).toBe(scalars.lostSaid);
			if (mapped.length === 0) {
				expect(tables.causes.columns.customers[causeIds.indexOf('unmapped')]).toBe(scalars.lostSaid);
			}
		}
	});

	it('is not told where no column is chosen, and missed aloud where the column is gone', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', golden.orders);
		valueOf(await analysis.open('d1', 'net'));
		const bare = valueOf(await analysis.analyse(ask('churn', { ...params, lossReasons: null }))).result;
		expect([bare.tables['causes']?.rows, bare.scalars['lostSaid']]).toEqual([0, NaN]);
		const gone = valueOf(await analysis.analyse(ask('churn', params))).result;
		expect(gone.warnings.map(({ code }) => code)).toContain('churn-no-reasons');
	});
});
