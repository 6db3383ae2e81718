import { beforeEach, describe, expect, it } from 'vitest';
import type { ContractsResult, ReportForm, ReportRequest } from '#lib/api/index.ts';
import { attributeColumn } from '#lib/core/dataset/sharing.ts';
import { importOrders, importTable } from '#lib/import/index.ts';
import { readSnapshot, verifySnapshot } from '#lib/report/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { ask, valueOf, workspace } from './workspace.ts';

beforeEach(freshBrowser);

const orders = [
	'Order ID,Customer ID,Order date,Amount',
	...Array.from({ length: 40 }, (_, i) => `o${i},c${i},2024-0${1 + (i % 6)}-1${i % 9},${10 + i}`)
].join('\n');
/** Of 40, ten each are active, frozen, gekündigt and without a status. */
const plans = [
	'Subscription ID,Customer ID,Tenure,Plan,Monthly fee,Status',
	...Array.from({ length: 40 }, (_, i) => {
		const status = ['active', 'frozen', 'gekündigt', ''][i % 4] as string;
		return `s${i},c${i},${1 + (i % 7)},${i % 2 ? 'plus' : 'basic'},9.50,${status}`;
	})
].join('\n');
const statuses = [
	{ column: 'Status', value: 'frozen', ended: true },
	{ column: 'Another', value: 'active', ended: true }
];

describe('Statuses of contracts', () => {
	it('mean an end by known words, or as somebody decided, and so in reports and when they are verified', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', orders);
		const table = await take('plans.csv', plans);
		valueOf(await analysis.open('d1', 'net'));
		const of = async (params: object) =>
			valueOf(await analysis.analyse(ask('contracts', { age: 'month', ...params })))
				.result as ContractsResult;
		const byWords = await of({});
		expect([byWords.scalars.ended, byWords.tables.source.columns.status]).toEqual([10, ['Status']]);
		const { scalars, tables } = await of({ statuses });
		expect([scalars.ended, scalars.active]).toEqual([20, 20]);
		const { value, rows, ended, decided } = tables.statuses.columns;
		const told = value.map((own, row) => [own, rows[row], ended[row], decided[row]]);
		expect(told.sort()).toEqual([
			['active', 10, 0, 0],
			['frozen', 10, 1, 1],
			['gekündigt', 10, 1, 0]
		]);
		const request = (sharing: ReportRequest['sharing']): ReportRequest => ({
			...{ title: 'Plans', preparedFor: '', locale: 'en', notes: '', nowMs: 0, appVersion: '1' },
			...{ hideBelow: null, sharing, sections: [ask('contracts', { age: 'month', statuses })] }
		});
		const write = async (form: ReportForm, sharing: ReportRequest['sharing'] = null) =>
			valueOf(await analysis.report(request(sharing), form, null)).text();
		expect(await write('html')).toMatch(
			/Statuses that mean ended.{0,80}(?:frozen and gekündigt|gekündigt and frozen)/s
		);
		const read = await importOrders(
			new Blob([orders]),
			'orders.csv',
			readSnapshot(await write('snapshot')).dataset.recipe
		);
		const dropped = {
			policies: [{ column: attributeColumn('plans / Status'), policy: 'drop' as const }],
			consent: null
		};
		for (const sharing of [null, dropped]) {
			const written = await write('snapshot', sharing);
			expect(/frozen/.test(written)).toBe(sharing === null);
			const snapshot = readSnapshot(written);
			const linked = snapshot.beside?.linked[0];
			if (linked === undefined || !('entity' in table)) throw new Error('not a table');
			const again = await importTable(new Blob([plans]), 'plans.csv', linked.recipe);
			const verified = await verifySnapshot(
				snapshot,
				{
					orders: [{ table: read.table, fingerprint: snapshot.dataset.fingerprint }],
					linked: [{ manifest: table, column: linked.column, table: again.table }]
				},
				async () => undefined
			);
			expect(verified).toMatchObject({ differing: 0, sameFile: true });
		}
	});
});

describe('Contracts as of a day that is asked for', () => {
	it('are those that had begun and not ended by then, later than the last order too', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', orders);
		await take(
			'plans.csv',
			[
				'Subscription ID,Customer ID,Start date,End date,Plan',
				...Array.from(
					{ length: 40 },
					(_, i) => `s${i},c${i},2023-0${1 + (i % 4)}-01,2024-0${5 + (i % 4)}-01,basic`
				)
			].join('\n')
		);
		const { lastDay } = valueOf(await analysis.open('d1', 'net'));
		const active = async (asOf: number | null) => {
			const question = ask('contracts', { grace: 0 });
			const { result } = valueOf(await analysis.analyse({ ...question, frame: { ...question.frame, asOf } }));
			return [(result as ContractsResult).scalars.active, result.frame.asOf];
		};
		const day = (text: string) => Date.parse(text) / 86_400_000;
		expect(await active(day('2023-02-15'))).toEqual([20, day('2023-02-15')]);
		expect(await active(day('2024-06-15'))).toEqual([20, day('2024-06-15')]);
		expect(await active(day('2024-08-15'))).toEqual([0, day('2024-08-15')]);
		expect(await active(null)).toEqual([20, lastDay]);
	});
});
