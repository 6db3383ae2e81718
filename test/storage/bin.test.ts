import { beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotSummary } from '#lib/core/dataset/workspace.ts';
import { binKeepsMs, listBin, purgeBin } from '#lib/storage/bin.ts';
import { listDatasets } from '#lib/storage/datasets.ts';
import { loadTable } from '#lib/storage/load-dataset.ts';
import { binSnapshot, listSnapshots, loadSnapshot, saveSnapshot } from '#lib/storage/snapshots.ts';
import { binDataset, restoreVersion } from '#lib/storage/versions.ts';
import { binWorkspace, createWorkspace, listWorkspaces, updateWorkspace } from '#lib/storage/workspaces.ts';
import { databaseWithWorkspace, freshBrowser, fullTable, recordCounts, save } from './fixture.ts';

beforeEach(freshBrowser);

const summary: SnapshotSummary = {
	id: 's',
	name: 'Findings',
	createdAt: 1,
	addedAt: 2,
	methods: ['rfm'],
	provenance: 'p',
	bytes: 3,
	deletedAt: null
};
const bytes = new TextEncoder().encode('{}\n');

describe('the bin', () => {
	it('hides a deleted dataset, and restores it whole', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		await binDataset(database, 'a', 50);
		expect(await listDatasets(database)).toEqual([]);
		expect(await listBin(database)).toEqual([{ kind: 'dataset', id: 'a', name: 'Orders a', deletedAt: 50 }]);
		await expect(loadTable(database, 'a')).rejects.toMatchObject({ code: 'storage-not-found' });
		await restoreVersion(database, 'a');
		expect((await loadTable(database, 'a')).table).toEqual(fullTable());
		expect(await listBin(database)).toEqual([]);
	});

	it('takes a workspace with its datasets, and brings both back', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		await binWorkspace(database, 'w', 50);
		expect(await listWorkspaces(database)).toEqual([]);
		expect(await listDatasets(database)).toEqual([]);
		expect((await listBin(database)).map(({ kind }) => kind)).toEqual(['workspace']);
		await binWorkspace(database, 'w', null);
		expect(await listDatasets(database)).toHaveLength(1);
	});

	it('hides and restores a snapshot', async () => {
		const database = await databaseWithWorkspace();
		await saveSnapshot(database, summary, bytes);
		expect(await loadSnapshot(database, 's')).toEqual(bytes);
		await binSnapshot(database, 's', 9);
		expect(await listSnapshots(database)).toEqual([]);
		await expect(loadSnapshot(database, 's')).rejects.toMatchObject({ code: 'storage-not-found' });
		await binSnapshot(database, 's', null);
		expect(await listSnapshots(database)).toEqual([summary]);
	});

	it('names a snapshot whose bytes have changed', async () => {
		const database = await databaseWithWorkspace();
		await saveSnapshot(database, summary, bytes);
		const record = await database.snapshots.get('s');
		if (record === undefined) throw new Error('not stored');
		await database.snapshots.put({ ...record, data: new Blob(['{}\r']) });
		await expect(loadSnapshot(database, 's')).rejects.toMatchObject({
			code: 'storage-damaged',
			params: { dataset: 'Findings' }
		});
	});

	it('lets go of what has been in it long enough, with every byte', async () => {
		const database = await databaseWithWorkspace();
		const empty = await recordCounts(database);
		await createWorkspace(database, { id: 'old', name: 'Old', kind: 'client', nowMs: 1 });
		await save(database, 'a');
		await saveSnapshot(database, summary, bytes);
		await binDataset(database, 'a', 1000);
		await binSnapshot(database, 's', 1000);
		await binWorkspace(database, 'old', 1000);
		await purgeBin(database, 999);
		expect(await listBin(database)).toHaveLength(3);
		await purgeBin(database, 1000);
		expect(await listBin(database)).toEqual([]);
		expect(await recordCounts(database)).toEqual(empty);
	});

	it('is kept for 30 days', () => {
		expect(binKeepsMs).toBe(30 * 24 * 60 * 60 * 1000);
	});

	it('lets a purged workspace take its datasets with it', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		await binWorkspace(database, 'w', 1);
		await purgeBin(database, Infinity);
		expect(await recordCounts(database)).toMatchObject({ workspaces: 0, datasets: 0, chunks: 0 });
	});

	it('never purges what is not in it', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		const before = await recordCounts(database);
		await purgeBin(database, Infinity);
		expect(await recordCounts(database)).toEqual(before);
	});
});

describe('workspaces', () => {
	it('change by name and settings only', async () => {
		const database = await databaseWithWorkspace();
		const [workspace] = await listWorkspaces(database);
		if (workspace === undefined) throw new Error('no workspace');
		const other = {
			...workspace,
			name: '  客户   甲 ',
			kind: 'sample' as const,
			createdAt: 99,
			settings: { weekStart: 7, refunds: 'gross' as const }
		};
		const changed = await updateWorkspace(database, other);
		expect(changed).toEqual({ ...workspace, name: '客户 甲', settings: { weekStart: 7, refunds: 'gross' } });
		expect(await listWorkspaces(database)).toEqual([changed]);
	});

	it('keep the settings that a change does not name, and drop those set back to the default', async () => {
		const database = await databaseWithWorkspace();
		const [workspace] = await listWorkspaces(database);
		if (workspace === undefined) throw new Error('no workspace');
		const { id } = workspace;
		// Two who have read the same workspace, each with a change of their own.
		await Promise.all([
			updateWorkspace(database, { id, settings: { currency: 'EUR', yearStart: 4 } }),
			updateWorkspace(database, { id, settings: { zone: 'Asia/Shanghai' } }),
			updateWorkspace(database, { id, name: 'Another' })
		]);
		await updateWorkspace(database, { id, settings: { yearStart: undefined } });
		const [stored] = await listWorkspaces(database);
		const settings = { weekStart: 1, refunds: 'net', currency: 'EUR', zone: 'Asia/Shanghai' };
		expect(stored).toEqual({ ...workspace, name: 'Another', settings });
		expect(Object.keys(stored?.settings ?? {}).sort()).toEqual(Object.keys(settings).sort());
	});

	it('refuse an empty name and an unknown id', async () => {
		const database = await databaseWithWorkspace();
		const blank = createWorkspace(database, { id: 'x', name: '  ', kind: 'client', nowMs: 1 });
		await expect(blank).rejects.toMatchObject({ code: 'params-invalid' });
		await expect(binWorkspace(database, 'x', 1)).rejects.toMatchObject({ code: 'storage-not-found' });
		await expect(binDataset(database, 'x', 1)).rejects.toMatchObject({ code: 'storage-not-found' });
		await expect(binSnapshot(database, 'x', 1)).rejects.toMatchObject({ code: 'storage-not-found' });
	});
});
