import type { ClienteleDatabase } from './database.ts';
import { holdLock, importLock } from './locks.ts';
import { originalsBy, originalsOf, versionsWith, writeOriginals, type OriginalFile } from './original.ts';

/**
 * Keeps files beside a version that is stored, as far as there is room, and names them in its record once all of them are
 * written. A copy is handy and not owed: nobody waits for it, and where it comes to nothing, nothing of it stays.
 *
 * Throws what reading a file throws, or what the database throws.
 */
export function keepFiles(
	database: ClienteleDatabase,
	version: string,
	files: readonly OriginalFile[]
): Promise<void> {
	if (files.every(({ content }) => content === undefined)) return Promise.resolve();
	// Not the lock of whoever writes: everything may be erased meanwhile.
	return holdLock(importLock(version), 'exclusive', async () => {
		try {
			await keepLocked(database, version, files);
		} finally {
			await forgetUnnamed(database, version);
		}
	});
}

async function keepLocked(
	database: ClienteleDatabase,
	version: string,
	files: readonly OriginalFile[]
): Promise<void> {
	const record = await database.datasets.get(version);
	if (record?.state !== 'current') return;
	const before = originalsOf(record);
	const originals = await writeOriginals(database, version, files, before);
	if (originals.length === 0) return;
	await database.transaction('rw', database.datasets, async () => {
		const now = await database.datasets.get(version);
		// Deleted for good meanwhile.
		if (now?.state !== 'current') return;
		const there = new Set(originalsOf(now).map(({ id }) => id));
		// Whoever frees the space of its files meanwhile means these as well.
		if (before.every(({ id }) => there.has(id))) await database.datasets.put({ ...now, originals });
	});
}

/** Frees the files that the import of a version wrote and that no record names. Its lock is held. */
export function forgetUnnamed(database: ClienteleDatabase, version: string): Promise<number> {
	const { datasets, chunks } = database;
	return database.transaction('rw', datasets, chunks, async () => {
		let freed = 0;
		for (const original of await originalsBy(database, version)) {
			if ((await versionsWith(database, new Set([original]))).length > 0) continue;
			await chunks.where('dataset').equals(original).delete();
			freed++;
		}
		return freed;
	});
}
