import type { ClienteleDatabase } from './database.ts';
import { readableRecords } from './readable-records.ts';

/** Removes a dataset or table with all of its chunks and links, in one transaction. An unknown id is no error. */
export function forgetDataset(database: ClienteleDatabase, id: string): Promise<void> {
	const { datasets, chunks, links } = database;
	return database.transaction('rw', datasets, chunks, links, async () => {
		await datasets.delete(id);
		await chunks.where('dataset').equals(id).delete();
		await links.where('from').equals(id).delete();
		await links.where('to').equals(id).delete();
	});
}

/** Removes whatever an import job left, even a dataset that it had just made current. */
export async function forgetJob(database: ClienteleDatabase, job: string): Promise<void> {
	const { records } = await readableRecords(database.datasets);
	for (const { id } of records.filter((record) => record.job === job)) await forgetDataset(database, id);
}
