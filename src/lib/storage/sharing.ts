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
