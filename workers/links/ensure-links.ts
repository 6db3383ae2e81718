import type { LinkList } from '#lib/api/index.ts';
import { ORDER_CUSTOMERS, type Link, type LinkRates } from '#lib/core/dataset/link.ts';
import type { StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import { findLink, ratesOf, roleBetween, versionsOf, type LinkSide } from '#lib/core/links/find-link.ts';
import type { Pause } from '#lib/core/links/key-space.ts';
import { listDatasets, listTables, loadLinks, saveLinks, type Connection } from '#lib/storage/index.ts';
import { sideOf } from './sides.ts';

/** Of tables without anything in common. */
export const noRates: LinkRates = {
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
 * The links between the tables of a workspace. Where it was not done yet they are looked for, and what was found is kept,
 * also that nothing was; what somebody chose stays, and is counted anew for a new version of a dataset.
 */
export async function ensureLinks(
	connection: Connection,
	workspaceId: string,
	pause: Pause
): Promise<LinkList> {
	const sides = (await manifestsOf(connection, workspaceId)).map((manifest) => sideOf(connection, manifest));
	const known = await connection.use((database) => loadLinks(database, workspaceId));
	const links: Link[] = [];
	const made: Link[] = [];
	for (const from of sides) {
		for (const to of sides) {
			const role = roleBetween(from.entity, to.entity);
			if (role === null) continue;
			const old = known.find((link) => link.from === from.id && link.to === to.id);
			if (old?.of === versionsOf(from, to)) {
				links.push(old);
				continue;
			}
			const kept = old?.by === 'chosen' ? await countedAnew(old, from, to, pause) : null;
			made.push(kept ?? (await findLink(from, to, role, pause)) ?? unlinked(from, to, role));
		}
	}
	await connection.use((database) => saveLinks(database, workspaceId, made));
	return { links: [...links, ...made], recounted: made.length > 0 };
}

/** A link as it was chosen, for other versions of its tables; null where they have no such columns any more. */
async function countedAnew(link: Link, from: LinkSide, to: LinkSide, pause: Pause): Promise<Link | null> {
	const of = versionsOf(from, to);
	if (link.toColumn === null) return { ...link, of };
	const own = from.columns.find(({ index }) => index === link.fromColumn);
	const other = to.columns.find(({ index }) => index === link.toColumn);
	if (own === undefined || other === undefined) return null;
	return { ...link, of, rates: await ratesOf(own, other, pause) };
}

const unlinked = (from: LinkSide, to: LinkSide, role: Link['role']): Link => ({
	from: from.id,
	to: to.id,
	role,
	fromColumn: ORDER_CUSTOMERS,
	toColumn: null,
	by: 'found',
	rates: noRates,
	of: versionsOf(from, to)
});
