import type { Link } from '../dataset/link.ts';
import { isTableManifest, type StoredManifest } from '../dataset/table-manifest.ts';
import { versionsOf } from './find-link.ts';

/**
 * Names the version of a dataset or table as links do: columns of a link are those of this version.
 *
 * @example
 * linkVersion({ id: 'tickets', entity: 'ticket', changedAt: 7 }) // => 'tickets@7'
 * linkVersion({ id: 'tickets', entity: 'ticket' }) // => 'tickets'
 * linkVersion({ id: 'orders' }) // => 'orders@0'
 */
export function linkVersion(manifest: StoredManifest): string {
	const { id, changedAt } = manifest;
	return changedAt === undefined && isTableManifest(manifest) ? id : `${id}@${changedAt ?? 0}`;
}

/**
 * The link from one table to another, where it is of the versions that they have now: another's columns are others.
 *
 * @example
 * const [tickets, orders] = [{ id: 't', entity: 'ticket', changedAt: 7 }, { id: 'o' }];
 * const link = { from: 't', to: 'o', of: 't@7 o@0' };
 * linkBetween([link], tickets, orders) // => { from: 't', to: 'o', of: 't@7 o@0' }
 * linkBetween([link], { ...tickets, changedAt: 9 }, orders) // => undefined
 */
export const linkBetween = (
	links: readonly Link[],
	from: StoredManifest,
	to: StoredManifest
): Link | undefined =>
	links.find(
		(link) =>
			link.from === from.id &&
			link.to === to.id &&
			link.of === versionsOf({ version: linkVersion(from) }, { version: linkVersion(to) })
	);
