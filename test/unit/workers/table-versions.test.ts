import { beforeEach, describe, expect, it } from 'vitest';
import type { AnyComparison, Envelope, ImportJob } from '#lib/api/index.ts';
import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import { withSteps } from '#lib/core/dataset/made-columns.ts';
import { isTableRecipe, type TableRecipe } from '#lib/core/dataset/recipe.ts';
import { isTableManifest, type TableManifest } from '#lib/core/dataset/table-manifest.ts';
import { importOrders, importTable, inspectBy, inspectFile, readAgain } from '#lib/import/index.ts';
import { verifySnapshot } from '#lib/report/index.ts';
import {
	connect,
	createWorkspace,
	currentDatasets,
	listBin,
	listLog,
	listTables,
	loadEntityTable,
	loadLinks,
	loadOriginal,
	originalsOf,
	restoreVersion
} from '#lib/storage/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { valuesOf } from '../../support/table-values.ts';
import { importHandler } from '../../../workers/import-handler.ts';
import { ensureLinks } from '../../../workers/links/ensure-links.ts';
import { linkedTablesOf } from '../../../workers/analysis/linked-tables-of.ts';

beforeEach(freshBrowser);

const orders = 'order,customer,date,amount\n1,C1,2024-01-05,10\n2,C2,2024-01-06,20\n3,C3,2024-01-07,5\n';
const march = 'Customer ID,City,Joined,Tier\nC1,rome,2024-01-01,gold\nC2,Oslo,2024-01-02,silver\n';
const april =
	'Customer ID,City,Joined,Tier\nC2,Bern,2024-01-02,silver\nC1,rome,2024-01-01,gold\nC3,Bonn,2024-01-03,gold\n';
const upper = (columns: readonly number[]): CleaningStep => ({
	...{ id: 's1', kind: 'trim', columns, letters: 'upper' },
	...{ blanks: true, invisible: true, halfWidth: true }
});

async function setUp() {
	const connection = connect();
	await connection.use((database) =>
		createWorkspace(database, { id: 'w', name: 'Client', kind: 'client', nowMs: 1 })
	);
	let ids = 0;
	const api = importHandler({
		connection,
		verify: verifySnapshot,
		newId: () => `d${++ids}`,
		now: () => 0,
		inspect: inspectFile,
		inspectBy,
		importOrders,
		importTable
	});
	let jobs = 0;
	async function store(
		text: string,
		name: string,
		change: Partial<ImportJob> = {},
		asked: AnyComparison[] = []
	) {
		const file = new File([text], name);
		const { recipe } = valueOf(await api.inspect(file, null));
		const base = { jobId: `j${++jobs}`, workspaceId: 'w', datasetName: name, file, recipe };
		const job = { ...base, keepOriginal: true, nowMs: 100 + jobs, ...change };
		return api.run(
			job,
			() => undefined,
			(comparison) => {
				asked.push(comparison);
				return Promise.resolve('newer');
			}
		);
	}
	const dataset = valueOf(await store(orders, 'orders.csv'));
	const table = tableOf(await store(march, 'customers.csv'));
	const values = async (header: string) =>
		valuesOf((await connection.use((database) => loadEntityTable(database, table.id))).table, header);
	const linked = async () => {
		if (isTableManifest(dataset)) throw new Error('not stored as orders');
		return linkedTablesOf(connection, dataset);
	};
	return { api, connection, store, table, values, linked };
}

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(JSON.stringify(envelope.error));
	return envelope.value;
}

function tableOf(envelope: Envelope<unknown>): TableManifest {
	const manifest = valueOf(envelope) as TableManifest;
	if (!isTableManifest(manifest)) throw new Error('stored as orders');
	return manifest;
}

describe('a table of another entity', () => {
	it('is changed by its recipe with steps, is linked anew, and comes back as it was', async () => {
		const { connection, store, table, values, linked } = await setUp();
		const before = await linked();
		const recipe = withSteps(table.recipe, [upper([1])]);
		const seen = tableOf(
			await store(march, 'customers.csv', { recipe, replaces: table.id, rehearsal: true })
		);
		expect(seen.totals.kept).toBe(2);
		expect(await values('City')).toEqual(['rome', 'Oslo']);
		const changed = tableOf(await store(march, 'customers.csv', { recipe, replaces: table.id }));
		expect(changed).toMatchObject({ id: table.id, importedAt: table.importedAt, recipe });
		expect(changed.changedAt).toBeGreaterThan(table.importedAt);
		expect(await values('City')).toEqual(['ROME', 'OSLO']);
		const after = await linked();
		expect(after.tables.map(({ manifest }) => manifest.id)).toEqual([table.id]);
		expect(after.key).not.toBe(before.key);
		const [link] = await connection.use((database) => loadLinks(database, 'w'));
		expect(link?.of).toContain(`${table.id}@${changed.changedAt}`);
		const [former] = await connection.use(listBin);
		expect(former).toMatchObject({ formerOf: table.id });
		await connection.use((database) => restoreVersion(database, former?.id ?? ''));
		expect(await values('City')).toEqual(['rome', 'Oslo']);
		// The link that is stored is of the other version, whose columns may stand elsewhere.
		expect((await linked()).tables).toEqual([]);
		await ensureLinks(connection, 'w', async () => undefined);
		expect((await linked()).key).toBe(before.key);
	});

	it('takes a newer file row by row: known ones once, changed ones in their place, new ones behind', async () => {
		const { connection, store, table, values } = await setUp();
		const asked: AnyComparison[] = [];
		const added = tableOf(await store(april, 'april.csv', { appendTo: table.id }, asked));
		expect(asked).toEqual([{ recognised: 1, replaced: 1, added: 1 }]);
		expect(await values('Customer ID')).toEqual(['C1', 'C2', 'C3']);
		expect(await values('City')).toEqual(['rome', 'Bern', 'Bonn']);
		expect(added.totals).toMatchObject({ source: 5, kept: 3, merged: 1, replaced: 1, rejected: 0 });
		expect(added.sources?.map(({ comparison }) => comparison)).toEqual([
			{ recognised: 0, replaced: 0, added: 2 },
			{ recognised: 1, replaced: 1, added: 1 }
		]);
		expect(await connection.use(listTables)).toEqual([added]);
		const again = await store(april, 'again.csv', { appendTo: table.id });
		expect(again).toEqual({ ok: false, error: { code: 'append-same-file', params: { file: 'april.csv' } } });
		const saved = tableOf(await store(`${april}\n`, 'saved-anew.csv', { appendTo: table.id }));
		expect(saved.sources?.at(-1)?.comparison).toEqual({ recognised: 3, replaced: 0, added: 0 });
		expect(saved.rows).toBe(3);
	});

	it('keeps each of its files, so that one can be read otherwise without any being given again', async () => {
		const { connection, store, table, values } = await setUp();
		const kept = async () => {
			const live = (await connection.use(currentDatasets)).filter(
				(record) => record.manifest.id === table.id && record.deletedAt === null
			);
			return live.flatMap(originalsOf);
		};
		expect((await kept()).map(({ name }) => name)).toEqual(['customers.csv']);
		// The new file is not to be kept: the one that is, stays.
		await store(april, 'april.csv', { appendTo: table.id, keepOriginal: false });
		expect((await kept()).map(({ name }) => name)).toEqual(['customers.csv']);
		await connection.use(async (database) => {
			const [former] = await listBin(database);
			await restoreVersion(database, former?.id ?? '');
		});
		const added = tableOf(await store(april, 'april.csv', { appendTo: table.id }));
		const files = [];
		for (const { fingerprint, name } of await kept()) {
			const { content } = await connection.use((database) => loadOriginal(database, table.id, fingerprint));
			files.push(new File([content], name));
		}
		expect(files.map(({ name }) => name)).toEqual(['customers.csv', 'april.csv']);
		const [first] = added.sources ?? [];
		if (first === undefined) throw new Error('not added');
		const recipe = withSteps(first.recipe, [upper([1])]);
		tableOf(await store(march, 'customers.csv', { recipe, replaces: table.id, among: { files, place: 0 } }));
		expect(await values('City')).toEqual(['rome', 'Bern', 'Bonn']);
		expect((await kept()).map(({ name }) => name)).toEqual(['customers.csv', 'april.csv']);
	});

	it('of several files is changed by the recipe of one of them, joined anew from all of them', async () => {
		const { connection, store, table, values } = await setUp();
		const added = tableOf(await store(april, 'april.csv', { appendTo: table.id }));
		const [first, second] = added.sources ?? [];
		if (first === undefined || second === undefined) throw new Error('not added');
		const recipe = withSteps(first.recipe, [upper([1])]);
		const files = [new File([march], 'customers.csv'), new File([april], 'april.csv')];
		const change = { recipe, replaces: table.id, among: { files, place: 0 } };
		for (const refused of [
			{ recipe, replaces: table.id },
			{ ...change, among: { files: files.toReversed(), place: 0 } },
			{ ...change, among: { files: files.slice(0, 1), place: 0 } }
		]) {
			expect(await store(march, 'customers.csv', refused)).toMatchObject({
				error: { code: 'params-invalid' }
			});
		}
		expect(await connection.use(listTables)).toEqual([added]);
		const changed = tableOf(await store(march, 'customers.csv', change));
		expect(await values('Customer ID')).toEqual(['C1', 'C2', 'C3']);
		// Rome is read as ROME now, and so the row of the second file is a newer one.
		expect(await values('City')).toEqual(['rome', 'Bern', 'Bonn']);
		expect(changed.totals).toMatchObject({ source: 5, kept: 3, merged: 0, replaced: 2, rejected: 0 });
		expect(changed.sources?.map(({ recipe, importedAt }) => [recipe, importedAt])).toEqual([
			[recipe, first.importedAt],
			[second.recipe, second.importedAt]
		]);
		expect(changed).toMatchObject({ id: table.id, importedAt: table.importedAt, recipe: second.recipe });
		const same = { recipe: first.recipe, replaces: table.id, among: { files, place: 0 } };
		const back = tableOf(await store(march, 'customers.csv', same));
		expect({ ...back, changedAt: 0 }).toEqual({ ...added, changedAt: 0 });
		expect((await connection.use(listBin)).filter(({ formerOf }) => formerOf === table.id)).toHaveLength(3);
		const log = await connection.use((database) => listLog(database, 'w'));
		const rows = { in: 5, kept: 3, merged: 1, setAside: 1, rejected: 0 };
		expect(log.find(({ kind }) => kind === 'change')).toMatchObject({ totals: { rows, columns: [] } });
	});

	it('is read again from all of its files, with the rows and the fingerprint that it has', async () => {
		const { store, table, values } = await setUp();
		const recipe = withSteps(table.recipe, [upper([1])]);
		const added = tableOf(await store(april, 'april.csv', { appendTo: table.id, recipe }));
		const dataset = valueOf(await store(orders, 'o.csv'));
		if (isTableManifest(dataset) || added.sources === undefined) throw new Error('not stored as expected');
		const { name, file, fingerprint, sources } = added;
		const linked = [{ name, file, fingerprint, recipe, column: 0, sources }];
		const files = [
			['april.csv', april],
			['orders.csv', orders],
			['customers.csv', march]
		] as const;
		const read = await readAgain(
			{ dataset, beside: { linked, merged: [] } },
			files.map(([name, text]) => ({ name, content: new Blob([text]) })),
			{ orders: importOrders, table: importTable }
		);
		expect(read.linked[0]?.manifest.fingerprint).toBe(fingerprint);
		expect(valuesOf(read.linked[0]?.table ?? neverTable(), 'City')).toEqual(await values('City'));
	});
});

const neverTable = (): never => {
	throw new Error('no table was read');
};

describe('the recipe of a table', () => {
	it('finds its columns and steps again in the next file, and says what drifted', async () => {
		const { api, table } = await setUp();
		const recipe = withSteps(table.recipe, [upper([1])]);
		const next =
			'Tier,customer_id,Home City,Joined,Score\ngold,C1,rome,long ago,5\nsilver,C9,lima,yesterday,7\n';
		const { inspection, drift } = valueOf(await api.inspectBy(new File([next], 'next.csv'), recipe));
		expect(isTableRecipe(inspection.recipe) && inspection.recipe.entity).toBe('customer');
		expect(drift.columns.map(({ old, now, evidence }) => [old.header, now?.header, evidence])).toEqual([
			['Customer ID', 'customer_id', 'spelling'],
			['City', 'Home City', 'similar'],
			['Joined', 'Joined', 'name'],
			['Tier', 'Tier', 'name']
		]);
		expect(drift.columns[2]?.kind?.[0]).toBe('date');
		expect(drift.added.map(({ header }) => header)).toEqual(['Score']);
		expect((inspection.recipe as TableRecipe).steps).toMatchObject([{ id: 's1', columns: [2] }]);
		expect(inspection.preview[0]?.[2]?.value).toBe('ROME');
	});
});
