import type { ClienteleDatabase } from './database.ts';
import { forgetDataset } from './forget-dataset.ts';
import { forgetUnnamed } from './keep-files.ts';
import { importLock, tryLock } from './locks.ts';
import { originalsOf, writerOf } from './original.ts';
import { forgetReceived, pendingWorkspaces } from './receive-workspace.ts';
import { readableRecords } from './readable-records.ts';

/**
 * Frees what interrupted imports left: pending datasets, chunks of no dataset, and files that no record names. An import that runs now, in
 * this or another tab, holds its lock and is left alone. Answers how many leftovers were freed.
 */
export async function collectGarbage(database: ClienteleDatabase): Promise<number> {
	const { records } = await readableRecords(database.datasets);
	const pending = records.filter(({ state }) => state === 'pending').map(({ id }) => id);
	const stored = records.flatMap((record) => (record.state === 'current' ? [record] : []));
	const { orphans, unnamed } = await database.transaction(
		'r',
		database.datasets,
		database.chunks,
		async () => {
			const versions = await database.datasets.toCollection().primaryKeys();
			const shared = stored.flatMap((record) => originalsOf(record).map(({ id }) => id));
			const known = new Set([...versions, ...shared]);
			const owners = (await database.chunks.orderBy('dataset').uniqueKeys()) as string[];
			const strangers = owners.filter((owner) => !known.has(owner));
			return {
				orphans: strangers.filter((owner) => !known.has(writerOf(owner) ?? owner)),
				unnamed: strangers.map(writerOf)
			};
		}
	);
	let collected = 0;
	for (const id of await pendingWorkspaces(database)) {
		const free = async () => {
			if (!(await pendingWorkspaces(database)).includes(id)) return 0;
			await forgetReceived(database, id);
			return 1;
		};
		collected += await tryLock(importLock(id), free, 0);
	}
	for (const id of [...pending, ...orphans]) {
		collected += await tryLock(importLock(id), () => collect(database, id), 0);
	}
	// Beside versions that are there: a file that was still being written when the tab was closed.
	for (const { id } of stored.filter(({ id }) => unnamed.includes(id))) {
		collected += await tryLock(importLock(id), () => forgetUnnamed(database, id), 0);
	}
	return collected;
}

async function collect(database: ClienteleDatabase, id: string): Promise<number> {
	// Between the list above and the lock, its import may have come to its end.
	const record = await database.datasets.get(id);
	if (record?.state === 'current') return 0;
	await forgetDataset(database, id);
	return 1;
}
