import type { ClienteleDatabase } from './database.ts';
import { forgetDataset } from './forget-dataset.ts';
import { importLock, tryLock } from './locks.ts';
import { originalsOf, writerOf } from './original.ts';
import { forgetReceived, pendingWorkspaces } from './receive-workspace.ts';
import { readableRecords } from './readable-records.ts';

/**
 * Frees what interrupted imports left: pending datasets, and chunks of no dataset. An import that runs now, in
 * this or another tab, holds its lock and is left alone. Answers how many leftovers were freed.
 */
export async function collectGarbage(database: ClienteleDatabase): Promise<number> {
	const { records } = await readableRecords(database.datasets);
	const pending = records.filter(({ state }) => state === 'pending').map(({ id }) => id);
	const orphans = await database.transaction('r', database.datasets, database.chunks, async () => {
		const versions = await database.datasets.toCollection().primaryKeys();
		const shared = records.flatMap((record) =>
			record.state === 'current' ? originalsOf(record).map(({ id }) => id) : []
		);
		const known = new Set([...versions, ...shared]);
		const owners = (await database.chunks.orderBy('dataset').uniqueKeys()) as string[];
		return owners.filter((owner) => !known.has(owner) && !known.has(writerOf(owner) ?? owner));
	});
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
	return collected;
}

async function collect(database: ClienteleDatabase, id: string): Promise<number> {
	// Between the list above and the lock, its import may have come to its end.
	const record = await database.datasets.get(id);
	if (record?.state === 'current') return 0;
	await forgetDataset(database, id);
	return 1;
}
