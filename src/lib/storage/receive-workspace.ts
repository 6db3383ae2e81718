import type { Link } from '#lib/core/dataset/link.ts';
import type { LogEntry } from '#lib/core/dataset/log.ts';
import type { SnapshotSummary, Workspace } from '#lib/core/dataset/workspace.ts';
import { CoreError } from '#lib/core/errors.ts';
import { sha256Hex } from './checksum.ts';
import type { ClienteleDatabase } from './database.ts';
import { toStorageError } from './errors.ts';
import { forgetDataset } from './forget-dataset.ts';
import { appendLog } from './log.ts';
import { holdLock, importLock } from './locks.ts';
import { readableRecords } from './readable-records.ts';
import { saveDataset, saveTable, type DatasetToSave, type TableToSave } from './save-dataset.ts';

/** A workspace that comes with all that it holds. */
export interface ReceivedWorkspace {
	readonly workspace: Workspace;
	readonly dataset: DatasetToSave;
	readonly tables: readonly TableToSave[];
	readonly links: readonly Link[];
	readonly snapshot: { readonly summary: SnapshotSummary; readonly bytes: Uint8Array<ArrayBuffer> };
	readonly log: LogEntry;
}

/**
 * Stores a workspace with its data, links and snapshot, all or nothing: it is written under a record that nobody sees, and one last
 * transaction makes it visible. When it throws, what it wrote has been freed; what a crash leaves is collected at the next start.
 *
 * Throws what `saveDataset` throws.
 */
export function receiveWorkspace(database: ClienteleDatabase, received: ReceivedWorkspace): Promise<void> {
	const { workspace, dataset, tables } = received;
	return holdLock(importLock(workspace.id), 'exclusive', async () => {
		await database.workspaces.add({ ...workspace, pending: true });
		try {
			await saveDataset(database, dataset);
			for (const table of tables) await saveTable(database, table);
			await makeVisible(database, received);
		} catch (thrown) {
			await forgetReceived(database, workspace.id).catch(() => undefined);
			throw toStorageError(thrown);
		}
	});
}

async function makeVisible(
	database: ClienteleDatabase,
	{ workspace, links, snapshot: { summary, bytes }, log }: ReceivedWorkspace
): Promise<void> {
	const sha256 = await sha256Hex(bytes);
	const tables = [database.workspaces, database.links, database.snapshots, database.log];
	await database.transaction('rw', tables, async () => {
		const pending = await database.workspaces.get(workspace.id);
		// Another tab erased everything meanwhile.
		if (pending?.pending === undefined) throw new CoreError('storage-busy');
		await database.links.bulkPut(links.map((link) => ({ ...link, workspaceId: workspace.id })));
		await database.snapshots.add({ id: summary.id, summary, data: new Blob([bytes]), sha256 });
		await appendLog(database, log);
		await database.workspaces.put(workspace);
	});
}

/** Workspaces that are being received, here or in another tab, or were when their tab ended. */
export async function pendingWorkspaces(database: ClienteleDatabase): Promise<string[]> {
	const { records } = await readableRecords(database.workspaces);
	return records.filter(({ pending }) => pending !== undefined).map(({ id }) => id);
}

/** Frees what was written of a workspace that never became visible. */
export async function forgetReceived(database: ClienteleDatabase, workspaceId: string): Promise<void> {
	const own = await database.datasets.where('workspaceId').equals(workspaceId).primaryKeys();
	for (const version of own) await forgetDataset(database, version);
	await database.workspaces.delete(workspaceId);
}
