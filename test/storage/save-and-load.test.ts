import { beforeEach, describe, expect, it } from 'vitest';
import { CoreError } from '#lib/core/errors.ts';
import { listBin } from '#lib/storage/bin.ts';
import { databaseName, openDatabase } from '#lib/storage/database.ts';
import { damagedDatasets, listDatasets } from '#lib/storage/datasets.ts';
import { collectGarbage } from '#lib/storage/garbage.ts';
import { loadRejects, loadTable } from '#lib/storage/load-dataset.ts';
import { isTableRecord } from '#lib/storage/records.ts';
import { binWorkspace } from '#lib/storage/workspaces.ts';
import {
	bareTable,
	databaseWithWorkspace,
	failReads,
	failWrites,
	freshBrowser,
	fullTable,
	manifest,
	recordCounts,
	rejects,
	save
} from './fixture.ts';

beforeEach(freshBrowser);

describe('saving and loading', () => {
	it('gives every column back, typed and equal', async () => {
		const database = await databaseWithWorkspace();
		const table = fullTable();
		await save(database, 'a', {}, table);
		const loaded = await loadTable(database, 'a');
		expect(loaded.table).toEqual(table);
		expect(loaded.manifest).toEqual(manifest('a'));
		expect(await loadRejects(database, 'a')).toEqual(rejects);
	});

	it('keeps absent columns absent', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a', {}, bareTable());
		expect((await loadTable(database, 'a')).table).toEqual(bareTable());
	});

	it('stores a table without rows', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a', {}, fullTable(0));
		expect((await loadTable(database, 'a')).table).toEqual(fullTable(0));
	});

	it('cuts long columns into chunks of at most 4 MiB and joins them again', async () => {
		const database = await databaseWithWorkspace();
		const table = fullTable(600_000);
		await save(database, 'a', {}, table);
		const chunks = await database.chunks.where({ dataset: 'a' }).toArray();
		expect(chunks.filter(({ column }) => column === 'amount').map(({ part }) => part)).toEqual([0, 1]);
		expect(Math.max(...chunks.map(({ data }) => data.size))).toBeLessThanOrEqual(4 * 2 ** 20);
		const loaded = await loadTable(database, 'a');
		const [codes, storedCodes] = [table, loaded.table].map(({ attributes }) => attributes[0]?.codes);
		// Compared by index: a matcher takes seconds over so many elements.
		expect(table.amount.findIndex((amount, row) => amount !== loaded.table.amount[row])).toBe(-1);
		expect(codes?.findIndex((code, row) => code !== storedCodes?.[row])).toBe(-1);
		expect(loaded.table.amount).toHaveLength(table.rows);
	});

	it('stores the used part of arrays that have room to grow, and nothing behind it', async () => {
		const database = await databaseWithWorkspace();
		const table = fullTable();
		const roomy = { ...table, rows: 3 };
		await save(database, 'a', {}, roomy);
		const loaded = (await loadTable(database, 'a')).table;
		expect(loaded.day).toEqual(table.day.slice(0, 3));
		expect(loaded.kind).toEqual(table.kind.slice(0, 3));
	});

	it('reads only what a ledger needs when asked to', async () => {
		const database = await databaseWithWorkspace();
		const table = fullTable();
		await save(database, 'a', {}, table);
		await database.chunks
			.where({ dataset: 'a' })
			.and(({ column }) => column === 'instant')
			.delete();
		const loaded = (await loadTable(database, 'a', { columns: 'ledger' })).table;
		expect(loaded).toEqual({ ...table, instant: null, quantity: null, attributes: [] });
		await expect(loadTable(database, 'a')).rejects.toMatchObject({ code: 'storage-damaged' });
	});

	it('leaves the table that it was given as it was', async () => {
		const database = await databaseWithWorkspace();
		const table = fullTable();
		await save(database, 'a', {}, table);
		expect(table).toEqual(fullTable());
	});

	it('tells how many bytes of how many are written, up to all', async () => {
		const database = await databaseWithWorkspace();
		const told: [number, number][] = [];
		await save(database, 'a', { onProgress: (done, total) => told.push([done, total]) }, fullTable(600_000));
		const [, total] = told[0] ?? [0, 0];
		expect(told.length).toBeGreaterThan(2);
		expect(told.at(-1)).toEqual([total, total]);
		expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
	});

	it('refuses an unknown workspace and leaves nothing', async () => {
		const database = await openDatabase();
		await expect(save(database, 'a')).rejects.toMatchObject({ code: 'storage-not-found' });
		expect(await recordCounts(database)).toMatchObject({ datasets: 0, chunks: 0 });
	});

	it('refuses a workspace that another tab has put in the bin, and leaves nothing', async () => {
		const database = await databaseWithWorkspace();
		await binWorkspace(database, 'w', 5);
		await expect(save(database, 'a')).rejects.toMatchObject({ code: 'storage-not-found' });
		expect(await recordCounts(database)).toMatchObject({ datasets: 0, chunks: 0 });
	});

	it('says that a dataset which was never stored is not there', async () => {
		const database = await openDatabase();
		await expect(loadTable(database, 'x')).rejects.toMatchObject({ code: 'storage-not-found' });
		await expect(loadRejects(database, 'x')).rejects.toMatchObject({ code: 'storage-not-found' });
	});
});

describe('all or nothing', () => {
	it('leaves nothing, whichever of its writes fails', async () => {
		const counting = await databaseWithWorkspace();
		counting.close();
		const counted = failWrites(counting, () => new Error('never'), Infinity);
		await counting.open();
		await save(counting, 'counted', {}, fullTable(600_000));
		expect(counted.count).toBeGreaterThanOrEqual(4);
		counting.close();

		for (let nth = 0; nth < counted.count; nth++) {
			freshBrowser();
			const database = await databaseWithWorkspace();
			await save(database, 'earlier');
			const before = await recordCounts(database);
			database.close();
			failWrites(database, () => new Error('the disk is gone'), nth);
			await database.open();
			await expect(save(database, 'a', {}, fullTable(600_000))).rejects.toBeInstanceOf(CoreError);
			expect(await recordCounts(database), `write ${nth}`).toEqual(before);
			expect((await listDatasets(database)).map(({ id }) => id)).toEqual(['earlier']);
			expect((await loadTable(database, 'earlier')).table).toEqual(fullTable());
			database.close();
		}
	});

	it('shows a dataset to nobody before its last transaction', async () => {
		const database = await databaseWithWorkspace();
		const seen: number[] = [];
		const looking: Promise<unknown>[] = [];
		await save(database, 'a', {
			onProgress: () => looking.push(listDatasets(database).then((list) => seen.push(list.length)))
		});
		await Promise.all(looking);
		// The last look was begun before the last transaction, and may be answered after it.
		expect(seen[0]).toBe(0);
		expect(await listDatasets(database)).toHaveLength(1);
	});

	it('frees what it wrote when it is cancelled on the way', async () => {
		const database = await databaseWithWorkspace();
		const before = await recordCounts(database);
		const controller = new AbortController();
		const onProgress = (done: number): void => {
			if (done > 0) controller.abort();
		};
		const saving = save(database, 'a', { signal: controller.signal, onProgress }, fullTable(2_000_000));
		await expect(saving).rejects.toMatchObject({ code: 'cancelled' });
		expect(await recordCounts(database)).toEqual(before);
	});

	it('never touches a dataset that already has the id', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		await expect(save(database, 'a', {}, bareTable())).rejects.toBeInstanceOf(CoreError);
		expect((await loadTable(database, 'a')).table).toEqual(fullTable());
	});

	it('writes nothing at all when it is cancelled before', async () => {
		const database = await databaseWithWorkspace();
		const saving = save(database, 'a', { signal: AbortSignal.abort() });
		await expect(saving).rejects.toMatchObject({ code: 'cancelled' });
		expect(await recordCounts(database)).toMatchObject({ datasets: 0, chunks: 0 });
	});

	it.each([
		['QuotaExceededError itself', () => new DOMException('full', 'QuotaExceededError')],
		['blobs that the disk does not take', () => new DOMException('Failed to write blobs', 'DataError')],
		[
			'an AbortError with it inside',
			() =>
				Object.assign(new DOMException('aborted', 'AbortError'), { inner: { name: 'QuotaExceededError' } })
		]
	])('says that there is no room left, with the bytes needed: %s', async (_, error) => {
		const database = await databaseWithWorkspace();
		const before = await recordCounts(database);
		database.close();
		// The first write is the pending record, the second the first chunks.
		failWrites(database, error, 1);
		await database.open();
		const table = fullTable();
		await expect(save(database, 'a', {}, table)).rejects.toMatchObject({
			code: 'storage-quota',
			params: { needed: expect.any(Number) as number }
		});
		const thrown = await save(database, 'b', {}, table).then(() => null);
		expect(thrown).toBeNull();
		await database.transaction('rw', database.datasets, database.chunks, async () => {
			await database.datasets.clear();
			await database.chunks.clear();
		});
		expect(await recordCounts(database)).toEqual(before);
	});
});

describe('damage', () => {
	it('finds a flipped byte wherever it is: 100 of 100', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a', {}, fullTable(3000));
		const chunks = await database.chunks
			.where({ dataset: 'a' })
			.and(({ column }) => column !== 'rejects')
			.toArray();
		let found = 0;
		for (let i = 0; i < 100; i++) {
			const chunk = chunks[i % chunks.length];
			if (chunk === undefined) throw new Error('no chunk');
			const bytes = new Uint8Array(await chunk.data.arrayBuffer());
			const at = (i * 7919) % bytes.length;
			bytes[at] = (bytes[at] ?? 0) ^ (1 << (i % 8));
			await database.chunks.put({ ...chunk, data: new Blob([bytes]) });
			await loadTable(database, 'a').catch((error: unknown) => {
				expect(error).toMatchObject({ code: 'storage-damaged', params: { dataset: 'Orders a' } });
				found++;
			});
			await database.chunks.put(chunk);
		}
		expect(found).toBe(100);
		expect((await loadTable(database, 'a')).table).toEqual(fullTable(3000));
	});

	it('finds a chunk that is gone, at the start and when it is read', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		await save(database, 'b');
		expect(await damagedDatasets(database)).toEqual([]);
		await database.chunks.delete(['a', 'day', 0]);
		expect(await damagedDatasets(database)).toEqual(['a']);
		await expect(loadTable(database, 'a')).rejects.toMatchObject({ code: 'storage-damaged' });
		expect((await loadTable(database, 'b')).table).toEqual(fullTable());
	});

	it('finds a changed number in the manifest', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		const record = await database.datasets.get('a');
		if (record?.state !== 'current' || isTableRecord(record)) throw new Error('not stored');
		await database.datasets.put({ ...record, manifest: { ...record.manifest, customers: 4 } });
		expect(await damagedDatasets(database)).toEqual(['a']);
		await expect(loadTable(database, 'a')).rejects.toMatchObject({ code: 'storage-damaged' });
	});

	it('of a record that the browser cannot give back hides no other, and is never collected', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		await save(database, 'b');
		const before = await recordCounts(database);
		database.close();
		failReads(database, 'datasets', 'a');
		await database.open();
		expect((await listDatasets(database)).map(({ id }) => id)).toEqual(['b']);
		expect(await damagedDatasets(database)).toEqual(['a']);
		expect(await collectGarbage(database)).toBe(0);
		expect(await listBin(database)).toEqual([]);
		expect((await loadTable(database, 'b')).table).toEqual(fullTable());
		await expect(loadTable(database, 'a')).rejects.toMatchObject({ code: 'storage-damaged' });
		expect(await recordCounts(database)).toEqual(before);
	});

	it('survives the database being closed and opened again', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		database.close();
		const again = await openDatabase(databaseName);
		expect((await loadTable(again, 'a')).table).toEqual(fullTable());
	});
});
