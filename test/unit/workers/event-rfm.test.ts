import { beforeEach, describe, expect, it } from 'vitest';
import type { AnalysisRequest, ReportForm, ReportRequest, RfmResult } from '#lib/api/index.ts';
import { dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { customersOfKeys } from '#lib/core/links/linked-reader.ts';
import { importOrders, importTable } from '#lib/import/index.ts';
import { describeRfm } from '#lib/report/model/rfm.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { readSnapshot, verifySnapshot } from '#lib/report/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { ask, valueOf, workspace } from './workspace.ts';

beforeEach(freshBrowser);

const orders = [
	'Order ID,Customer ID,Order date,Amount',
	...Array.from({ length: 24 }, (_, i) => `o${i},c${i % 12},2024-0${1 + (i % 6)}-1${i % 9},${10 + i * 3}`)
].join('\n');
const visits = [
	'Customer ID,Visit date,Channel,Minutes',
	...Array.from(
		{ length: 40 },
		(_, i) => `c${(i * i) % 11},2024-0${1 + (i % 5)}-2${i % 8},app,${(i * 7) % 31}.5`
	),
	'nobody,2024-02-02,web,4',
	'c1,2024-12-24,web,4'
].join('\n');
const source = { table: 'visits', value: 'Minutes' };

async function opened() {
	const made = await workspace();
	const manifests = [await made.take('orders.csv', orders), await made.take('visits.csv', visits)];
	valueOf(await made.analysis.open('d1', 'net'));
	return { ...made, manifests };
}

const reportOf = (params: AnalysisRequest['params'], locale: 'en' | 'zh-CN' = 'en'): ReportRequest => ({
	...{ title: 'By visits', preparedFor: '', locale, notes: '', nowMs: 0, appVersion: '1' },
	...{ hideBelow: null, sharing: null, currency: 'GBP' },
	sections: [ask('rfm', params)]
});

describe('RFM of visits', () => {
	it('names the people behind a cell, of visits and not of orders', async () => {
		const { analysis } = await opened();
		const request = ask('rfm', { source });
		const { result } = valueOf(await analysis.analyse(request));
		const { matrix } = (result as RfmResult).tables;
		let people = 0;
		for (let row = 0; row < matrix.rows; row++) {
			const query = {
				...{ rfm: request, lifecycle: ask('lifecycle'), search: '', sort: 'customer' as const },
				...{ descending: false, offset: 0, limit: 50, selection: { request, table: 'matrix', row } }
			};
			const page = valueOf(await analysis.customers(query));
			expect(page.matches).toBe(matrix.columns.customers[row]);
			for (let at = 0; at < page.keys.length; at++) {
				expect([page.r[at], page.f[at]]).toEqual([matrix.columns.r[row], matrix.columns.column[row]]);
			}
			people += page.matches;
		}
		expect(people).toBe(result.n);
		const { orphans, later } = (result as RfmResult).tables.source.columns;
		expect([orphans[0], later[0]]).toEqual([1, 1]);
	});

	it('refuses a table that is not linked, and a column that has no numbers', async () => {
		const { analysis } = await opened();
		for (const wrong of [
			{ table: 'calls', value: null },
			{ table: 'visits', value: 'Channel' }
		]) {
			const refused = await analysis.analyse(ask('rfm', { source: wrong }));
			expect(refused).toMatchObject({
				ok: false,
				error: { code: 'params-invalid', params: { method: 'rfm', param: 'source' } }
			});
		}
	});

	it('leaves stages, movement and the orders of the list to orders', async () => {
		const { analysis } = await opened();
		const history = async (params: AnalysisRequest['params']) =>
			valueOf(
				await analysis.customerHistory({
					...{ rfm: ask('rfm', params), lifecycle: ask('lifecycle'), customer: 'c1', unit: 'month' }
				})
			);
		const [byOrders, byVisits] = [await history({}), await history({ source })];
		expect(byVisits.stage.slice(-4)).toEqual(byOrders.stage.slice(-4));
		expect(byVisits.f).not.toEqual(byOrders.f);
		const query = (params: AnalysisRequest['params']) => ({
			...{ rfm: ask('rfm', params), lifecycle: ask('lifecycle'), search: '', sort: 'customer' as const },
			...{ descending: false, offset: 0, limit: 50, selection: null }
		});
		const [list, listed] = [
			valueOf(await analysis.customers(query({}))),
			valueOf(await analysis.customers(query({ source })))
		];
		expect(listed.revenue).toBe(list.revenue);
		expect(listed.lastDay).toEqual(list.lastDay);
		expect(listed.monetary).not.toEqual(list.monetary);
		const moved = await analysis.analyse(ask('migration', { rfm: { source } }));
		expect(moved).toMatchObject({ ok: false, error: { code: 'params-invalid' } });
	});

	it('is written without a sign of money, and verified from its files', async () => {
		const { analysis, manifests } = await opened();
		const write = async (form: ReportForm, locale?: 'zh-CN') =>
			valueOf(
				await analysis.report(
					reportOf({ source, vip: { recency: null, frequency: 2, monetary: 9.5 } }, locale),
					form,
					null
				)
			);
		const html = await (await write('html')).text();
		const chapter = (of: string) =>
			of.slice(of.indexOf('id="chapter-2"'), of.lastIndexOf('id="definitions"'));
		const body = chapter(html);
		expect(body).toContain('Scored by visits: F counts contacts, M is Minutes. 40 of 42 rows count');
		expect(body).not.toMatch(/£|undefined|revenue/i);
		const chinese = await (await write('html', 'zh-CN')).text();
		expect(chapter(chinese)).toContain('按“visits”打分');
		expect(chapter(chinese)).not.toMatch(/£|undefined|销售额|消费/);
		const { result } = valueOf(await analysis.analyse(ask('rfm', { source })));
		const { blocks } = describeRfm(result as RfmResult, voiceFor('en', { scale: 2, currency: 'GBP' }));
		for (const block of blocks) {
			if (block.kind === 'matrix') expect(block.matrix.as).toBe('number');
			if (!('table' in block)) continue;
			expect(block.table.rows.flat().filter(({ as }) => as === 'money')).toEqual([]);
			expect(block.table.rows.flat().some(({ as }) => as === 'number')).toBe(true);
		}
		for (const form of ['xlsx', 'csv', 'parquet'] as const)
			expect((await write(form)).size).toBeGreaterThan(900);
		const snapshot = readSnapshot(await (await write('snapshot')).text());
		const [, table] = manifests;
		const linked = snapshot.beside?.linked[0];
		if (table === undefined || !('entity' in table) || linked === undefined) throw new Error('not a table');
		const [made, tables] = await Promise.all([
			importOrders(new Blob([orders]), 'orders.csv', snapshot.dataset.recipe),
			importTable(new Blob([visits]), 'visits.csv', linked.recipe)
		]);
		const verified = await verifySnapshot(
			snapshot,
			{
				orders: [{ table: made.table, fingerprint: snapshot.dataset.fingerprint }],
				linked: [{ manifest: table, column: linked.column, table: tables.table }]
			},
			async () => undefined
		);
		expect(verified).toMatchObject({ differing: 0, sameFile: true });
		expect(verified.compared).toBeGreaterThan(100);
		expect(verified.provenance.found).toBe(verified.provenance.saved);
	});
});

describe('Keys of a linked table', () => {
	it('mean the customer into whom their id was merged', async () => {
		const customers = dictionaryOf(['ann', 'bob']);
		const keys = dictionaryOf(['bob', 'old ann', 'nobody']);
		const match = async (from: typeof keys, to: typeof keys) => {
			const names = (own: typeof keys) => Array.from({ length: own.size }, (_, at) => decode(own, at));
			return Uint32Array.from(names(from), (name) => {
				const at = names(to).indexOf(name);
				return at < 0 ? NO_CODE : at;
			});
		};
		expect([...(await customersOfKeys(keys, customers, [['ann', 'old ann']], match))]).toEqual([
			1,
			0,
			NO_CODE
		]);
	});
});

function decode({ bytes, offsets }: ReturnType<typeof dictionaryOf>, at: number): string {
	return new TextDecoder().decode(bytes.subarray(offsets[at], offsets[at + 1]));
}
