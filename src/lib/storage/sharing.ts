import { CoreError } from '#lib/core/errors.ts';
import type { ClienteleDatabase } from './database.ts';

/**
 * The key that a workspace's pseudonyms are made with: made at its first use by chance, kept with the workspace, and of a
 * kind that no code can read out, this one neither. It goes with the workspace.
 *
 * @throws CoreError `storage-not-found`; `crypto-unavailable` on a page that is no secure context.
 */
export async function sharingKey(database: ClienteleDatabase, workspaceId: string): Promise<CryptoKey> {
	// On a page that is no secure context there is none, whatever its type says.
	const subtle = (crypto as Partial<Crypto>).subtle;
	if (subtle === undefined) throw new CoreError('crypto-unavailable');
	// Made first: a transaction does not wait for it.
	const fresh = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	return database.transaction('rw', database.workspaces, async () => {
		const stored = await database.workspaces.get(workspaceId);
		if (stored === undefined) throw new CoreError('storage-not-found');
		if (stored.sharingKey instanceof CryptoKey) return stored.sharingKey;
		await database.workspaces.put({ ...stored, sharingKey: fresh });
		return fresh;
	});
}

/** Names kept of what files have hidden and shown; the oldest make room. */
const mostNames = 50_000;
export const hiddenKey = (workspaceId: string): string => `hidden:${workspaceId}`;

/** What earlier files of a workspace have hidden and shown, by names that only reports understand. */
export async function hiddenNames(database: ClienteleDatabase, workspaceId: string): Promise<string[]> {
	const stored = await database.meta.get(hiddenKey(workspaceId));
	return typeof stored?.value === 'string' && stored.value !== '' ? stored.value.split(' ') : [];
}

/** Adds names to those of a workspace. */
export async function rememberHidden(
	database: ClienteleDatabase,
	workspaceId: string,
	names: readonly string[]
): Promise<void> {
	if (names.length === 0) return;
	await database.transaction('rw', database.meta, async () => {
		const all = new Set([...(await hiddenNames(database, workspaceId)), ...names]);
		const value = [...all].slice(-mostNames).join(' ');
		await database.meta.put({ key: hiddenKey(workspaceId), value });
	});
}
