import { beforeEach, describe, expect, it } from 'vitest';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import { listBin, purgeBin } from '#lib/storage/bin.ts';
import type { ClienteleDatabase } from '#lib/storage/database.ts';
import { damagedDatasets, listDatasets } from '#lib/storage/datasets.ts';
import { eraseDatabase } from '#lib/storage/erase.ts';
import { forgetJob } from '#lib/storage/forget-dataset.ts';
import { collectGarbage } from '#lib/storage/garbage.ts';
import { keepFiles } from '#lib/storage/keep-files.ts';
import { loadAttribute, loadRejects, loadTable } from '#lib/storage/load-dataset.ts';
import { dropOriginals, loadOriginal, type OriginalFile } from '#lib/storage/original.ts';
import { saveDataset, type DatasetToSave } from '#lib/storage/save-dataset.ts';
import { binDataset, restoreVersion } from '#lib/storage/versions.ts';
import {
	databaseWithWorkspace,
	failWrites,
	freshBrowser,
	fullTable,
	manifest,
	recordCounts,
	rejects,
	save
} from './fixture.ts';

beforeEach(freshBrowser);

const before = fullTable(5);
const after = fullTable(4);

/** A file that gzip makes much smaller, of several pieces. */
const rows = new TextEncoder().encode('客户,2024-01-05,3.20\n'.repeat(400_000));
const { fingerprint } = manifest('a');
const file = { fingerprint, name: 'orders.csv', content: new Blob([rows]) };
const pieces = `a:original:${fingerprint}`;

type Change = Partial<DatasetToSave> & { readonly originals?: readonly OriginalFile[] };

/** Saves a version, and keeps its files. */
async function put(
	database: ClienteleDatabase,
	{ originals = [], ...change }: Change
): Promise<DatasetManifest> {
	const files = originals.map((original) => original.fingerprint);
	const dataset = { manifest: manifest('a'), table: before, rejects, job: 'j', files, ...change };
	const saved = await saveDataset(database, dataset);
	await keepFiles(database, change.replacing?.version ?? saved.id, originals);
	return saved;
}
const second = { version: 'v2', nowMs: 500 };
const changed = (change: Partial<DatasetManifest> = {}) => manifest('a', { changedAt: 500, ...change });

/** Compared as a whole: millions of bytes one by one take their time. */
async function isKept(database: ClienteleDatabase, bytes: Uint8Array, of = fingerprint): Promise<boolean> {
	const { content } = await loadOriginal(database, 'a', of);
	return Buffer.from(await content.arrayBuffer()).equals(bytes);
}

describe('a new version of a dataset', () => {
	it('takes its place under its id; the one before lies in the bin', async () => {
		const database = await databaseWithWorkspace();
		await put(database, {});
		await save(database, 'b');
		await put(database, { manifest: changed({ name: 'Again' }), table: after, replacing: second });
		expect((await listDatasets(database)).map(({ id, name }) => [id, name])).toEqual([
			['a', 'Again'],
			['b', 'Orders b']
		]);
		const loaded = await loadTable(database, 'a');
		expect(loaded.version).toBe('v2');
		expect(loaded.table).toEqual(after);
		expect(await loadRejects(database, 'a')).toEqual(rejects);
		expect(await listBin(database)).toEqual([
			{ kind: 'dataset', id: 'a', name: 'Orders a', deletedAt: 500, formerOf: 'a' }
		]);
		// Whoever has the table of the one before can still ask for its columns.
		expect((await loadAttribute(database, 'a', 'channel'))?.codes).toEqual(before.attributes[0]?.codes);
		expect(await damagedDatasets(database)).toEqual([]);
	});

	it('changes places with the one before, as often as wished, each whole', async () => {
		const database = await databaseWithWorkspace();
		const first = await put(database, {});
		const newer = await put(database, { manifest: changed(), table: after, replacing: second });
		for (const [version, expected, table] of [
			['a', first, before],
			['v2', newer, after],
			['a', first, before]
		] as const) {
			await restoreVersion(database, version);
			expect(await listDatasets(database)).toEqual([expected]);
			expect((await loadTable(database, 'a')).table).toEqual(table);
			expect(await listBin(database)).toHaveLength(1);
		}
	});

	it('is deleted and brought back by the name of the version', async () => {
		const database = await databaseWithWorkspace();
		await put(database, {});
		await put(database, { manifest: changed(), table: after, replacing: second });
		expect((await binDataset(database, 'a', 900)).id).toBe('v2');
		expect((await listBin(database)).map(({ id, formerOf }) => [id, formerOf])).toEqual([
			['v2', undefined],
			['a', undefined]
		]);
		await restoreVersion(database, 'v2');
		expect((await loadTable(database, 'a')).table).toEqual(after);
	});

	it('is undone with its job, and the one before has its place again', async () => {
		const database = await databaseWithWorkspace();
		await put(database, { originals: [file] });
		const counts = await recordCounts(database);
		await put(database, { manifest: changed(), job: 'again', replacing: second, originals: [file] });
		await forgetJob(database, 'again');
		expect(await recordCounts(database)).toEqual(counts);
		expect((await loadTable(database, 'a')).table).toEqual(before);
		expect(await listBin(database)).toEqual([]);
	});

	it('is refused where the dataset was deleted meanwhile, and leaves nothing', async () => {
		const database = await databaseWithWorkspace();
		await put(database, {});
		await binDataset(database, 'a', 1);
		const counts = await recordCounts(database);
		const late = put(database, { manifest: changed(), replacing: second, originals: [file] });
		await expect(late).rejects.toMatchObject({ code: 'storage-not-found' });
		expect(await recordCounts(database)).toEqual(counts);
	});

	it('that is damaged in the bin says nothing of the one in its place', async () => {
		const database = await databaseWithWorkspace();
		await put(database, {});
		await put(database, { manifest: changed(), table: after, replacing: second });
		await database.chunks.delete(['a', 'amount', 0]);
		await save(database, 'v');
		await database.chunks.delete(['v', 'amount', 0]);
		await binDataset(database, 'v', 1);
		const names = await damagedDatasets(database);
		expect(names).toContain('v');
		expect((await loadTable(database, 'a')).table).toEqual(after);
	});
});

describe('the kept file', () => {
	it.each([
		['packed where that is much smaller', rows, true],
		['as it is where it is not', crypto.getRandomValues(new Uint8Array(60_000)), false],
		['when it is empty', new Uint8Array(), true]
	])('comes back byte for byte: %s', async (_, bytes, packed) => {
		const database = await databaseWithWorkspace();
		await put(database, { originals: [{ fingerprint, name: 'x.csv', content: new Blob([bytes]) }] });
		expect(await isKept(database, bytes)).toBe(true);
		const record = await database.datasets.get('a');
		expect(record?.state === 'current' && record.originals).toMatchObject([{ size: bytes.length, packed }]);
	});

	it('is shared by versions of the same file, and goes with the last of them', async () => {
		const database = await databaseWithWorkspace();
		const empty = await recordCounts(database);
		await put(database, { originals: [file] });
		const counts = await recordCounts(database);
		await put(database, { manifest: changed(), replacing: second, originals: [file] });
		expect((await recordCounts(database)).chunks).toBe(2 * counts.chunks! - 3);
		await purgeBin(database, Infinity);
		expect(await isKept(database, rows)).toBe(true);
		expect(await collectGarbage(database)).toBe(0);
		await binDataset(database, 'a', 1);
		await purgeBin(database, Infinity);
		expect(await recordCounts(database)).toEqual(empty);
	});

	it('of another file is its own', async () => {
		const database = await databaseWithWorkspace();
		await put(database, { originals: [file] });
		const other = { fingerprint: 'e'.repeat(64), name: 'later.csv', content: new Blob(['later']) };
		const next = changed({ fingerprint: other.fingerprint });
		await put(database, { manifest: next, replacing: second, originals: [other] });
		expect(await isKept(database, new TextEncoder().encode('later'), other.fingerprint)).toBe(true);
		await restoreVersion(database, 'a');
		expect(await isKept(database, rows)).toBe(true);
	});

	it('of several is kept beside the others: those that were there are shared, and let go with the last version', async () => {
		const database = await databaseWithWorkspace();
		const empty = await recordCounts(database);
		await put(database, { originals: [file] });
		const counts = await recordCounts(database);
		const other = { fingerprint: 'e'.repeat(64), name: 'later.csv', content: new Blob(['later']) };
		// The first is not given again; of a third nothing is known.
		const shared = { fingerprint, name: 'orders.csv' };
		const unknown = { fingerprint: 'd'.repeat(64), name: 'lost.csv' };
		await put(database, { manifest: changed(), replacing: second, originals: [shared, unknown, other] });
		expect((await recordCounts(database)).chunks).toBe(2 * counts.chunks! - 3 + 1);
		expect(await isKept(database, rows)).toBe(true);
		expect(await isKept(database, new TextEncoder().encode('later'), other.fingerprint)).toBe(true);
		await expect(loadOriginal(database, 'a', unknown.fingerprint)).rejects.toMatchObject({
			code: 'storage-not-found'
		});
		await purgeBin(database, Infinity);
		expect(await collectGarbage(database)).toBe(0);
		expect(await isKept(database, rows)).toBe(true);
		await binDataset(database, 'a', 1);
		await purgeBin(database, Infinity);
		expect(await recordCounts(database)).toEqual(empty);
	});

	it('is let go with those that only versions in the bin have', async () => {
		const database = await databaseWithWorkspace();
		await put(database, { originals: [file] });
		const other = { fingerprint: 'e'.repeat(64), name: 'later.csv', content: new Blob(['later']) };
		const next = changed({ fingerprint: other.fingerprint });
		await put(database, { manifest: next, replacing: second, originals: [other] });
		await dropOriginals(database, 'a');
		expect(await database.chunks.filter(({ column }) => column === 'original').count()).toBe(0);
		await restoreVersion(database, 'a');
		await expect(isKept(database, rows)).rejects.toMatchObject({ code: 'storage-not-found' });
	});

	it('is let go on its own, and the dataset stays', async () => {
		const database = await databaseWithWorkspace();
		await put(database, { originals: [file] });
		await dropOriginals(database, 'a');
		await expect(loadOriginal(database, 'a', fingerprint)).rejects.toMatchObject({
			code: 'storage-not-found'
		});
		expect((await loadTable(database, 'a')).table).toEqual(before);
		expect(await database.chunks.where('dataset').equals(pieces).count()).toBe(0);
	});

	it('that is damaged is named, never given', async () => {
		const database = await databaseWithWorkspace();
		await put(database, { originals: [file] });
		const key = { dataset: pieces, column: 'original', part: 1 };
		await database.chunks.put({ ...key, data: new Blob(['x']) });
		await expect(loadOriginal(database, 'a', fingerprint)).rejects.toMatchObject({
			code: 'storage-damaged',
			params: { dataset: 'orders.csv' }
		});
		expect((await loadTable(database, 'a')).table).toEqual(before);
	});

	it('never costs the import that has no room for it', async () => {
		const database = await databaseWithWorkspace();
		database.close();
		// First the pending record, then the columns, then the pieces of the file: the second finds no room.
		failWrites(database, () => new DOMException('full', 'QuotaExceededError'), 3);
		await database.open();
		await put(database, { originals: [file] });
		expect((await loadTable(database, 'a')).table).toEqual(before);
		await expect(loadOriginal(database, 'a', fingerprint)).rejects.toMatchObject({
			code: 'storage-not-found'
		});
		expect(await database.chunks.where('dataset').equals(pieces).count()).toBe(0);
	});

	it('leaves nothing where its dataset is deleted for good while it is written', async () => {
		const database = await databaseWithWorkspace();
		const counts = await recordCounts(database);
		await put(database, {});
		const keeping = keepFiles(database, 'a', [file]);
		await forgetJob(database, 'j');
		await keeping;
		expect(await recordCounts(database)).toEqual(counts);
	});

	it('stays freed where the space of the others is freed while it is written', async () => {
		const database = await databaseWithWorkspace();
		const other = { fingerprint: 'b'.repeat(64), name: 'b.csv', content: new Blob(['b']) };
		await put(database, { originals: [file] });
		const keeping = keepFiles(database, 'a', [file, other]);
		await dropOriginals(database, 'a');
		await keeping;
		expect(await database.chunks.filter(({ column }) => column === 'original').count()).toBe(0);
		for (const of of [fingerprint, other.fingerprint])
			await expect(loadOriginal(database, 'a', of)).rejects.toMatchObject({ code: 'storage-not-found' });
	});

	it('does not keep everything from being erased', async () => {
		const database = await databaseWithWorkspace();
		await put(database, {});
		const keeping = keepFiles(database, 'a', [file]).catch(() => undefined);
		await eraseDatabase(database.name);
		await keeping;
	});

	it('that was cut short is leftover, and its dataset is not', async () => {
		const database = await databaseWithWorkspace();
		await put(database, { originals: [file] });
		const counts = await recordCounts(database);
		const dataset = 'a:original:' + 'e'.repeat(64);
		await database.chunks.add({ dataset, column: 'original', part: 0, data: new Blob(['x']) });
		expect(await collectGarbage(database)).toBe(1);
		expect(await recordCounts(database)).toEqual(counts);
		expect(await isKept(database, rows)).toBe(true);
	});

	it('leaves nothing where the file cannot be read to its end', async () => {
		const database = await databaseWithWorkspace();
		await put(database, {});
		const counts = await recordCounts(database);
		let reads = 0;
		const slice = (from?: number, to?: number): Blob => {
			if (++reads > 1) throw new Error('gone');
			return file.content.slice(from, to);
		};
		const content = { size: rows.length, slice } as Blob;
		await expect(keepFiles(database, 'a', [{ ...file, content }])).rejects.toThrow('gone');
		expect(await recordCounts(database)).toEqual(counts);
		expect(await collectGarbage(database)).toBe(0);
	});
});
