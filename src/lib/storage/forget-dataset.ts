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
	for (const { id } of records.filter((record) => record.job === job)) await forgetDataset(database, id);
}
