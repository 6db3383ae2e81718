import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import { recordChecksum, sha256Hex } from './checksum.ts';
import { batched, chunksOf, type Chunk } from './chunks.ts';
import type { ClienteleDatabase } from './database.ts';
import { isNoRoomError, toStorageError } from './errors.ts';
import { forgetDataset } from './forget-dataset.ts';
import { holdLock, importLock, writingLock } from './locks.ts';
import { columnsOfEntityTable, entityShapeOf } from './entity-columns.ts';
import type {
	ChunkEntry,
	ChunkRecord,
	ColumnEntry,
	Current,
	CurrentDataset,
	CurrentTable
} from './records.ts';
import { columnsOfTable, rejectsColumn, shapeOf, type NamedColumn } from './table-columns.ts';

/** What is written in one transaction, and between two looks at the signal. */
const batchBytes = 8 * 1024 * 1024;

interface ToSave<Manifest, Table> {
	readonly manifest: Manifest;
	readonly table: Table;
	/** The rejected rows as a file; empty when there are none. */
	readonly rejects: Uint8Array;
	/** Names the import job: see `forgetJob`. */
	readonly job: string;
}

export type DatasetToSave = ToSave<DatasetManifest, OrderTable>;

/** A table of another entity than orders. */
export type TableToSave = ToSave<TableManifest, EntityTable>;

export interface SaveHooks {
	readonly signal?: AbortSignal;
	readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

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
	const { manifest, table, rejects, job } = dataset;
	const content = { manifest, shape: shapeOf(table), columns: columnsOfTable(table), rejects };
	await save(database, content, job, hooks);
	return manifest;
}

/** Stores a table of another entity as `saveDataset` stores orders, and throws what that throws. */
export async function saveTable(
	database: ClienteleDatabase,
	table: TableToSave,
	hooks: SaveHooks = {}
): Promise<TableManifest> {
	const { manifest, rejects, job } = table;
	const columns = columnsOfEntityTable(table.table);
	await save(database, { manifest, shape: entityShapeOf(table.table), columns, rejects }, job, hooks);
	return manifest;
}

/** What is to be stored: a record but for its columns, which are still in memory. */
type Content = (Pick<CurrentDataset, 'manifest' | 'shape'> | Pick<CurrentTable, 'manifest' | 'shape'>) & {
	readonly columns: NamedColumn[];
	readonly rejects: Uint8Array;
};

function save(database: ClienteleDatabase, content: Content, job: string, hooks: SaveHooks): Promise<void> {
	return holdLock(writingLock, 'shared', () =>
		holdLock(importLock(content.manifest.id), 'exclusive', () => saveLocked(database, content, job, hooks))
	);
}

async function saveLocked(
	database: ClienteleDatabase,
	{ manifest, shape, columns, rejects }: Content,
	job: string,
	hooks: SaveHooks
): Promise<void> {
	if (rejects.length > 0) columns.push({ name: rejectsColumn, type: 'u8', array: rejects });
	const needed = columns.reduce((sum, { array }) => sum + array.byteLength, 0);
	const { id, workspaceId } = manifest;
	let begun = false;
	try {
		throwIfCancelled(hooks.signal);
		await beginPending(database, id, workspaceId, job);
		begun = true;
		const entries = await writeColumns(database, id, columns, needed, hooks);
		throwIfCancelled(hooks.signal);
		await makeCurrent(database, { manifest, shape, columns: entries }, job);
	} catch (thrown) {
		// What can't be freed now (the connection is gone) is collected at the next start.
		// Before the pending record was ours, the id may have been another's.
		if (begun) await forgetDataset(database, id).catch(() => undefined);
		if (isNoRoomError(thrown)) {
			// What is free is not said: a browser's own estimate is off by gigabytes just where it matters.
			throw new CoreError('storage-quota', { needed }, { cause: thrown });
		}
		throw toStorageError(thrown);
	}
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted === true) throw new CoreError('cancelled');
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
		await database.datasets.add({ id, workspaceId, job, state: 'pending' });
	});
}

async function writeColumns(
	database: ClienteleDatabase,
	dataset: string,
	columns: readonly NamedColumn[],
	total: number,
	{ signal, onProgress }: SaveHooks
): Promise<ColumnEntry[]> {
	const entries = new Map<string, ChunkEntry[]>(columns.map(({ name }) => [name, []]));
	let done = 0;
	onProgress?.(0, total);
	for (const batch of batched(allChunks(columns), batchBytes)) {
		throwIfCancelled(signal);
		const hashes = await Promise.all(batch.map(({ bytes }) => sha256Hex(bytes)));
		await addChunks(
			database,
			batch.map(({ column, part, bytes }) => ({ dataset, column, part, data: new Blob([bytes]) }))
		);
		for (const [index, { column, bytes }] of batch.entries()) {
			entries.get(column)?.push({ bytes: bytes.length, sha256: hashes[index] ?? '' });
			done += bytes.length;
		}
		onProgress?.(done, total);
	}
	return columns.map(({ name, type, array }) => ({
		name,
		type,
		length: array.length,
		chunks: entries.get(name) ?? []
	}));
}

/** Adds chunks in one transaction; when it fails, throws what the transaction itself failed of. */
async function addChunks(database: ClienteleDatabase, records: readonly ChunkRecord[]): Promise<void> {
	let own: IDBTransaction | undefined;
	try {
		await database.transaction('rw', database.chunks, async (transaction) => {
			own = transaction.idbtrans;
			await database.chunks.bulkAdd(records);
		});
	} catch (thrown) {
		// Each write on its way only says that it was aborted; that the disk is full, the transaction knows.
		const reason: unknown = own?.error;
		throw reason instanceof DOMException ? reason : thrown;
	}
}

function* allChunks(columns: readonly NamedColumn[]): Generator<Chunk> {
	for (const column of columns) yield* chunksOf(column);
}

async function makeCurrent(
	database: ClienteleDatabase,
	content: Pick<Current, 'manifest' | 'shape' | 'columns'>,
	job: string
): Promise<void> {
	const root = await recordChecksum(content);
	const { id, workspaceId } = content.manifest;
	await database.transaction('rw', database.datasets, async () => {
		const pending = await database.datasets.get(id);
		// Another tab erased everything meanwhile: a manifest without its chunks must never appear.
		if (pending?.state !== 'pending') throw new CoreError('storage-busy');
		// Manifest and shape came together: of orders, or of another entity.
		const record = { ...content, id, workspaceId, job, state: 'current', root, deletedAt: null } as Current;
		await database.datasets.put(record);
	});
}
