import { beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '#lib/core/dataset/log.ts';
import { purgeBin } from '#lib/storage/bin.ts';
import { appendLog, listLog } from '#lib/storage/log.ts';
import { saveDataset } from '#lib/storage/save-dataset.ts';
import { binWorkspace, createWorkspace } from '#lib/storage/workspaces.ts';
import { databaseWithWorkspace, failWrites, freshBrowser, fullTable, manifest, rejects } from './fixture.ts';

beforeEach(freshBrowser);

const line = (at: number, workspaceId = 'w'): LogEntry => ({
	at,
	workspaceId,
	kind: 'rename',
	subject: 'Client'
});

describe('the log', () => {
	it('is told by workspace, latest written first, whatever the clock says', async () => {
		const database = await databaseWithWorkspace();
		for (const entry of [line(5), line(9, 'other'), line(3)]) await appendLog(database, entry);
		expect(await listLog(database, 'w')).toEqual([line(3), line(5)]);
	});

	it('has the line of an import exactly when the dataset is there', async () => {
		const database = await databaseWithWorkspace();
		const dataset = { manifest: manifest('a'), table: fullTable(), rejects, job: 'j', log: () => line(1) };
		await saveDataset(database, dataset);
		expect(await listLog(database, 'w')).toEqual([line(1)]);
		database.close();
		// The pending record, the columns, the record, and last of all the line: it takes the dataset with it.
		failWrites(database, () => new Error('the disk is gone'), 3);
		await database.open();
		await expect(saveDataset(database, { ...dataset, manifest: manifest('b') })).rejects.toThrow();
		expect(await database.datasets.count()).toBe(1);
		expect(await listLog(database, 'w')).toEqual([line(1)]);
	});

	it('goes with its workspace, and no other way', async () => {
		const database = await databaseWithWorkspace();
		await createWorkspace(database, { id: 'other', name: 'Other', kind: 'client', nowMs: 1 });
		await appendLog(database, line(1));
		await appendLog(database, line(2, 'other'));
		await binWorkspace(database, 'w', 1);
		expect(await listLog(database, 'w')).toHaveLength(1);
		await purgeBin(database, Infinity);
		expect([await listLog(database, 'w'), await listLog(database, 'other')]).toEqual([
			[],
			[line(2, 'other')]
		]);
	});
});
