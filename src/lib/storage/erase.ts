import { CoreError } from '#lib/core/errors.ts';
import { databaseName, deleteDatabase } from './database.ts';
import { toStorageError } from './errors.ts';
import { tryLock, writingLock } from './locks.ts';

/** How long other tabs may take to let go of the database, in ms; they do so at once unless they hang. */
const patienceMs = 5000;

/**
 * Deletes the whole database. Connections of other tabs close themselves when asked. Throws `storage-busy`, and
 * deletes nothing, while any tab imports, or when a tab does not let go.
 */
export async function eraseDatabase(name = databaseName): Promise<void> {
	const erased = await tryLock(writingLock, () => deleteOrGiveUp(name).then(() => true), false);
	if (!erased) throw new CoreError('storage-busy');
}

async function deleteOrGiveUp(name: string): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new CoreError('storage-busy')), patienceMs);
	});
	try {
		await Promise.race([deleteDatabase(name), late]);
	} catch (thrown) {
		throw toStorageError(thrown, 'storage-unavailable');
	} finally {
		clearTimeout(timer);
	}
}
