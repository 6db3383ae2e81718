import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isTableManifest, isTableRecipe } from '#lib/api/index.ts';
import type { Envelope, ImportJob, Progress } from '#lib/api/index.ts';
import { CoreError } from '#lib/core/errors.ts';
import { importOrders, importTable, inspectBy, inspectFile } from '#lib/import/index.ts';
import {
	connect,
	createWorkspace,
	listDatasets,
	listLog,
	loadIssues,
	loadOriginal,
	loadTable,
	type Connection
} from '#lib/storage/index.ts';
import { freshBrowser, fullTable, recordCounts } from '../../storage/fixture.ts';
import { verifySnapshot } from '#lib/report/index.ts';
import { importHandler, type ImportTools } from '../../../workers/import-handler.ts';

beforeEach(freshBrowser);

const csv = [
	'customer,date,amount',
	'b,2024-03-01,10.50',
	'a,2024-01-05,3.20',
	'a,2024-02-11,7.00',
	'c,2024-02-30,1.00'
].join('\n');

async function setUp(change: Partial<ImportTools> = {}) {
	const connection = connect();
	await connection.use((database) =>
		createWorkspace(database, { id: 'w', name: 'Client', kind: 'client', nowMs: 1 })
	);
	let ids = 0;
	let clock = 0;
	const api = importHandler({
		connection,
		verify: verifySnapshot,
		newId: () => `d${++ids}`,
		now: () => (clock += 50),
		inspect: inspectFile,
		inspectBy,
		importOrders,
		importTable,
		...change
	});
	const file = new File([csv], 'orders.csv');
	const { recipe } = valueOf(await api.inspect(file, null));
	if (isTableRecipe(recipe)) throw new Error('not taken for orders');
	const job = {
		jobId: 'j1',
		workspaceId: 'w',
		datasetName: ' Spring ',
		file,
		recipe,
		keepOriginal: false,
		nowMs: 77
	} satisfies ImportJob;
	return { api, connection, job };
}

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(JSON.stringify(envelope.error));
	return envelope.value;
}

/** What is stored, the log aside. */
async function counts(connection: Connection): Promise<Record<string, number>> {
	const { log: _, ...stored } = await connection.use(recordCounts);
	return stored;
}

describe('importing', () => {
	it('stores what the file holds, and says what that is', async () => {
		const { api, connection, job } = await setUp();
		const manifest = valueOf(await api.run(job, () => undefined));
		expect(manifest).toMatchObject({
			id: 'd1',
			workspaceId: 'w',
			name: 'Spring',
			file: { name: 'orders.csv', size: csv.length },
			importedAt: 77,
			recipe: job.recipe
		});
		if (isTableManifest(manifest)) throw new Error('not stored as orders');
		expect(manifest.totals.source.rows).toBe(4);
		expect(manifest.totals.rejected.rows).toBe(1);
		expect(await connection.use(listDatasets)).toEqual([manifest]);
		const { table } = await connection.use((database) => loadTable(database, 'd1'));
		const again = await importOrders(job.file, job.file.name, job.recipe);
		expect(table).toEqual(again.table);
	});

	it('tells its progress stage by stage, with a clock, and ends with all bytes stored', async () => {
		const { api, job } = await setUp();
		const told: Progress[] = [];
		valueOf(await api.run(job, (progress) => void told.push(progress)));
		expect(told.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['reading', 'storing']));
		const last = told.at(-1);
		expect(last?.stage).toBe('storing');
		expect(last?.done).toBe(last?.total);
		expect(told.every(({ elapsedMs }) => elapsedMs > 0)).toBe(true);
	});

	it('answers with a code what the import refuses, and stores nothing', async () => {
		const { api, connection, job } = await setUp();
		const before = await counts(connection);
		const empty = { ...job, file: new File([''], 'empty.csv') };
		expect(await api.run(empty, () => undefined)).toMatchObject({ error: { code: 'file-empty' } });
		expect(await counts(connection)).toEqual(before);
	});

	it('stops when it is cancelled, and leaves nothing', async () => {
		let begin = (): void => undefined;
		const begun = new Promise<void>((resolve) => (begin = resolve));
		const { api, connection, job } = await setUp({
			importOrders: (_, __, ___, { signal }) =>
				new Promise((_resolve, reject) => {
					signal.addEventListener('abort', () => reject(new CoreError('cancelled')));
					begin();
				})
		});
		const before = await counts(connection);
		const running = api.run(job, () => undefined);
		await begun;
		await api.cancel('j1');
		expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
		expect(await counts(connection)).toEqual(before);
		await api.cancel('unknown');
	});

	it('undoes a job by its name, even one that has come to its end', async () => {
		const { api, connection, job } = await setUp();
		const before = await counts(connection);
		valueOf(await api.run(job, () => undefined));
		valueOf(await api.discard('j1'));
		expect(await counts(connection)).toEqual(before);
	});

	it('makes a new version of a dataset, under its id and in its place, by the same copy of the file', async () => {
		const { api, connection, job } = await setUp();
		const first = valueOf(await api.run({ ...job, keepOriginal: true }, () => undefined));
		const choices = { ...job.recipe.choices, duplicates: 'drop' as const };
		const again: ImportJob = {
			...job,
			jobId: 'j2',
			recipe: { ...job.recipe, choices },
			replaces: first.id,
			keepOriginal: true,
			nowMs: 99
		};
		const second = valueOf(await api.run(again, () => undefined));
		expect(second).toMatchObject({ id: first.id, importedAt: 77, changedAt: 99, recipe: { choices } });
		expect(await connection.use(listDatasets)).toEqual([second]);
		const kept = () => connection.use((database) => loadOriginal(database, first.id, first.fingerprint));
		expect(await (await kept()).content.text()).toBe(csv);
		const whose = { ...again, jobId: 'j3', workspaceId: 'another' };
		expect(await api.run(whose, () => undefined)).toMatchObject({ error: { code: 'storage-not-found' } });
		valueOf(await api.discard('j2'));
		expect(await connection.use(listDatasets)).toEqual([first]);
	});

	it('keeps the file once the dataset is there, and nobody waits for it', async () => {
		const { api, connection, job } = await setUp();
		const { id, fingerprint } = valueOf(await api.run({ ...job, keepOriginal: true }, () => undefined));
		const kept = () => connection.use((database) => loadOriginal(database, id, fingerprint));
		await vi.waitFor(async () => expect(await (await kept()).content.text()).toBe(csv));
	});

	it('takes the rows that a rehearsal read, by the same recipe only', async () => {
		let reads = 0;
		const { api, connection, job } = await setUp({
			importOrders: (...of) => {
				reads++;
				return importOrders(...of);
			}
		});
		const ahead = (jobId: string) => ({ ...job, jobId, ahead: jobId, rehearsal: true, workspaceId: '' });
		const rehearsed = valueOf(await api.run(ahead('r1'), () => undefined));
		expect(await connection.use(listDatasets)).toEqual([]);
		const stored = valueOf(await api.run({ ...job, ahead: 'r1' }, () => undefined));
		expect(reads).toBe(1);
		expect('totals' in rehearsed && rehearsed.totals).toEqual('totals' in stored && stored.totals);
		const { table } = await connection.use((database) => loadTable(database, stored.id));
		expect(table).toEqual((await importOrders(job.file, job.file.name, job.recipe)).table);
		// Taken once; another recipe, another name and what was let go are read.
		valueOf(await api.run({ ...job, jobId: 'j2', ahead: 'r1' }, () => undefined));
		expect(reads).toBe(2);
		const choices = { ...job.recipe.choices, duplicates: 'drop' as const };
		const others = [
			{ ahead: 'r2', recipe: { ...job.recipe, choices } },
			{ ahead: 'r0' },
			{ ahead: 'r2', file: new File([csv, '\nd,2024-03-03,1.00'], 'orders.csv') }
		];
		for (const [i, other] of others.entries()) {
			valueOf(await api.run(ahead('r2'), () => undefined));
			valueOf(await api.run({ ...job, jobId: `o${i}`, ...other }, () => undefined));
		}
		valueOf(await api.run(ahead('r3'), () => undefined));
		valueOf(await api.letGo('r3'));
		valueOf(await api.run({ ...job, jobId: 'j4', ahead: 'r3' }, () => undefined));
		expect(reads).toBe(10);
	});

	it('takes over a rehearsal that still reads', async () => {
		let goOn = (): void => undefined;
		const held = new Promise<void>((resolve) => (goOn = resolve));
		let reads = 0;
		const { api, connection, job } = await setUp({
			importOrders: async (...of) => {
				reads++;
				await held;
				return importOrders(...of);
			}
		});
		const rehearsal = api.run({ ...job, jobId: 'r', ahead: 'r', rehearsal: true }, () => undefined);
		const running = api.run({ ...job, ahead: 'r' }, () => undefined);
		goOn();
		const manifest = valueOf(await running);
		valueOf(await rehearsal);
		expect(reads).toBe(1);
		expect(await connection.use(listDatasets)).toEqual([manifest]);
	});

	it('writes down what became of it: the totals, or the code of the failure', async () => {
		const { api, connection, job } = await setUp();
		const manifest = valueOf(await api.run(job, () => undefined));
		await api.run({ ...job, jobId: 'j2', file: new File([''], 'empty.csv') }, () => undefined);
		const [failed, stored] = await connection.use((database) => listLog(database, 'w'));
		expect(stored).toMatchObject({
			kind: 'import',
			subject: 'Spring',
			at: 77,
			fingerprint: manifest.fingerprint,
			recipe: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
			totals: {
				rows: { in: 4, kept: 3, merged: 0, setAside: 0, rejected: 1 },
				money: { in: 217, kept: 207 }
			}
		});
		expect(stored?.durationMs).toBeGreaterThan(0);
		expect(failed).toMatchObject({ kind: 'import', file: { name: 'empty.csv' }, failed: 'file-empty' });
	});

	it('says in a rehearsal what would be stored, and stores nothing', async () => {
		const { api, connection, job } = await setUp();
		const first = valueOf(await api.run(job, () => undefined));
		const before = await connection.use(recordCounts);
		const again: ImportJob = { ...job, jobId: 'j2', replaces: first.id, rehearsal: true, nowMs: 99 };
		const seen = valueOf(await api.run(again, () => undefined));
		expect(seen).toEqual({ ...first, changedAt: 99 });
		expect(await connection.use(recordCounts)).toEqual(before);
		const { rehearsal: _, ...real } = again;
		expect(valueOf(await api.run({ ...real, jobId: 'j3' }, () => undefined))).toEqual(seen);
	});

	it('keeps what was wrong with rows, by code', async () => {
		const { api, connection, job } = await setUp();
		const { id } = valueOf(await api.run(job, () => undefined));
		expect(await connection.use((database) => loadIssues(database, id))).toEqual([
			{
				code: 'date-impossible',
				outcome: 'rejected',
				rows: 1,
				amount: 10,
				examples: [{ line: 5, column: 2, header: 'date', raw: '2024-02-30' }]
			}
		]);
	});

	it('clears away what an earlier import left before it begins', async () => {
		const { api, connection, job } = await setUp();
		await connection.use((database) =>
			database.datasets.add({ id: 'half', workspaceId: 'w', state: 'pending', job: 'old' })
		);
		valueOf(await api.run(job, () => undefined));
		expect(await counts(connection)).toMatchObject({ datasets: 1 });
	});

	it('refuses a second run of the same name, and the first goes on', async () => {
		const { api, connection, job } = await setUp();
		const [first, second] = await Promise.all([api.run(job, () => undefined), api.run(job, () => undefined)]);
		expect(first.ok).toBe(true);
		expect(second).toMatchObject({ error: { code: 'params-invalid' } });
		expect(await connection.use(listDatasets)).toHaveLength(1);
	});

	it('runs two jobs side by side', async () => {
		const { api, connection, job } = await setUp();
		const answers = await Promise.all([
			api.run(job, () => undefined),
			api.run({ ...job, jobId: 'j2' }, () => undefined)
		]);
		expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
		expect(await connection.use(listDatasets)).toHaveLength(2);
	});

	it('calls progress at most five times a second within a stage', async () => {
		let clock = 0;
		const { api, job } = await setUp({
			now: () => clock,
			importOrders: async (_, __, ___, { onProgress }) => {
				for (let done = 0; done < 1000; done++) {
					clock += 10;
					onProgress({ stage: 'reading', done, total: 5000, unit: 'bytes', rows: done });
				}
				const imported = await importOrders(new File([csv], 'orders.csv'), 'orders.csv', job.recipe);
				return { ...imported, table: fullTable() };
			}
		});
		const told: Progress[] = [];
		valueOf(await api.run(job, (progress) => void told.push(progress)));
		const reading = told.filter(({ stage }) => stage === 'reading');
		// Ten seconds by that clock.
		expect(reading.length).toBeGreaterThanOrEqual(45);
		expect(reading.length).toBeLessThanOrEqual(51);
	});
});
