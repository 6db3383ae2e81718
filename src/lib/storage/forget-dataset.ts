import type { ClienteleDatabase } from './database.ts';
import { readableRecords } from './readable-records.ts';

/** Removes a dataset with all of its chunks, in one transaction. An unknown id is no error. */
export function forgetDataset(database: ClienteleDatabase, id: string): Promise<void> {
	return database.transaction('rw', database.datasets, database.chunks, async () => {
		await database.datasets.delete(id);
		await database.chunks.where('dataset').equals(id).delete();
	});
}

/** Removes whatever an import job left, even a dataset that it had just made current. */
export async function forgetJob(database: ClienteleDatabase, job: string): Promise<void> {
	const { records } = await readableRecords(database.datasets);
	for (const record of records.filter((record) => record.job === job)) {
		const former = record.state === 'current' ? record.manifest.former : undefined;
		await database.transaction('rw', database.datasets, database.chunks, async () => {
			const before = former === undefined ? undefined : await database.datasets.get(former);
			// What it had been added to is the dataset again.
			if (before?.state === 'current') await database.datasets.put({ ...before, deletedAt: null });
			await forgetDataset(database, record.id);
		});
	}
}
