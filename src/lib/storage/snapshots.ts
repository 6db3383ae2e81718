import type { SnapshotSummary } from '#lib/core/dataset/workspace.ts';
import { CoreError } from '#lib/core/errors.ts';
import { sha256Hex } from './checksum.ts';
import type { ClienteleDatabase } from './database.ts';
import { isLostError } from './errors.ts';
import { readableRecords } from './readable-records.ts';

/** Snapshots outside the bin, and not of a workspace that lies there, oldest first. */
export async function listSnapshots(database: ClienteleDatabase): Promise<SnapshotSummary[]> {
	const { records } = await readableRecords(database.snapshots);
	const workspaces = (await readableRecords(database.workspaces)).records;
	const binned = new Set(workspaces.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id));
	return records
		.map(({ summary }) => summary)
		.filter(({ deletedAt, workspaceId = '' }) => deletedAt === null && !binned.has(workspaceId))
		.sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1));
}

/** Keeps a snapshot file as it is, with its checksum. */
export async function saveSnapshot(
	database: ClienteleDatabase,
	summary: SnapshotSummary,
	bytes: Uint8Array<ArrayBuffer>
): Promise<void> {
	const sha256 = await sha256Hex(bytes);
	await database.snapshots.add({ id: summary.id, summary, data: new Blob([bytes]), sha256 });
}

/** A kept snapshot's bytes. Throws `storage-not-found`, or `storage-damaged` with the snapshot's name. */
export async function loadSnapshot(
	database: ClienteleDatabase,
	id: string
): Promise<Uint8Array<ArrayBuffer>> {
	const record = await database.snapshots.get(id);
	if (record === undefined || record.summary.deletedAt !== null) throw new CoreError('storage-not-found');
	const bytes = await record.data.arrayBuffer().catch((thrown: unknown) => {
		if (isLostError(thrown)) return new ArrayBuffer(0);
		throw thrown;
	});
	const content = new Uint8Array(bytes);
	if ((await sha256Hex(content)) !== record.sha256) {
		throw new CoreError('storage-damaged', { dataset: record.summary.name });
	}
	return content;
}

/** Moves a snapshot to the bin, or out of it (null). Throws `storage-not-found`. */
export function binSnapshot(
	database: ClienteleDatabase,
	id: string,
	deletedAt: number | null
): Promise<SnapshotSummary> {
	return changeSummary(database, id, { deletedAt });
}

/** Gives a snapshot another label and note; the file stays as it is. Throws `storage-not-found`. */
export function describeSnapshot(
	database: ClienteleDatabase,
	id: string,
	described: { readonly name: string; readonly note: string }
): Promise<SnapshotSummary> {
	return changeSummary(database, id, described);
}

function changeSummary(
	database: ClienteleDatabase,
	id: string,
	change: Partial<SnapshotSummary>
): Promise<SnapshotSummary> {
	return database.transaction('rw', database.snapshots, async () => {
		const record = await database.snapshots.get(id);
		if (record === undefined) throw new CoreError('storage-not-found');
		const summary = { ...record.summary, ...change };
		await database.snapshots.put({ ...record, summary });
		return summary;
	});
}
