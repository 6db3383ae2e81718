import { beforeEach, describe, expect, it } from 'vitest';
import type { AnalysisRequest, RfmResult } from '#lib/api/index.ts';
import { isTableManifest } from '#lib/core/dataset/table-manifest.ts';
import { defaultParams } from '#lib/state/workspace-defaults.ts';
import { restoreVersion } from '#lib/storage/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { ask, valueOf, workspace } from './workspace.ts';

beforeEach(freshBrowser);

const visits = [
	'Customer ID,Visit date,Channel,Minutes',
	...Array.from({ length: 40 }, (_, i) => `c${(i * i) % 11},2024-0${1 + (i % 5)}-2${i % 8},app,${i % 7}`),
	'C1,2024-05-28,web,9',
	',2024-05-28,web,9'
].join('\n');
const customers = [
	'Customer ID,Name,City,Joined',
	'c1,Ada,Oslo,2024-01-02',
	'c77,Bo,Bergen,2024-03-09',
	'c78,Cy,Oslo,'
].join('\n');
const source = { table: 'visits', value: null };
const query = (rfm: AnalysisRequest) => ({
	...{ rfm, lifecycle: ask('lifecycle'), search: '', sort: 'customer' as const },
	...{ descending: false, offset: 0, limit: 50, selection: null }
});

/** Ids in the order of the list, as the file of visits names them: squares modulo 11 are six. */
const visiting = ['c0', 'c1', 'c3', 'c4', 'c5', 'c9'];

describe('a workspace without orders', () => {
	it('has the customers whom a table of visits names, and scores them by its rows', async () => {
		const { take, analysis } = await workspace();
		await take('visits.csv', visits);
		const base = valueOf(await analysis.openTables('w', 'net'));
		expect(base).not.toHaveProperty('manifest');
		expect(base).toMatchObject({ customers: 0, prospects: 6, orders: 0, eventTables: [{ table: 'visits' }] });
		expect(base.lastDay).toBe(Date.UTC(2024, 4, 28) / 86_400_000);

		const rfm = ask('rfm', { source });
		const { result, provenance } = valueOf(await analysis.analyse(rfm));
		expect(provenance).toMatch(/^[0-9a-f]{64}$/);
		const { scalars, tables, n } = result as RfmResult;
		expect([n, scalars.customers]).toEqual([6, 6]);
		expect([tables.source.columns.rows[0], tables.source.columns.orphans[0]]).toEqual([41, 0]);
		const page = valueOf(await analysis.customers(query(rfm)));
		expect(page.keys).toEqual(visiting);
		// Every visit counts once, that of the id in capitals too; c1 came last.
		expect(page.frequency.reduce((a, b) => a + b)).toBe(41);
		expect(page.recency[1]).toBe(0);
		expect(page.revenue).toBe(0);
	});

	it('takes everybody of a table of customers, with names, and who came without being in it', async () => {
		const { take, analysis } = await workspace();
		await take('visits.csv', visits);
		await take('customers.csv', customers);
		const base = valueOf(await analysis.openTables('w', 'net'));
		expect(base.prospects).toBe(8);
		expect(base.attributes).toContain('customers / City');
		const page = valueOf(await analysis.customers(query(ask('rfm', { source }))));
		expect(page.keys).toEqual([...visiting.slice(0, -1), 'c77', 'c78', 'c9']);
		expect(page.names?.map((name) => name || '-').join(' ')).toBe('- Ada - - - Bo Cy -');
		expect([page.frequency[5], page.frequency[6]]).toEqual([NaN, NaN]);
	});

	it('says of what needs orders that they are missing, and has them as soon as they are there', async () => {
		const { take, analysis } = await workspace();
		await take('visits.csv', visits);
		valueOf(await analysis.openTables('w', 'net'));
		const { result } = valueOf(await analysis.analyse(ask('churn', {})));
		expect(result).toMatchObject({ status: 'not-enough-data', missing: [{ code: 'no-orders' }] });
		const report = await analysis.report(
			{
				...{ title: '', preparedFor: '', locale: 'en', notes: '', nowMs: 0, appVersion: '1' },
				...{ hideBelow: null, sharing: null, sections: [ask('rfm', { source })] }
			},
			'html',
			null
		);
		expect(report).toMatchObject({ ok: false, error: { code: 'orders-needed' } });
		const before = valueOf(await analysis.analyse(ask('rfm', { source }))).provenance;
		await take(
			'orders.csv',
			'Order ID,Customer ID,Order date,Amount\no1,c1,2024-04-01,5\no2,c9,2024-05-28,7'
		);
		valueOf(await analysis.open('d2', 'net'));
		const after = valueOf(await analysis.analyse(ask('rfm', { source }))).provenance;
		expect(after).not.toBe(before);
	});

	it('reads customers by the columns of the version that came back, when a change is undone', async () => {
		const { take, analysis, library, links, connection } = await workspace();
		await take('customers.csv', customers);
		const tickets = [
			'Ticket ID,Remark,Customer ID,Opened',
			...['c1', 'c77', 'c1', 'c9'].map((who, i) => `t${i},remark ${i % 2},${who},2024-03-0${i + 1}`)
		].join('\n');
		const first = await take('tickets.csv', tickets);
		if (!isTableManifest(first)) throw new Error('stored as orders');
		const columns = first.recipe.columns.map((plan) =>
			plan.header === 'Remark' ? { ...plan, role: 'ignore' as const } : plan
		);
		const opened = async () => {
			const { prospects } = valueOf(await analysis.openTables('w', 'net'));
			return [prospects, valueOf(await analysis.customers(query(ask('rfm')))).keys];
		};
		const named = [4, ['c1', 'c77', 'c78', 'c9']];
		const placeOf = async () => (await links()).find(({ from }) => from === first.id)?.fromColumn;
		const before = await placeOf();
		expect(await opened()).toEqual(named);
		await take('tickets.csv', tickets, { recipe: { ...first.recipe, columns }, replaces: first.id });
		expect(await placeOf()).not.toBe(before);
		expect(await opened()).toEqual(named);
		const { bin } = valueOf(await library.list());
		valueOf(await library.restoreDataset(bin[0]?.id ?? ''));
		expect(await placeOf()).toBe(before);
		expect(await opened()).toEqual(named);
		expect(valueOf(await library.links('w')).recounted).toBe(false);

		// A link that was not counted anew is left alone: its columns are of another version.
		const [other] = valueOf(await library.list()).bin;
		await connection.use((database) => restoreVersion(database, other?.id ?? ''));
		expect(await opened()).toEqual(named);
		expect(valueOf(await library.links('w')).recounted).toBe(true);
	});

	it('takes nobody from a table of whatever else, nor its days; with orders neither', async () => {
		const { take, analysis } = await workspace();
		await take('customers.csv', customers);
		const before = valueOf(await analysis.openTables('w', 'net'));
		const parties = ['c1', 'c77', 'c78', 'c1', 'supplier 1', 'supplier 2'];
		const text = ['Party,Contract until', ...parties.map((who, i) => `${who},2031-12-0${i + 1}`)].join('\n');
		const other = await take('contracts.csv', text);
		expect(other).toMatchObject({ entity: 'other' });
		const base = valueOf(await analysis.openTables('w', 'net'));
		const { prospects, firstDay, lastDay, attributes } = before;
		expect(base).toMatchObject({ prospects, firstDay, lastDay, attributes });
		// It is linked, and can be chosen.
		expect(base.eventTables).toMatchObject([{ table: 'contracts', entity: 'other' }]);
		expect(defaultParams('rfm', null, base)).toEqual({});

		await take(
			'orders.csv',
			'Order ID,Customer ID,Order date,Amount\no1,c1,2024-04-01,5\no2,c9,2024-05-28,7'
		);
		const { prospects: beside, lastDay: last } = valueOf(await analysis.open('d3', 'net'));
		expect([beside, last]).toEqual([2, Date.UTC(2024, 4, 28) / 86_400_000]);
	});

	it('cannot be opened where no table names anybody', async () => {
		const { take, analysis } = await workspace();
		await take('products.csv', 'SKU,Product name,Price\np1,Mug,5.00\np2,Cup,4.00\np3,Jug,9.00');
		expect(await analysis.openTables('w', 'net')).toMatchObject({ error: { code: 'orders-needed' } });
	});
});
