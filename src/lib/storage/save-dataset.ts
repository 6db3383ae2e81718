import { columnsOfEntityTable, entityShapeOf } from '#lib/core/dataset/entity-columns.ts';
import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { IssueGroup } from '#lib/core/dataset/issue-group.ts';
import type { LogEntry } from '#lib/core/dataset/log.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { columnsOfTable, shapeOf, type NamedColumn } from '#lib/core/dataset/table-columns.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import { issuesColumn, rejectsColumn } from './beside-columns.ts';
import { recordChecksum } from './checksum.ts';
import type { ClienteleDatabase } from './database.ts';
import { isNoRoomError, toStorageError } from './errors.ts';
import { forgetDataset } from './forget-dataset.ts';
import { appendLog } from './log.ts';
import { holdLock, importLock, writingLock } from './locks.ts';
import type { Current, CurrentDataset, CurrentTable } from './records.ts';
import { liveVersion } from './versions.ts';
import { bytesNeeded, ChunkBatch, throwIfCancelled, writeColumns, type SaveHooks } from './write-columns.ts';

interface ToSave<Manifest, Table> {
	readonly manifest: Manifest;
	readonly table: Table;
	/** The rejected rows as a file; empty when there are none. */
	readonly rejects: Uint8Array;
	/** What was wrong with rows, by code. */
	readonly issues?: readonly IssueGroup[];
	/** Names the import job: see `forgetJob`. */
	readonly job: string;
	/**
	 * The dataset is there: this becomes a version of it, of that name, in the place of the one before, which goes to the
	 * bin as of `nowMs`.
	 */
	readonly replacing?: { readonly version: string; readonly nowMs: number };
	/** What the log says of it, asked for at the very end and written with it. */
	readonly log?: () => LogEntry;
	/** Fingerprints of files whose copies it shares with the version before, where that has them; others are kept by `keepFiles`. */
	readonly files?: readonly string[];
}

export type DatasetToSave = ToSave<DatasetManifest, OrderTable>;

/** A table of another entity than orders. */
export type TableToSave = ToSave<TableManifest, EntityTable>;

/**
 * Stores a dataset, all or nothing. Chunks go in first, under a record that says `pending` and that nobody
 * reads; one last strict transaction, holding the hash of every chunk, makes it current. When it returns, the
 * dataset survives a kill of the browser; when it throws, what it wrote has been freed.
 *
 * Throws `cancelled` when the signal fires before the last transaction, `storage-quota` with the bytes needed,
 * `storage-not-found` when the workspace is gone or in the bin.
 */
export async function saveDataset(
	database: ClienteleDatabase,
	dataset: DatasetToSave,
	hooks: SaveHooks = {}
): Promise<DatasetManifest> {
	const { manifest, table } = dataset;
	await save(database, dataset, { manifest, shape: shapeOf(table) }, columnsOfTable(table), hooks);
	return manifest;
}

/** Stores a table of another entity as `saveDataset` stores orders, and throws what that throws. */
export async function saveTable(
	database: ClienteleDatabase,
	toSave: TableToSave,
	hooks: SaveHooks = {}
): Promise<TableManifest> {
	const { manifest, table } = toSave;
	await save(database, toSave, { manifest, shape: entityShapeOf(table) }, columnsOfEntityTable(table), hooks);
	return manifest;
}

/** What a record says of its content, beside where the columns lie. */
type Described = Pick<CurrentDataset, 'manifest' | 'shape'> | Pick<CurrentTable, 'manifest' | 'shape'>;

/** What is to be saved, whatever it is about. */
type Saving = Omit<DatasetToSave | TableToSave, 'table'>;

function save(
	database: ClienteleDatabase,
	saving: Saving,
	described: Described,
	columns: NamedColumn[],
	hooks: SaveHooks
): Promise<void> {
	return new Promise((resolve, reject) => {
		holdLock(writingLock, 'shared', () =>
			holdLock(importLock(versionOf(saving)), 'exclusive', () =>
				saveLocked(database, saving, described, columns, hooks, reject)
			)
		).then(resolve, reject);
	});
}

const versionOf = ({ manifest, replacing }: Saving): string => replacing?.version ?? manifest.id;

async function saveLocked(
	database: ClienteleDatabase,
	dataset: Saving,
	described: Described,
	columns: NamedColumn[],
	hooks: SaveHooks,
	/** Answers while the locks are held: until what was written is freed, it is still being written. */
	answer: (cancelled: CoreError) => void
): Promise<void> {
	const { manifest, rejects, issues, job } = dataset;
	if (rejects.length > 0) columns.push({ name: rejectsColumn, type: 'u8', array: rejects });
	if (issues !== undefined) {
		columns.push({ name: issuesColumn, type: 'u8', array: new TextEncoder().encode(JSON.stringify(issues)) });
	}
	const id = versionOf(dataset);
	const { workspaceId } = manifest;
	const batch = new ChunkBatch(database);
	let begun = false;
	try {
		throwIfCancelled(hooks.signal);
		await beginPending(database, id, workspaceId, job);
		begun = true;
		const entries = await writeColumns(batch, id, columns, hooks);
		throwIfCancelled(hooks.signal);
		await makeCurrent(database, dataset, { ...described, columns: entries });
	} catch (thrown) {
		// What can't be freed now (the connection is gone) is collected at the next start.
		// Before the pending record was ours, the id may have been another's.
		const freed = begun ? freedOf(database, batch, id) : Promise.resolve();
		if (thrown instanceof CoreError && thrown.code === 'cancelled' && hooks.onFreeing !== undefined) {
			hooks.onFreeing(freed);
			answer(thrown);
		}
		await freed;
		if (isNoRoomError(thrown)) {
			// What is free is not said: a browser's own estimate is off by gigabytes just where it matters.
			throw new CoreError('storage-quota', { needed: bytesNeeded(columns) }, { cause: thrown });
		}
		throw toStorageError(thrown);
	}
}

/** Frees what was written of a version. Nothing may arrive after that. */
async function freedOf(database: ClienteleDatabase, batch: ChunkBatch, id: string): Promise<void> {
	await batch.stop();
	await forgetDataset(database, id).catch(() => undefined);
}

function beginPending(
	database: ClienteleDatabase,
	id: string,
	workspaceId: string,
	job: string
): Promise<void> {
	return database.transaction('rw', database.workspaces, database.datasets, async () => {
		const workspace = await database.workspaces.get(workspaceId);
		// Deleted in another tab: what went into it now would be out of sight.
		if (workspace === undefined || workspace.deletedAt !== null) throw new CoreError('storage-not-found');
		// What was opened from a snapshot stays as it came.
		if (workspace.origin !== undefined && workspace.pending === undefined)
			throw new CoreError('workspace-read-only');
		await database.datasets.add({ id, workspaceId, job, state: 'pending' });
	});
}

async function makeCurrent(
	database: ClienteleDatabase,
	{ job, replacing, log, files = [] }: Saving,
	content: Pick<Current, 'manifest' | 'shape' | 'columns'>
): Promise<void> {
	const root = await recordChecksum(content);
	const { workspaceId } = content.manifest;
	const id = replacing?.version ?? content.manifest.id;
	const tables = log === undefined ? [database.datasets] : [database.datasets, database.log];
	await database.transaction('rw', tables, async () => {
		const pending = await database.datasets.get(id);
		// Another tab erased everything meanwhile: a manifest without its chunks must never appear.
		if (pending?.state !== 'pending') throw new CoreError('storage-busy');
		const before = replacing && (await liveVersion(database, content.manifest.id));
		if (replacing !== undefined) {
			// Deleted meanwhile: whoever did that does not expect it back.
			if (before === undefined) throw new CoreError('storage-not-found');
			await database.datasets.put({ ...before, deletedAt: replacing.nowMs });
		}
		const kept = files.flatMap(
			(of) => before?.originals?.filter(({ fingerprint }) => fingerprint === of) ?? []
		);
		// Manifest and shape came together: of orders, or of another entity.
		const record = {
			...content,
			id,
			workspaceId,
			job,
			state: 'current',
			root,
			deletedAt: null,
			...(before !== undefined && { replaced: before.id }),
			...(kept.length > 0 && { originals: kept })
		} as Current;
		await database.datasets.put(record);
		if (log !== undefined) await appendLog(database, log());
	});
}
