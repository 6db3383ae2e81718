import { beforeEach, describe, expect, it } from 'vitest';
import {
	stageIds,
	templateStages,
	toldSigns,
	type Analysis,
	type AnalysisRequest,
	type LifecycleResult,
	type Link,
	type OriginsResult
} from '#lib/api/index.ts';
import { isTableManifest } from '#lib/core/dataset/table-manifest.ts';
import { dayNumber } from '#lib/import/values/calendar-day.ts';
import { importTable } from '#lib/import/index.ts';
import { binDataset, listTables, loadEntityTable } from '#lib/storage/index.ts';
import { freshBrowser, recordCounts } from '../../storage/fixture.ts';
import { ask, valueOf, workspace } from './workspace.ts';

beforeEach(freshBrowser);

const orders = [
	'Order ID,Customer ID,Order Date,Amount,Channel',
	'o1,1,2024-01-05,10,web',
	'o2,1,2024-02-05,10,web',
	'o3,02,2024-01-09,20,shop',
	'o4,3,2024-02-11,5,web'
].join('\n');
const customers = [
	'Customer ID,City,Customer since',
	'1,Xi’an,2023-12-01',
	'2,Bonn,2023-12-01',
	'3,Bonn,2024-02-01',
	'4,Oslo,2024-02-20',
	'9,Oslo,2024-01-02'
].join('\n');
const tickets = ['Ticket ID,Customer ID,Subject', 't1,1,Late', 't2,1,"Broken,\ntwice"', 't3,77,Lost'].join(
	'\n'
);

const groupsOf = ({ result }: Analysis) => {
	const { columns } = (result as OriginsResult).tables.groups;
	return columns.label.map((label, i) => [label, columns.known[i], columns.customers[i]]);
};

describe('Tables beside the orders', () => {
	it('are stored whole, listed, put into the bin and brought back, and erased with their links', async () => {
		const { connection, library, take, links } = await workspace();
		await take('orders.csv', orders);
		const manifest = await take('tickets.csv', tickets);
		if (!isTableManifest(manifest)) throw new Error('not a table');
		expect(manifest).toMatchObject({ entity: 'ticket', rows: 3 });
		const { table } = await connection.use((database) => loadEntityTable(database, manifest.id));
		const again = await importTable(new Blob([tickets]), 'tickets.csv', manifest.recipe);
		expect(table).toEqual(again.table);
		expect(valueOf(await library.list())).toMatchObject({
			datasets: [{ id: 'd1' }],
			tables: [{ id: 'd2' }]
		});
		expect(await links()).toHaveLength(1);
		valueOf(await library.deleteDataset('d2', 5));
		expect(valueOf(await library.list()).tables).toEqual([]);
		expect(valueOf(await library.links('w')).links).toEqual([]);
		valueOf(await library.restoreDataset('d2'));
		expect(await connection.use(listTables)).toEqual([manifest]);
		expect(valueOf(await library.links('w')).links).toHaveLength(1);
		await connection.use((database) => binDataset(database, 'd2', 6));
		valueOf(await library.emptyBin());
		expect(await links()).toEqual([]);
		expect(await connection.use(recordCounts)).toMatchObject({ datasets: 1 });
	});

	it('are linked to the orders by their values, with what is met each way and what is not', async () => {
		const { library, take } = await workspace();
		await take('orders.csv', orders);
		await take('customers.csv', customers);
		await take('tickets.csv', tickets);
		const found = valueOf(await library.links('w')).links;
		const of = (from: string, to: string) => found.find((link) => link.from === from && link.to === to);
		// 02 is 2 only without its zero.
		expect(of('d1', 'd2')).toMatchObject({
			role: 'customer',
			by: 'found',
			rates: { fromValues: 3, fromMatched: 3, toValues: 5, toMatched: 3, fromRows: 4, byZeros: 1 }
		});
		expect(of('d3', 'd1')).toMatchObject({ rates: { fromValues: 2, fromMatched: 1, fromRowsMatched: 2 } });
		const orphans = valueOf(await library.orphans('w', of('d1', 'd2') as Link, 'to', 'Rows'));
		expect(orphans).toMatchObject({
			total: 2,
			first: [
				{ value: '4', rows: 1 },
				{ value: '9', rows: 1 }
			]
		});
		const bytes = new Uint8Array(await orphans.file.arrayBuffer());
		expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
			'\ufeffCustomer ID,Rows\r\n4,1\r\n9,1\r\n'
		);
	});
});

describe('Customers of linked tables', () => {
	it('can be told apart by what the table says, those without an order too, and are prospects', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', orders);
		expect(valueOf(await analysis.open('d1', 'net'))).toMatchObject({
			attributes: ['Channel'],
			customers: 3,
			prospects: 0
		});
		const before = valueOf(await analysis.analyse(ask('retention')));
		await take('customers.csv', customers);
		expect(valueOf(await analysis.open('d1', 'net'))).toMatchObject({
			attributes: ['Channel', 'customers / City'],
			customers: 3,
			prospects: 2,
			orders: 4
		});
		const byCity = valueOf(await analysis.analyse(ask('origins', { by: 'customers / City' })));
		expect(groupsOf(byCity)).toEqual([
			['Bonn', 2, 2],
			['Xi’an', 1, 1],
			// The other one of Oslo comes after the last order.
			['Oslo', 1, 0],
			['', 4, 3]
		]);
		// Customer 4 is known from 20 February on, nine days after the last order.
		const prospectsOn = async (asOf: number | null) => {
			const request = ask('rfm');
			const frame = { ...request.frame, asOf };
			return valueOf(await analysis.analyse({ ...request, frame })).result.scalars.prospects;
		};
		expect([await prospectsOn(null), await prospectsOn(dayNumber(2024, 2, 20))]).toEqual([1, 2]);
		const after = valueOf(await analysis.analyse(ask('retention')));
		expect(after.result.scalars).toEqual(before.result.scalars);
		expect(after.provenance).not.toBe(before.provenance);
	});

	it('are told apart by nothing that was unlinked, and all is as it was', async () => {
		const { analysis, library, take } = await workspace();
		await take('orders.csv', orders);
		valueOf(await analysis.open('d1', 'net'));
		const before = valueOf(await analysis.analyse(ask('rfm')));
		await take('customers.csv', customers);
		const none = { from: 'd1', to: 'd2', fromColumn: -1, toColumn: null };
		expect(valueOf(await library.chooseLink('w', none))).toMatchObject({ by: 'chosen', toColumn: null });
		expect(valueOf(await analysis.open('d1', 'net'))).toMatchObject({
			attributes: ['Channel'],
			prospects: 0
		});
		expect(valueOf(await analysis.analyse(ask('rfm')))).toEqual(before);
		const again = valueOf(await library.chooseLink('w', { ...none, toColumn: 0 }));
		expect(again).toMatchObject({ by: 'chosen', rates: { fromMatched: 3 } });
		expect(valueOf(await analysis.open('d1', 'net'))).toMatchObject({ prospects: 2 });
	});

	it('change no answer and no hash where a table says nothing of them that is asked', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', orders);
		valueOf(await analysis.open('d1', 'net'));
		const before = valueOf(await analysis.analyse(ask('rfm')));
		await take('tickets.csv', tickets);
		valueOf(await analysis.open('d1', 'net'));
		expect(valueOf(await analysis.analyse(ask('rfm')))).toEqual(before);
	});
});

describe('What linked tables tell of customers', () => {
	const complaints = [
		'Ticket ID,Customer ID,Opened,Type,Satisfaction',
		't1,1,2024-02-03,投诉,1',
		't2,1,2024-02-09,question,5',
		't3,9,2024-01-20,question,',
		't4,77,2024-01-20,投诉,2',
		't5,3,2024-03-20,投诉,2'
	].join('\n');

	it('places leads by their contacts up to the as-of date, and complaints on the board', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', orders);
		await take('customers.csv', customers);
		valueOf(await analysis.open('d1', 'net'));
		const request = ask('lifecycle', { models: ['seven', 'aipl'], kindBy: 'Channel' });
		const bare = valueOf(await analysis.analyse(request));
		expect(bare.result.scalars['contacts']).toBeNaN();
		await take('tickets.csv', complaints);
		valueOf(await analysis.open('d1', 'net'));
		const told = valueOf(await analysis.analyse(request));
		expect(told.provenance).not.toBe(bare.provenance);
		const { scalars, tables } = told.result as LifecycleResult;
		// t4 is about nobody known, t5 after the last order.
		expect(scalars.contacts).toBe(3);
		expect([...tables.models.columns.customers.slice(stageIds.length)]).toEqual([0, 1, 2, 1]);
		const interest = stageIds.length + templateStages.aipl.indexOf('interest');
		const people = valueOf(
			await analysis.customers({
				search: '',
				sort: 'customer',
				descending: false,
				offset: 0,
				limit: 5,
				rfm: ask('rfm'),
				lifecycle: request,
				selection: { request, table: 'models', row: interest }
			})
		);
		expect(people.keys).toEqual(['9']);
		const { board } = tables;
		const february = board.rows - 1;
		expect(board.columns.complaints[february]).toBe(100 / 2);
		expect(board.columns.participation[february]).toBe(1 / 4);
		// Customer 1 bought on the web again, which is no new channel.
		expect(board.columns.crossSell[february]).toBe(0);
		expect(tables.told.rows).toBe(board.rows * toldSigns.length);
	});

	it('refuses a kind of product that the orders do not have', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', orders);
		valueOf(await analysis.open('d1', 'net'));
		const refused = await analysis.analyse(ask('lifecycle', { kindBy: 'Colour' }));
		expect(refused).toMatchObject({
			ok: false,
			error: { code: 'params-invalid', params: { param: 'kindBy' } }
		});
	});
});

describe('One customer', () => {
	const history = (customer: string, rules: AnalysisRequest['params'] = {}) => ({
		rfm: ask('rfm', rules),
		lifecycle: ask('lifecycle'),
		customer,
		unit: 'month' as const
	});

	it('has rows in linked tables, by whatever zeros: how many, the last day, and what describing tables say', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', orders);
		await take('customers.csv', customers);
		await take('tickets.csv', tickets);
		await take(
			'visits.csv',
			'Customer ID,Visit date,Channel\n1,2024-03-01,app\n1,2024-01-30,web\n3,2024-01-01,web'
		);
		valueOf(await analysis.open('d1', 'net'));
		const rowsOf = async (customer: string) =>
			valueOf(await analysis.customerLinks(customer)).map(({ entity, rows, lastDay }) => [
				entity,
				rows,
				lastDay
			]);
		expect(await rowsOf('1')).toEqual([
			['customer', 1, dayNumber(2023, 12, 1)],
			['ticket', 2, NaN],
			['interaction', 2, dayNumber(2024, 3, 1)]
		]);
		expect(await rowsOf('4')).toEqual([
			['customer', 1, dayNumber(2024, 2, 20)],
			['ticket', 0, NaN],
			['interaction', 0, NaN]
		]);
		expect(valueOf(await analysis.customerLinks('02'))[0]?.values).toEqual([
			{ header: 'City', type: 'text', text: 'Bonn' },
			{ header: 'Customer since', type: 'day', day: dayNumber(2023, 12, 1) }
		]);
		const unknown = await analysis.customerLinks('nobody');
		expect(unknown).toMatchObject({ ok: false, error: { code: 'params-invalid' } });
	});

	it('is scored on past dates, and a job that is cancelled between two dates ends', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', orders);
		valueOf(await analysis.open('d1', 'net'));
		const own = valueOf(await analysis.customerHistory(history('3')));
		expect([...own.day]).toEqual([dayNumber(2024, 1, 31), dayNumber(2024, 2, 11)]);
		// Customer 3 has ordered once, on the last day.
		expect([own.r[0], own.stage[0], own.segment[0]]).toEqual([0, 255, 255]);
		expect(own.r[1]).toBe(5);
		const cancelled = analysis.customerHistory(history('3', { bins: 4 }));
		await analysis.cancel();
		expect(await cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } });
	});
});
