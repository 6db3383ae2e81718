import { ORDER_CUSTOMERS, type Link } from '#lib/core/dataset/link.ts';
import { isTableManifest, type StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import { findLink, roleBetween } from '#lib/core/links/find-link.ts';
import type { Pause } from '#lib/core/links/key-space.ts';
import { listDatasets, listTables, loadLinks, saveLinks, type Connection } from '#lib/storage/index.ts';
import { sideOf } from './sides.ts';

const none = {
	fromValues: 0,
	fromMatched: 0,
	toValues: 0,
	toMatched: 0,
	fromRows: 0,
	fromRowsMatched: 0,
	byZeros: 0
};

/** The datasets and tables of a workspace that are not in the bin. */
export async function manifestsOf(connection: Connection, workspaceId: string): Promise<StoredManifest[]> {
	const all = await connection.use(async (database) => [
		...(await listDatasets(database)),
		...(await listTables(database))
	]);
	return all.filter((manifest) => manifest.workspaceId === workspaceId);
}

/**
 * Looks for links between the tables of a workspace where that was not done yet, and keeps what was found, also that
 * nothing was. What somebody chose stays.
 */
export async function ensureLinks(
	connection: Connection,
	workspaceId: string,
	pause: Pause
): Promise<Link[]> {
	const manifests = await manifestsOf(connection, workspaceId);
	const known = await connection.use((database) => loadLinks(database, workspaceId));
	const done = new Set(known.map(({ from, to }) => `${from} ${to}`));
	const added: Link[] = [];
	for (const from of manifests) {
		for (const to of manifests) {
			const role = roleBetween(kindOf(from), kindOf(to));
			if (role === null || done.has(`${from.id} ${to.id}`)) continue;
			const found = await findLink(sideOf(connection, from), sideOf(connection, to), role, pause);
			added.push(
				found ?? {
					from: from.id,
					to: to.id,
					role,
					fromColumn: ORDER_CUSTOMERS,
					toColumn: null,
					by: 'found',
					rates: none
				}
			);
		}
	}
	await connection.use((database) => saveLinks(database, workspaceId, added));
	const open = new Set(manifests.map(({ id }) => id));
	return [...known, ...added].filter(({ from, to }) => open.has(from) && open.has(to));
}

const kindOf = (manifest: StoredManifest) => (isTableManifest(manifest) ? manifest.entity : 'order');
