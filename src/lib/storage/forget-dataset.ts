import type { ClienteleDatabase } from './database.ts';
import { originalsBy, originalsOf, versionsWith } from './original.ts';
import { readableRecords } from './readable-records.ts';

/**
 * Removes a version of a dataset, or a table, with all of its chunks, in one transaction; its kept files too, unless
 * another version has them, and the last version's links. An unknown id is no error.
 */
export function forgetDataset(database: ClienteleDatabase, version: string): Promise<void> {
	const { datasets, chunks, links } = database;
	return database.transaction('rw', datasets, chunks, links, async () => {
		const record = await datasets.get(version).catch(() => undefined);
		await datasets.delete(version);
		await chunks.where('dataset').equals(version).delete();
		const named = record?.state === 'current' ? originalsOf(record).map(({ id }) => id) : [];
		for (const original of new Set([...named, ...(await originalsBy(database, version))])) {
			if ((await versionsWith(database, new Set([original]))).length > 0) continue;
			await chunks.where('dataset').equals(original).delete();
		}
		const id = record?.state === 'current' ? record.manifest.id : version;
		if ((await datasets.where('manifest.id').equals(id).count()) > 0) return;
		await links.where('from').equals(id).delete();
		await links.where('to').equals(id).delete();
	});
}

/**
 * Removes whatever an import job left, even a dataset that it had just made current. What had the place before gets it
 * back.
 */
export async function forgetJob(database: ClienteleDatabase, job: string): Promise<void> {
	const { datasets, chunks, links } = database;
	const { records } = await readableRecords(datasets);
	for (const record of records.filter((one) => one.job === job)) {
		await database.transaction('rw', datasets, chunks, links, async () => {
			await forgetDataset(database, record.id);
			if (record.state !== 'current' || record.replaced === undefined || record.deletedAt !== null) return;
			const before = await datasets.get(record.replaced);
			if (before?.state === 'current') await datasets.put({ ...before, deletedAt: null });
		});
	}
}
