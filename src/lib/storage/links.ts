import type { Link } from '#lib/core/dataset/link.ts';
import type { ClienteleDatabase } from './database.ts';
import { readableRecords } from './readable-records.ts';

/** The links of a workspace, those of tables in the bin included. */
export async function loadLinks(database: ClienteleDatabase, workspaceId: string): Promise<Link[]> {
	const records = await database.links.where('workspaceId').equals(workspaceId).toArray();
	return records.map(({ workspaceId: _, ...link }) => link);
}

/** Keeps links of a workspace; of two tables there is one each way, and the newer stays. */
export async function saveLinks(
	database: ClienteleDatabase,
	workspaceId: string,
	links: readonly Link[]
): Promise<void> {
	if (links.length === 0) return;
	await database.transaction('rw', database.links, database.datasets, async () => {
		// A table that was removed meanwhile leaves no link behind.
		const { records: all } = await readableRecords(database.datasets);
		const known = new Set(all.flatMap((record) => (record.state === 'current' ? [record.manifest.id] : [])));
		const records = links
			.filter(({ from, to }) => known.has(from) && known.has(to))
			.map((link) => ({ ...link, workspaceId }));
		await database.links.bulkPut(records);
	});
}
