import type { SnapshotSummary } from '#lib/core/dataset/workspace.ts';
import type { Current } from './records.ts';

/**
 * What exists, in a few bytes: id → hash of the content, datasets and snapshots outside the bin. Kept apart from
 * the database (in localStorage) and compared at the next start, it tells when the browser emptied or replaced
 * what it had acknowledged; a damaged database can look like a new one.
 *
 * @example
 * inventoryOf([], [{ id: 's', provenance: 'ab', deletedAt: null }]) // => { s: 'ab' }
 * inventoryOf([], [{ id: 's', provenance: 'ab', deletedAt: 5 }]) // => {}
 */
export function inventoryOf(
	datasets: readonly Pick<Current, 'manifest' | 'root' | 'deletedAt'>[],
	snapshots: readonly Pick<SnapshotSummary, 'id' | 'provenance' | 'deletedAt'>[]
): Readonly<Record<string, string>> {
	const entries = [
		...datasets.map(({ manifest, root, deletedAt }) => ({ id: manifest.id, hash: root, deletedAt })),
		...snapshots.map(({ id, provenance, deletedAt }) => ({ id, hash: provenance, deletedAt }))
	];
	return Object.fromEntries(
		entries.filter(({ deletedAt }) => deletedAt === null).map(({ id, hash }) => [id, hash])
	);
}
