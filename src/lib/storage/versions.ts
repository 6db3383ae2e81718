import { CoreError } from '#lib/core/errors.ts';
import type { ClienteleDatabase } from './database.ts';
import { isLostError } from './errors.ts';
import type { CurrentDataset } from './records.ts';

/**
 * The version of a dataset that is outside the bin; undefined when there is none. Records are read one by one, so that
 * a damaged one hides no other.
 *
 * Throws what reading threw when the version looked for may be one that cannot be read.
 */
export async function liveVersion(
	database: ClienteleDatabase,
	datasetId: string
): Promise<CurrentDataset | undefined> {
	let lost: { readonly thrown: unknown } | undefined;
	for (const key of await database.datasets.where('manifest.id').equals(datasetId).primaryKeys()) {
		try {
			const record = await database.datasets.get(key);
			if (record?.state === 'current' && record.deletedAt === null) return record;
		} catch (thrown) {
			if (!isLostError(thrown)) throw thrown;
			lost = { thrown };
		}
	}
	if (lost !== undefined) throw lost.thrown;
	return undefined;
}

/** Moves a dataset to the bin. Answers the version that now lies there. Throws `storage-not-found`. */
export function binDataset(
	database: ClienteleDatabase,
	datasetId: string,
	nowMs: number
): Promise<CurrentDataset> {
	return database.transaction('rw', database.datasets, async () => {
		const live = await liveVersion(database, datasetId);
		if (live === undefined) throw new CoreError('storage-not-found');
		await database.datasets.put({ ...live, deletedAt: nowMs });
		return live;
	});
}

/**
 * Brings a version back from the bin, whole and as it was. Where another version of its dataset has its place, the two
 * change places. Answers it. Throws `storage-not-found`.
 */
export function restoreVersion(database: ClienteleDatabase, version: string): Promise<CurrentDataset> {
	return database.transaction('rw', database.datasets, async () => {
		const record = await database.datasets.get(version);
		if (record?.state !== 'current') throw new CoreError('storage-not-found');
		if (record.deletedAt === null) return record;
		const live = await liveVersion(database, record.manifest.id);
		if (live !== undefined) await database.datasets.put({ ...live, deletedAt: record.deletedAt });
		await database.datasets.put({ ...record, deletedAt: null });
		return record;
	});
}
