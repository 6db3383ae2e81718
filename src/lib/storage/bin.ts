import type { ClienteleDatabase } from './database.ts';
import { forgetDataset } from './forget-dataset.ts';
import { readableRecords } from './readable-records.ts';
import { hiddenKey } from './sharing.ts';

/** How long the bin keeps things, in ms: 30 days. */
export const binKeepsMs = 30 * 86_400_000;

/** What lies in the bin, named so that it can be brought back. */
export interface BinItem {
	readonly kind: 'workspace' | 'dataset' | 'snapshot';
	readonly id: string;
	readonly name: string;
	readonly deletedAt: number;
	/** Of a version whose place another has: the dataset that it is a version of. */
	readonly formerOf?: string;
}

/** The bin, latest first. Datasets of a workspace in the bin are part of it and not listed on their own. */
export async function listBin(database: ClienteleDatabase): Promise<BinItem[]> {
	const items: BinItem[] = [];
	for (const { id, name, deletedAt } of (await readableRecords(database.workspaces)).records) {
		if (deletedAt !== null) items.push({ kind: 'workspace', id, name, deletedAt });
	}
	const { records } = await readableRecords(database.datasets);
	const versions = records.filter((record) => record.state === 'current');
	const live = new Set(
		versions.filter(({ deletedAt }) => deletedAt === null).map(({ manifest }) => manifest.id)
	);
	for (const { id, manifest, deletedAt } of versions) {
		if (deletedAt === null) continue;
		const former = live.has(manifest.id) && { formerOf: manifest.id };
		items.push({ kind: 'dataset', id, name: manifest.name, deletedAt, ...former });
	}
	for (const { summary } of (await readableRecords(database.snapshots)).records) {
		const { id, name, deletedAt } = summary;
		if (deletedAt !== null) items.push({ kind: 'snapshot', id, name, deletedAt });
	}
	return items.sort((a, b) => b.deletedAt - a.deletedAt);
}

/**
 * Removes for good what has been in the bin since `until` or longer. Each item goes in one transaction, looked
 * at again inside it, so that what another tab restores meanwhile stays.
 */
export async function purgeBin(database: ClienteleDatabase, until: number): Promise<void> {
	const due = (deletedAt: number | null): boolean => deletedAt !== null && deletedAt <= until;
	for (const { kind, id, deletedAt } of await listBin(database)) {
		if (!due(deletedAt)) continue;
		const { workspaces, datasets, chunks, links, snapshots, meta, log } = database;
		await database.transaction(
			'rw',
			[workspaces, datasets, chunks, links, snapshots, meta, log],
			async () => {
				if (kind === 'snapshot') {
					const record = await snapshots.get(id);
					if (due(record?.summary.deletedAt ?? null)) await snapshots.delete(id);
				} else if (kind === 'dataset') {
					const record = await datasets.get(id);
					if (record?.state === 'current' && due(record.deletedAt)) await forgetDataset(database, id);
				} else if (due((await workspaces.get(id))?.deletedAt ?? null)) {
					const own = await datasets.where('workspaceId').equals(id).primaryKeys();
					for (const dataset of own) await forgetDataset(database, dataset);
					for (const { id: snapshot, summary } of (await readableRecords(snapshots)).records) {
						if (summary.workspaceId === id) await snapshots.delete(snapshot);
					}
					await meta.delete(hiddenKey(id));
					await log.where('workspaceId').equals(id).delete();
					await workspaces.delete(id);
				}
			}
		);
	}
}
