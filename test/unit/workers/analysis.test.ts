import { beforeEach, describe, expect, it } from 'vitest';
import {
	customerFileColumns,
	type AnalysisRequest,
	type CustomerFileRequest,
	type CustomerQuery,
	type Envelope
} from '#lib/api/index.ts';
import { RowKind } from '#lib/core/dataset/order-table.ts';
import type { AnyMethod } from '#lib/core/methods/types.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { analysisHandler, type AnalysisTools } from '../../../workers/analysis/handler.ts';
import { provenanceOf } from '../../../workers/analysis/provenance.ts';
import { buffersIn } from '../../../workers/shared/transfer.ts';
import { definitions, findMethod, methods, shopLines, storedShop, tableOf } from './shop.ts';

beforeEach(freshBrowser);

async function handler(table = tableOf(shopLines), change: Partial<AnalysisTools> = {}) {
	const connection = await storedShop(table);
	return analysisHandler({
		connection,
		definitions,
		findMethod,
		provenance: provenanceOf,
		writeReport: async ({ analyses, dataset }, form, passphrase) =>
			new Blob([
				JSON.stringify({
					methods: analyses.map(({ result }) => result.method),
					orders: dataset.orders,
					form,
					passphrase
				})
			]),
		now: () => 0,
		...change
	});
}

async function openShop(...args: Parameters<typeof handler>) {
	const api = await handler(...args);
	valueOf(await api.open('shop', 'net'));
	return api;
}

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(`${envelope.error.code} ${JSON.stringify(envelope.error)}`);
	return envelope.value;
}

const frame = { asOf: null, from: null, weekStart: 1 };
const request = (method: string, change: Partial<AnalysisRequest> = {}): AnalysisRequest => ({
	method,
	params: {},
	frame,
	refunds: 'net',
	...change
});
const query = (change: Partial<CustomerQuery> = {}): CustomerQuery => ({
	rfm: request('rfm'),
	lifecycle: request('lifecycle'),
	selection: null,
	search: '',
	sort: 'customer',
	descending: false,
	offset: 0,
	limit: 100,
	...change
});

/** All that is known of each, as it is. */
const fileOf = (of: CustomerQuery, change: Partial<CustomerFileRequest> = {}): CustomerFileRequest => ({
	query: of,
	columns: customerFileColumns.map((id) => ({ id, header: id, policy: 'keep' })),
	consent: null,
	labels: { segments: [], stages: [] },
	...change
});

describe('opening', () => {
	it('says what the dataset holds', async () => {
		const api = await handler();
		expect(valueOf(await api.open('shop', 'net'))).toMatchObject({
			customers: 5,
			prospects: 2,
			orders: 8,
			revenue: 17683,
			firstDay: 10,
			lastDay: 100,
			ordersNettedAway: 0
		});
	});

	it('ends on the last row where no order counts', async () => {
		const refunds = shopLines.map((line) => ({ ...line, kind: RowKind.REFUND_UNMATCHED }));
		const api = await handler(tableOf(refunds));
		// The days of the rows, as the manifest of the test's datasets has them.
		const span = { firstDay: 1, lastDay: 9 };
		expect(valueOf(await api.open('shop', 'net'))).toMatchObject({ customers: 0, orders: 0, ...span });
		const { result } = valueOf(await api.analyse(request('rfm')));
		expect([result.status, result.frame.asOf]).toEqual(['not-enough-data', span.lastDay]);
	});

	it('answers with a code when there is no such dataset, or none is open', async () => {
		const api = await handler();
		expect(await api.open('other', 'net')).toMatchObject({ error: { code: 'storage-not-found' } });
		expect(await api.analyse(request('rfm'))).toMatchObject({ error: { code: 'dataset-not-open' } });
		expect(await api.customers(query())).toMatchObject({ error: { code: 'dataset-not-open' } });
	});

	it('holds the dataset that was asked for last, however long each takes', async () => {
		const connection = await storedShop(tableOf(shopLines));
		await storedShop(tableOf(shopLines.slice(0, 2)), 'small');
		const both = analysisHandler({
			connection,
			definitions,
			findMethod,
			provenance: provenanceOf,
			writeReport: async () => new Blob(),
			now: () => 0
		});
		const [first, second] = await Promise.all([both.open('shop', 'net'), both.open('small', 'net')]);
		expect(first).toMatchObject({ error: { code: 'cancelled' } });
		expect(second).toMatchObject({ value: { orders: 2 } });
		expect(valueOf(await both.customers(query())).all).toBe(1);
	});
});

describe('analysing', () => {
	it('lists the definitions in the registry’s order', async () => {
		const api = await handler();
		const ids = valueOf(await api.catalogue()).map(({ id }) => id);
		expect(ids).toEqual([
			'overview',
			'findings',
			'rfm',
			'lifecycle',
			'migration',
			'retention',
			'origins',
			'churn',
			'contracts',
			'value',
			'contribution'
		]);
	});

	it('takes the latest order date as the as-of date, and the method’s defaults', async () => {
		const api = await openShop();
		const { result, provenance } = valueOf(await api.analyse(request('rfm')));
		expect(result.frame).toEqual({ asOf: 100, from: null, weekStart: 1 });
		expect(result.params).toMatchObject({ binning: 'quantile', bins: 5 });
		expect(provenance).toMatch(/^[0-9a-f]{64}$/);
	});

	it('computes nothing twice, and keeps what it gave away whole', async () => {
		let runs = 0;
		const counting = methods.map((method): AnyMethod => ({
			...method,
			run: (...args) => {
				runs++;
				return method.run(...args);
			}
		}));
		const find = (id: string) => counting[methods.indexOf(findMethod(id))] ?? findMethod(id);
		const api = await openShop(tableOf(shopLines), { findMethod: find });
		const first = valueOf(await api.analyse(request('rfm')));
		const text = JSON.stringify(first);
		// What the wall does to an answer: its buffers move away.
		structuredClone(first, { transfer: buffersIn(first) });
		const again = valueOf(await api.analyse(request('rfm', { frame: { ...frame, asOf: 100 } })));
		expect(JSON.stringify(again)).toBe(text);
		expect(runs).toBe(1);
		valueOf(await api.analyse(request('rfm', { params: { bins: 4 } })));
		expect(runs).toBe(2);
	});

	it('gives equal provenance to equal questions and another to any other', async () => {
		const api = await openShop();
		const hash = async (change: Partial<AnalysisRequest>) =>
			valueOf(await api.analyse(request('rfm', change))).provenance;
		expect(await hash({ params: { bins: 5 } })).toBe(await hash({}));
		const others = await Promise.all([
			hash({}),
			hash({ params: { bins: 4 } }),
			hash({ refunds: 'gross' }),
			hash({ frame: { ...frame, asOf: 99 } }),
			hash({ frame: { ...frame, from: 20 } })
		]);
		expect(new Set(others).size).toBe(others.length);
	});

	it.each([
		['method-unknown', request('astrology')],
		['params-invalid', request('rfm', { params: { bins: 99 } })],
		['params-invalid', request('rfm', { frame: { ...frame, asOf: 1.5 } })],
		['params-invalid', request('rfm', { frame: { ...frame, asOf: 5, from: 6 } })],
		['params-invalid', request('rfm', { frame: { ...frame, weekStart: 8 } })]
	])('refuses with %s what it cannot answer', async (code, asked) => {
		const api = await openShop();
		expect(await api.analyse(asked)).toMatchObject({ ok: false, error: { code } });
	});

	it('names the parameter that is wrong', async () => {
		const api = await openShop();
		expect(await api.analyse(request('rfm', { params: { bins: 'five' } }))).toMatchObject({
			error: { code: 'params-invalid', params: { method: 'rfm', param: 'bins' } }
		});
	});

	it('answers a fault of its own with a plain record', async () => {
		const broken = methods.map((method): AnyMethod => ({
			...method,
			run: () => {
				throw new RangeError('Array buffer allocation failed');
			}
		}));
		const api = await openShop(tableOf(shopLines), {
			findMethod: (id) => broken[methods.indexOf(findMethod(id))] ?? findMethod(id)
		});
		expect(await api.analyse(request('overview'))).toMatchObject({ error: { code: 'out-of-memory' } });
	});
});

describe('the list of customers', () => {
	it('has everyone known, prospects included, with empty scores outside the scored base', async () => {
		const api = await openShop();
		const page = valueOf(
			await api.customers(query({ rfm: request('rfm', { frame: { ...frame, from: 50 } }) }))
		);
		expect(page.keys).toEqual(['9', '10', '=cmd', 'K7', 'k8', 'p1', 'p2']);
		expect(page.names).toEqual(['Anna', '王芳', 'bob, "the" builder', '', 'ANNABEL', 'Paul', '']);
		expect(page).toMatchObject({ matches: 7, all: 7, offset: 0 });
		expect(page.frequency).toEqual(Float64Array.of(NaN, 2, NaN, 1, 1, NaN, NaN));
		expect(page.recency).toEqual(Float64Array.of(NaN, 1, NaN, 50, 0, NaN, NaN));
		expect(Array.from(page.r, (score) => score === 0)).toEqual([true, false, true, false, false, true, true]);
		expect(Array.from(page.segment, (code) => code === 255)).toEqual([
			true,
			false,
			true,
			false,
			false,
			true,
			true
		]);
		expect(page.firstDay).toEqual(Float64Array.of(10, 12, 30, 50, 100, NaN, NaN));
		expect(page.lastDay).toEqual(Float64Array.of(40, 99, 30, 50, 100, NaN, NaN));
		expect(page.revenue).toBe(2100 + 5 + 700 + 333);
		expect(Array.from(page.stage)).not.toContain(255);
	});

	it('leaves out those first seen after the as-of date', async () => {
		const api = await openShop();
		const past = { ...frame, asOf: 60 };
		const page = valueOf(
			await api.customers(
				query({ rfm: request('rfm', { frame: past }), lifecycle: request('lifecycle', { frame: past }) })
			)
		);
		expect(page.keys).toEqual(['9', '10', '=cmd', 'K7', 'p1']);
		expect(page).toMatchObject({ matches: 5, all: 5 });
		expect(page.lastDay[1]).toBe(12);
	});

	it.each([
		['ann', ['9', 'k8']],
		['ANN', ['9', 'k8']],
		['ａｎｎａｂ', ['k8']],
		['王', ['10']],
		['k', ['K7', 'k8']],
		['0', ['10']],
		['builder', ['=cmd']],
		['.*', []],
		['\u0000', ['9', '10', '=cmd', 'K7', 'k8', 'p1', 'p2']],
		['9anna', []]
	])('finds %j in keys and names, as plain text', async (search, keys) => {
		const api = await openShop();
		const page = valueOf(await api.customers(query({ search })));
		expect(page.keys).toEqual(keys);
		expect(page).toMatchObject({ matches: keys.length, all: 7 });
	});

	it.each([
		['monetary', false, ['k8', 'K7', '9', '10', '=cmd', 'p1', 'p2']],
		['monetary', true, ['=cmd', '10', '9', 'K7', 'k8', 'p1', 'p2']],
		// Equal frequencies stay in canonical order, whichever way.
		['frequency', false, ['=cmd', 'K7', 'k8', '9', '10', 'p1', 'p2']],
		['frequency', true, ['10', '9', '=cmd', 'K7', 'k8', 'p1', 'p2']],
		['name', false, ['9', 'k8', '=cmd', 'p1', '10', 'K7', 'p2']],
		['name', true, ['10', 'p1', '=cmd', 'k8', '9', 'K7', 'p2']],
		['first', true, ['k8', 'K7', '=cmd', '10', '9', 'p1', 'p2']],
		['customer', true, ['p2', 'p1', 'k8', 'K7', '=cmd', '10', '9']]
	] as const)('sorts by %s, descending %s, those without a value last', async (sort, descending, keys) => {
		const api = await openShop();
		expect(valueOf(await api.customers(query({ sort, descending }))).keys).toEqual(keys);
	});

	it('gives windows of one and the same order', async () => {
		const api = await openShop();
		const page = valueOf(await api.customers(query({ sort: 'monetary', offset: 2, limit: 2 })));
		expect(page.keys).toEqual(['9', '10']);
		expect(page).toMatchObject({ matches: 7, offset: 2 });
		expect(valueOf(await api.customers(query({ offset: 99 }))).keys).toEqual([]);
	});

	it('shows who stands behind a mark, as many as the mark says', async () => {
		const api = await openShop();
		const asked = request('rfm');
		const { result } = valueOf(await api.analyse(asked));
		const counts = result.tables.matrix?.columns.customers as Uint32Array;
		let seen = 0;
		for (let row = 0; row < counts.length; row++) {
			const selection = { request: asked, table: 'matrix', row };
			const page = valueOf(await api.customers(query({ selection })));
			expect(page.matches, `cell ${row}`).toBe(counts[row]);
			seen += page.matches;
		}
		expect(seen).toBe(5);
		const wrong = { request: asked, table: 'matrix', row: 99 };
		expect(await api.customers(query({ selection: wrong }))).toMatchObject({
			error: { code: 'selection-invalid' }
		});
	});

	it('joins a selection with a search', async () => {
		const api = await openShop();
		const { result } = valueOf(await api.analyse(request('lifecycle')));
		const counts = result.tables.stages?.columns.customers as Uint32Array;
		const row = counts.findIndex((count) => count > 0);
		const selection = { request: request('lifecycle'), table: 'stages', row };
		const all = valueOf(await api.customers(query({ selection })));
		const found = valueOf(await api.customers(query({ selection, search: all.keys[0] ?? '' })));
		expect(all.keys).toEqual(expect.arrayContaining([...found.keys]));
		expect(found.keys).toContain(all.keys[0]);
	});

	it('has no names when the data has none', async () => {
		const api = await openShop(tableOf(shopLines, false));
		expect(valueOf(await api.customers(query())).names).toBeNull();
		expect(valueOf(await api.customers(query({ search: 'anna' }))).keys).toEqual([]);
		expect(valueOf(await api.customers(query({ sort: 'name' }))).keys).toHaveLength(7);
	});

	it('refuses windows that are none, and methods in the wrong place', async () => {
		const api = await openShop();
		expect(await api.customers(query({ offset: -1 }))).toMatchObject({ error: { code: 'params-invalid' } });
		expect(await api.customers(query({ limit: 0.5 }))).toMatchObject({ error: { code: 'params-invalid' } });
		const swapped = query({ rfm: request('lifecycle') });
		expect(await api.customers(swapped)).toMatchObject({ error: { code: 'params-invalid' } });
	});
});

describe('profits of listed customers', () => {
	const lines = [
		{ key: 'a', day: 10, amount: 900, profit: 300 },
		{ key: 'a', day: 90, amount: 100, profit: -160 },
		{ key: 'b', day: 91, amount: 500, profit: NaN },
		{ key: 'b', day: 95, amount: 300, profit: 45 },
		{ key: 'c', day: 99, amount: 200 }
	];

	it('are sums of the orders in the window whose profit is known, and are sorted with the unknown last', async () => {
		const api = await openShop(tableOf(lines));
		const listed = async (change: Partial<CustomerQuery>) => valueOf(await api.customers(query(change)));
		const all = await listed({ sort: 'profit', descending: true });
		expect([all.keys, [...(all.profits ?? [])]]).toEqual([
			['a', 'b', 'c'],
			[140, 45, NaN]
		]);
		expect([...all.revenues]).toEqual([1000, 800, 200]);
		expect(all.profit).toEqual({ sum: 185, known: 1300 / 2000 });
		const late = await listed({ rfm: request('rfm', { frame: { ...frame, from: 50 } }), sort: 'profit' });
		expect([late.keys, [...(late.profits ?? [])]]).toEqual([
			['a', 'b', 'c'],
			[-160, 45, NaN]
		]);
		expect(late.profit).toEqual({ sum: -115, known: 400 / 1100 });
		const byProfit = await listed({ rfm: request('rfm', { params: { basis: 'profit' } }) });
		expect([byProfit.profits, byProfit.revenues, byProfit.monetary]).toEqual([
			Float64Array.of(140, 45, NaN),
			Float64Array.of(1000, 800, 200),
			Float64Array.of(140, 45, NaN)
		]);
	});

	it('stand in the file beside the revenue', async () => {
		const api = await openShop(tableOf(lines));
		const file = valueOf(await api.customersFile(fileOf(query()), 'csv', () => undefined));
		const [head, first] = (await file.text()).slice(1).split('\r\n');
		const at = head?.split(',').indexOf('profit') ?? -1;
		expect([first?.split(',')[at - 1], first?.split(',')[at]]).toEqual(['10', '1.4']);
	});

	it('are nowhere where the data know none', async () => {
		const without = valueOf(await (await openShop()).customers(query({ sort: 'profit' })));
		expect([without.profit, without.profits, without.matches]).toEqual([null, null, 7]);
	});
});

describe('the customers as a file', () => {
	it('is UTF-8 with its mark, safe from formulas, with exact money and plain dates', async () => {
		const api = await openShop();
		const labels = {
			segments: Array.from({ length: 11 }, (_, at) => `S${at}`),
			stages: ['a', 'b', 'c', 'd', 'e', 'f', 'g']
		};
		const file = valueOf(
			await api.customersFile(
				fileOf(query({ sort: 'monetary', descending: true }), { labels }),
				'csv',
				() => undefined
			)
		);
		const bytes = new Uint8Array(await file.arrayBuffer());
		expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		const lines = new TextDecoder().decode(bytes).split('\r\n');
		// A column of profits is there where the data know some.
		expect(lines[0]).toBe('customer,name,recency,frequency,monetary,revenue,r,f,m,segment,stage,first,last');
		expect(lines).toHaveLength(9);
		expect(lines[1]).toMatch(
			/^"'=cmd","bob, ""the"" builder",70,1,123\.45,123\.45,\d,\d,\d,S\d+,[a-g],1970-01-31,1970-01-31$/
		);
		expect(lines[6]).toMatch(/^p1,Paul,,,,,,,,,[a-g],,$/);
		expect(file.type).toBe('text/csv;charset=utf-8');
	});

	it('has no column of names when the data has none, and refuses a column that there is not', async () => {
		const api = await openShop(tableOf(shopLines, false));
		const file = valueOf(await api.customersFile(fileOf(query({ search: '10' })), 'csv', () => undefined));
		const lines = (await file.text()).split('\r\n');
		expect(lines[0]).not.toContain('name');
		expect(lines[1]?.split(',')).toHaveLength(customerFileColumns.length - 2);
		const unknown = [{ id: 'attribute:Phone', header: '', policy: 'keep' }] as const;
		expect(
			await api.customersFile(fileOf(query(), { columns: unknown }), 'csv', () => undefined)
		).toMatchObject({ error: { code: 'params-invalid' } });
	});

	it('goes on while the history of a customer is left', async () => {
		const lines = Array.from({ length: 12_000 }, (_, at) => ({ key: `c${at}`, day: at % 90, amount: 100 }));
		const api = await openShop(tableOf(lines));
		const writing = api.customersFile(fileOf(query()), 'csv', () => undefined);
		const [rfm, lifecycle] = [request('rfm'), request('lifecycle')];
		const left = api.customerHistory({ rfm, lifecycle, customer: 'c7', unit: 'month' });
		await api.leaveCustomer();
		expect(await left).toMatchObject({ ok: false, error: { code: 'cancelled' } });
		expect((await writing).ok).toBe(true);
	});

	it('stops when asked, and tells how far it is', async () => {
		const lines = Array.from({ length: 12_000 }, (_, at) => ({ key: `c${at}`, day: at % 90, amount: 100 }));
		const api = await openShop(tableOf(lines));
		const told: number[] = [];
		const done = await api.customersFile(fileOf(query()), 'csv', ({ done }) => void told.push(done));
		expect(done.ok).toBe(true);
		expect(told[0]).toBe(0);
		expect(told.at(-1)).toBe(12_000);
		const running = api.customersFile(fileOf(query()), 'csv', () => undefined);
		await api.cancel();
		expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
	});
});

describe('reports and snapshots', () => {
	const report = {
		title: 'T',
		preparedFor: '',
		locale: 'en',
		notes: '',
		sections: [request('overview'), request('retention')],
		nowMs: 0,
		appVersion: '0',
		hideBelow: null,
		sharing: null
	} as const;

	it('are files made from the answers, in order', async () => {
		const api = await openShop();
		const html = valueOf(await api.report(report, 'html', null));
		expect(JSON.parse(await html.text())).toEqual({
			methods: ['overview', 'retention'],
			orders: 8,
			form: 'html',
			passphrase: null
		});
		const locked = valueOf(await api.report(report, 'snapshot', 'a long secret'));
		expect(JSON.parse(await locked.text())).toMatchObject({ form: 'snapshot', passphrase: 'a long secret' });
	});

	it('stop when asked, between two sections', async () => {
		const api = await openShop();
		const running = api.report(report, 'html', null);
		await api.cancel();
		expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
	});

	it('speak about one refund rule', async () => {
		const api = await openShop();
		const mixed = { ...report, sections: [request('overview'), request('rfm', { refunds: 'gross' })] };
		expect(await api.report(mixed, 'html', null)).toMatchObject({ error: { code: 'params-invalid' } });
	});
});
