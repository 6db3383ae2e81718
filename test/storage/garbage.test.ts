import { beforeEach, describe, expect, it } from 'vitest';
import { listDatasets } from '#lib/storage/datasets.ts';
import { forgetJob } from '#lib/storage/forget-dataset.ts';
import { collectGarbage } from '#lib/storage/garbage.ts';
import { databaseWithWorkspace, freshBrowser, fullTable, recordCounts, save } from './fixture.ts';

beforeEach(freshBrowser);

describe('what interrupted imports leave', () => {
	it('is collected: the pending record with its chunks, and chunks of nothing', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'whole');
		const before = await recordCounts(database);
		await database.datasets.add({ id: 'half', workspaceId: 'w', state: 'pending', job: 'j' });
		const chunk = { column: 'day', part: 0, data: new Blob(['x']) };
		await database.chunks.bulkAdd([
			{ ...chunk, dataset: 'half' },
			{ ...chunk, dataset: 'orphan' }
		]);
		expect(await listDatasets(database)).toHaveLength(1);
		expect(await collectGarbage(database)).toBe(2);
		expect(await recordCounts(database)).toEqual(before);
		expect(await collectGarbage(database)).toBe(0);
	});

	it('is left alone while its import still runs', async () => {
		const database = await databaseWithWorkspace();
		const collected: Promise<number>[] = [];
		await save(
			database,
			'a',
			{ onProgress: () => collected.push(collectGarbage(database)) },
			fullTable(600_000)
		);
		expect(await Promise.all(collected)).toEqual(collected.map(() => 0));
		expect(await listDatasets(database)).toHaveLength(1);
	});

	it('is removed by the name of its job, even after its last write', async () => {
		const database = await databaseWithWorkspace();
		await save(database, 'a');
		await save(database, 'b');
		await forgetJob(database, 'job-a');
		expect((await listDatasets(database)).map(({ id }) => id)).toEqual(['b']);
		expect(await database.chunks.where({ dataset: 'a' }).count()).toBe(0);
	});
});
