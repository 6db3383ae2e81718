import { describe, expect, it, vi } from 'vitest';
import type { AnalysisApi, CustomerPage, CustomerQuery, Envelope } from '#lib/api/index.ts';
import { CustomerList, pageRows } from '#lib/state/customer-list.svelte.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';

function page(query: CustomerQuery, matches: number): CustomerPage {
	const count = Math.max(0, Math.min(query.limit, matches - query.offset));
	const numbers = Float64Array.from({ length: count }, (_, at) => query.offset + at);
	const bytes = new Uint8Array(count).fill(3);
	return {
		matches,
		all: 1000,
		revenue: 5,
		profit: { sum: 2, known: 1 },
		offset: query.offset,
		keys: Array.from({ length: count }, (_, at) => `c${query.offset + at}`),
		names: null,
		mergedIds: null,
		recency: numbers,
		frequency: numbers,
		monetary: numbers,
		revenues: numbers,
		profits: numbers,
		r: bytes,
		f: bytes,
		m: bytes,
		segment: bytes,
		stage: bytes,
		firstDay: numbers,
		lastDay: numbers
	};
}

function list(customers: (query: CustomerQuery) => Promise<Envelope<CustomerPage>>, change: object = {}) {
	const workbench = {
		readOnly: false,
		dataset: {},
		frame: { asOf: 1, from: null, weekStart: 1 },
		selection: null,
		request: (method: string) => ({
			method,
			params: {},
			frame: { asOf: null, from: null, weekStart: 1 },
			refunds: 'net' as const
		}),
		...change
	} as Partial<Workbench> as Workbench;
	return new CustomerList({ customers } as Partial<AnalysisApi> as AnalysisApi, workbench, { asked: null });
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the list of customers', () => {
	it('fetches the rows in sight, and each page once', async () => {
		const ask = vi.fn((query: CustomerQuery) =>
			Promise.resolve({ ok: true as const, value: page(query, 650) })
		);
		const shown = list(ask);
		shown.retry();
		await settled();
		expect([shown.matches, shown.all, shown.revenue]).toEqual([650, 1000, 5]);
		expect(shown.known).toEqual({ names: false, orders: true, profit: true });
		expect(shown.row(7)?.key).toBe('c7');
		expect(shown.row(pageRows)).toBeNull();
		shown.show(pageRows - 5, 2 * pageRows + 5);
		shown.show(pageRows - 5, 2 * pageRows + 5);
		await settled();
		expect(ask.mock.calls.map(([query]) => query.offset)).toEqual([0, pageRows, 2 * pageRows]);
		expect(shown.row(2 * pageRows + 3)?.key).toBe(`c${2 * pageRows + 3}`);
		shown.show(10_000, 20_000);
		expect(ask).toHaveBeenCalledTimes(3);
	});

	it('sorts numbers from the greatest, texts from the first, and turns round on the same column', () => {
		const shown = list(() => Promise.resolve({ ok: false, error: { code: 'internal', params: {} } }));
		expect([shown.sort, shown.descending]).toEqual(['monetary', true]);
		shown.sortBy('customer');
		expect([shown.sort, shown.descending]).toEqual(['customer', false]);
		shown.sortBy('recency');
		expect(shown.descending).toBe(true);
		shown.sortBy('recency');
		expect(shown.descending).toBe(false);
	});

	it('asks who is behind a mark under the parameters of the view', () => {
		const shown = list(() => Promise.reject(new Error('not asked')), {
			selection: { method: 'rfm', table: 'matrix', row: 3, title: 'R5 × F4' }
		});
		shown.search = '  A1 ';
		expect(shown.query(0, 10)).toMatchObject({
			selection: { request: { method: 'rfm' }, table: 'matrix', row: 3 },
			search: 'A1',
			rfm: { method: 'rfm' },
			lifecycle: { method: 'lifecycle' }
		});
	});

	it('drops a page that belongs to an order given up meanwhile', async () => {
		let settle: (value: Envelope<CustomerPage>) => void = () => undefined;
		const slow = new Promise<Envelope<CustomerPage>>((resolve) => (settle = resolve));
		const answers = [slow];
		const shown = list((query) => answers.shift() ?? Promise.resolve({ ok: true, value: page(query, 3) }));
		shown.retry();
		shown.retry();
		await settled();
		settle({ ok: true, value: page(shown.query(0, pageRows) as CustomerQuery, 99) });
		await settled();
		expect(shown.matches).toBe(3);
	});

	it('says why it cannot be had, but not that a question was replaced', async () => {
		const answers: Envelope<CustomerPage>[] = [
			{ ok: false, error: { code: 'cancelled', params: {} } },
			{ ok: false, error: { code: 'out-of-memory', params: {} } }
		];
		const shown = list(() => Promise.resolve(answers.shift() as Envelope<CustomerPage>));
		shown.retry();
		await settled();
		expect(shown.error).toBeNull();
		shown.retry();
		await settled();
		expect(shown.error?.code).toBe('out-of-memory');
	});

	it('has nothing to ask of a snapshot', () => {
		expect(list(() => Promise.reject(new Error('not asked')), { readOnly: true }).query(0, 10)).toBeNull();
	});
});
