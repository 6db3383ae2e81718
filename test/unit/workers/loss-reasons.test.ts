import { beforeEach, describe, expect, it } from 'vitest';
import { causeIds, type ChurnResult, type ReportForm, type ReportRequest } from '#lib/api/index.ts';
import { importOrders, importTable } from '#lib/import/index.ts';
import { readSnapshot, verifySnapshot } from '#lib/report/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { ask, valueOf, workspace } from './workspace.ts';

beforeEach(freshBrowser);

const orders = [
	'Order ID,Customer ID,Order date,Amount',
	...Array.from({ length: 30 }, (_, i) => `o${i},c${i % 15},2024-0${1 + (i % 6)}-1${i % 9},${10 + i * 3}`)
].join('\n');
const exits = [
	'Response ID,Customer ID,Date,Score,Reason',
	...Array.from(
		{ length: 12 },
		(_, i) => `r${i},c${i},2024-05-0${1 + (i % 8)},${i % 11},${i % 3 === 0 ? 'Too dear' : 'Moved away'}`
	)
].join('\n');
const lossReasons = {
	...{ table: 'exits', column: 'Reason' },
	mapped: [{ value: 'Too dear', cause: 'company' as const, name: 'Price' }]
};

describe('Reasons of the lost in the orders themselves', () => {
	/** Everyone orders once in January, and of every third the next order was cancelled, with a reason. */
	const withReasons = [
		'Order ID,Customer ID,Order date,Amount,Status,Channel,Cancel reason',
		...Array.from(
			{ length: 12 },
			(_, i) => `o${i},c${i},2024-01-0${1 + (i % 9)},${10 + i},paid,${i % 2 ? 'web' : 'app'},`
		),
		...Array.from(
			{ length: 4 },
			(_, i) => `x${i},c${3 * i},2024-02-01,5,cancelled,web,${i === 0 ? 'Late' : 'Too dear'}`
		),
		'o99,c1,2024-06-30,5,paid,web,'
	].join('\n');
	const own = { table: null, column: 'Cancel reason' };

	it('are offered from all files of a dataset, whichever was added last', async () => {
		const { analysis, take } = await workspace();
		const { id } = await take('orders.csv', withReasons);
		await take('july.csv', 'Order ID,Customer ID,Order date,Amount\no200,c1,2024-07-01,5', { appendTo: id });
		const { reasonColumns } = valueOf(await analysis.open(id, 'net'));
		expect(reasonColumns.map(({ column }) => column)).toEqual(['Cancel reason', 'Channel']);
	});

	it('are offered first, count the cancelled orders, and are verified from the file', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', withReasons);
		const { reasonColumns } = valueOf(await analysis.open('d1', 'net'));
		expect(reasonColumns.map(({ column }) => column)).toEqual(['Cancel reason', 'Channel']);
		const mapped = [{ value: 'Too dear', cause: 'company' as const }];
		const params = {
			...{ window: 'days', atRiskDays: 10, churnedDays: 20, model: 'none' },
			lossReasons: { ...own, mapped }
		};
		const { result } = valueOf(await analysis.analyse(ask('churn', params)));
		const { causes, lossValues } = (result as ChurnResult).tables;
		const counted = causeIds.map((id, row) => [id, causes.columns.customers[row]]);
		// 11 are lost: c1 came back. c0 said Late; c3, c6 and c9 found it too dear.
		expect(Object.fromEntries(counted)).toEqual({
			...{ company: 3, rival: 0, customer: 0, other: 0, unmapped: 1, unsaid: 7 }
		});
		expect([...lossValues.columns.value]).toEqual(['Too dear', 'Late']);
		const request: ReportRequest = {
			...{ title: 'Lost', preparedFor: '', locale: 'en', notes: '', nowMs: 0, appVersion: '1' },
			...{ hideBelow: null, sharing: null, sections: [ask('churn', params)] }
		};
		expect(await valueOf(await analysis.report(request, 'html', null)).text()).toContain(
			'Orders / Cancel reason'
		);
		const snapshot = readSnapshot(await valueOf(await analysis.report(request, 'snapshot', null)).text());
		const read = await importOrders(new Blob([withReasons]), 'orders.csv', snapshot.dataset.recipe);
		const verified = await verifySnapshot(
			snapshot,
			{ orders: [{ table: read.table, fingerprint: snapshot.dataset.fingerprint }], linked: [] },
			async () => undefined
		);
		expect(verified).toMatchObject({ differing: 0, sameFile: true });
		expect(verified.provenance.found).toBe(verified.provenance.saved);
	});
});

describe('Reasons of the lost in files', () => {
	it('stand in a report by cause, in neither of its files in their words but in the snapshot, which is verified', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', orders);
		const table = await take('exits.csv', exits);
		valueOf(await analysis.open('d1', 'net'));
		const params = { window: 'days', atRiskDays: 10, churnedDays: 20, model: 'none', lossReasons };
		const request: ReportRequest = {
			...{ title: 'Lost', preparedFor: '', locale: 'en', notes: '', nowMs: 0, appVersion: '1' },
			...{ hideBelow: null, sharing: null, sections: [ask('churn', params)] }
		};
		const write = async (form: ReportForm) => valueOf(await analysis.report(request, form, null));
		const html = await (await write('html')).text();
		expect(html).toContain('Why customers left');
		expect(html).toContain('exits / Reason');
		expect(html).not.toMatch(/Moved away|Price/);
		const snapshot = readSnapshot(await (await write('snapshot')).text());
		const linked = snapshot.beside?.linked[0];
		if (linked === undefined || !('entity' in table)) throw new Error('not a table');
		const [read, again] = await Promise.all([
			importOrders(new Blob([orders]), 'orders.csv', snapshot.dataset.recipe),
			importTable(new Blob([exits]), 'exits.csv', linked.recipe)
		]);
		const verified = await verifySnapshot(
			snapshot,
			{
				orders: [{ table: read.table, fingerprint: snapshot.dataset.fingerprint }],
				linked: [{ manifest: table, column: linked.column, table: again.table }]
			},
			async () => undefined
		);
		expect(verified).toMatchObject({ differing: 0, sameFile: true });
		expect(verified.provenance.found).toBe(verified.provenance.saved);
	});
});
