import { beforeEach, describe, expect, it } from 'vitest';
import { PairReason, type AnalysisRequest, type Envelope, type SameDecision } from '#lib/api/index.ts';
import { dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { decideSameCustomers } from '#lib/storage/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { analysisHandler } from '../../../workers/analysis/handler.ts';
import { provenanceOf } from '../../../workers/analysis/provenance.ts';
import { definitions, findMethod, storedShop, tableOf } from './shop.ts';
import { workspace } from './workspace.ts';

beforeEach(freshBrowser);

/** Rows stand by customer: a, b, b, c, d. */
const table = {
	...tableOf([
		{ key: 'a', name: 'Ada Lovelace', day: 10, amount: 100 },
		{ key: 'b', name: 'Lovelace, Ada', day: 5, amount: 200 },
		{ key: 'b', name: 'Lovelace, Ada', day: 20, amount: 300 },
		{ key: 'c', name: 'Alan Turing', day: 12, amount: 400 },
		{ key: 'd', name: 'Grace Hopper', day: 13, amount: 500 }
	]),
	attributes: [
		{
			header: 'channel',
			dictionary: dictionaryOf(['+86 138-0013-8000', '13800138000', '13900139000']),
			codes: Uint32Array.of(0, 1, NO_CODE, 2, 1)
		}
	]
};

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(`${envelope.error.code} ${JSON.stringify(envelope.error)}`);
	return envelope.value;
}

async function setUp() {
	const connection = await storedShop(table);
	const api = analysisHandler({
		connection,
		definitions,
		findMethod,
		provenance: provenanceOf,
		writeReport: () => Promise.resolve(new Blob()),
		now: () => 0
	});
	const decide = (decision: SameDecision) =>
		connection.use((database) => decideSameCustomers(database, 'w', decision));
	const open = async () => valueOf(await api.open('shop', 'net'));
	await open();
	return { api, decide, open };
}

const overview: AnalysisRequest = {
	method: 'overview',
	params: {},
	frame: { asOf: null, from: null, weekStart: 1 },
	refunds: 'net'
};

describe('customers that may be one', () => {
	it('are found by the phone column that was kept, with what speaks for and against', async () => {
		const { api } = await setUp();
		const { pairs, exact, columns } = valueOf(await api.duplicates('net'));
		expect(columns).toEqual(['channel']);
		expect(pairs.map(({ first, second, reasons }) => [first.id, second.id, reasons])).toEqual([
			['a', 'b', PairReason.SAME_PHONE | PairReason.SAME_NAME],
			['a', 'd', PairReason.SAME_PHONE | PairReason.OTHER_NAME],
			['b', 'd', PairReason.SAME_PHONE | PairReason.OTHER_NAME]
		]);
		expect(pairs[0]?.second).toMatchObject({ orders: 2, revenue: 500, firstDay: 5, lastDay: 20 });
		expect(exact).toEqual({ pairs: [['a', 'b']], revenue: 600 });
	});

	it('count as one once that is decided, under another hash, and as before once they are split', async () => {
		const { api, decide, open } = await setUp();
		const before = valueOf(await api.analyse(overview));
		await decide({ kind: 'merge', pairs: [['b', 'a']] });
		expect(await open()).toMatchObject({
			customers: 3,
			revenue: 1500,
			merged: { ids: 2, into: 1 },
			decided: 1
		});
		const merged = valueOf(await api.analyse(overview));
		expect(merged.provenance).not.toBe(before.provenance);
		expect(merged.result.scalars).not.toEqual(before.result.scalars);
		const page = valueOf(
			await api.customers({
				rfm: { ...overview, method: 'rfm' },
				lifecycle: { ...overview, method: 'lifecycle' },
				selection: null,
				search: 'a',
				sort: 'customer',
				descending: false,
				offset: 0,
				limit: 9
			})
		);
		expect(page.keys[0]).toBe('b');
		expect(page.mergedIds?.[0]).toEqual(['a']);
		await decide({ kind: 'split', id: 'a' });
		await open();
		expect(valueOf(await api.analyse(overview))).toEqual(before);
	});

	it('are not asked about again once decided to be different, by any of their ids', async () => {
		const { api, decide, open } = await setUp();
		await decide({ kind: 'apart', pair: ['d', 'a'] });
		await decide({ kind: 'merge', pairs: [['b', 'a']] });
		await open();
		expect(valueOf(await api.duplicates('net')).pairs).toEqual([]);
	});
});

it('Contacts of a linked list of customers tell them to be one, and name those whom the orders do not name', async () => {
	const { analysis, take } = await workspace();
	await take(
		'orders.csv',
		'Order ID,Customer ID,Order Date,Amount\no1,C1,2024-01-05,10\no2,C2,2024-02-05,20\no3,C3,2024-02-06,30\no4,C4,2024-02-07,40'
	);
	await take(
		'customers.csv',
		'Customer ID,Customer Name,Phone,Email\nC1,Wang Xiaoming,138 0013 8000,\nC2,Xiaoming Wang,+86-13800138000,w@x.org\nC3,Ada,,ada@x.org\nC4,Grace,,ADA@x.org\nC9,Nobody,13800138000,'
	);
	valueOf(await analysis.open('d1', 'net'));
	const { pairs, columns, exact } = valueOf(await analysis.duplicates('net'));
	expect(columns).toEqual(['customers: Phone', 'customers: Email']);
	expect(pairs.map(({ first, second, reasons }) => [first.id, second.id, reasons])).toEqual([
		['C1', 'C2', PairReason.SAME_PHONE | PairReason.SAME_NAME],
		['C3', 'C4', PairReason.SAME_EMAIL | PairReason.OTHER_NAME],
		// Who is only in the list may be one of those who ordered.
		['C1', 'C9', PairReason.SAME_PHONE | PairReason.OTHER_NAME],
		['C2', 'C9', PairReason.SAME_PHONE | PairReason.OTHER_NAME]
	]);
	expect(pairs[0]?.first).toMatchObject({ name: 'Wang Xiaoming', phones: ['138 0013 8000'] });
	expect(exact.pairs).toEqual([['C1', 'C2']]);
});
