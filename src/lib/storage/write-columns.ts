import { CoreError } from '#lib/core/errors.ts';
import { addChunks } from './add-chunks.ts';
import { sha256Hex } from './checksum.ts';
import { chunksOf } from './chunks.ts';
import type { ClienteleDatabase } from './database.ts';
import { packedBytes, packingOf } from './packing.ts';
import type { ChunkEntry, ChunkRecord, ColumnEntry } from './records.ts';
import type { NamedColumn } from '#lib/core/dataset/table-columns.ts';

/** What is written in one transaction, and between two looks at the signal. */
const batchBytes = 8 * 1024 * 1024;

export interface SaveHooks {
	readonly signal?: AbortSignal;
	/** In bytes of the columns as they are in memory. */
	readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
	/** Whoever cancelled is answered at once, and this is given what frees what was written; without it, that is waited for. */
	readonly onFreeing?: (freed: Promise<void>) => void;
}

/** Throws `cancelled` once a signal has fired. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted === true) throw new CoreError('cancelled');
}

/** Bytes that columns take when they are stored. */
export function bytesNeeded(columns: readonly NamedColumn[]): number {
	return columns.reduce((sum, { array }) => {
		const packing = packingOf(array);
		return sum + array.length * (packing === null ? array.BYTES_PER_ELEMENT : packedBytes(packing.type));
	}, 0);
}

/**
 * Writes columns as chunks of a version, and gives their entries. What was written when it throws is the caller's to free, once
 * the batch has been stopped.
 *
 * Throws `cancelled`, or what the database throws.
 */
export async function writeColumns(
	batch: ChunkBatch,
	version: string,
	columns: readonly NamedColumn[],
	{ signal, onProgress }: SaveHooks
): Promise<ColumnEntry[]> {
	const total = columns.reduce((sum, { array }) => sum + array.byteLength, 0);
	const entries: ColumnEntry[] = [];
	let done = 0;
	onProgress?.(0, total);
	for (const { name, type, array } of columns) {
		const packing = packingOf(array);
		const chunks: ChunkEntry[] = [];
		for (const { column, part, bytes, covers } of chunksOf(name, array, packing)) {
			// Hashed and copied while the batch before is on its way to the disk.
			chunks.push({ bytes: bytes.length, sha256: await sha256Hex(bytes) });
			const chunk = { dataset: version, column, part, data: new Blob([bytes]) };
			const isWritten = await whileWanted(batch.add(chunk), signal);
			done += covers;
			if (isWritten) onProgress?.(done, total);
			throwIfCancelled(signal);
		}
		entries.push({ name, type, length: array.length, ...(packing !== null && { packing }), chunks });
	}
	batch.write();
	await whileWanted(batch.written(), signal);
	onProgress?.(done, total);
	return entries;
}

/** Waits, and throws `cancelled` as soon as a signal fires. */
export function whileWanted<T>(waiting: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (signal === undefined) return waiting;
	return new Promise((resolve, reject) => {
		const stop = (): void => reject(new CoreError('cancelled'));
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop, { once: true });
		waiting.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}

/** Chunks that wait to be written together: one batch is on its way while the next fills. */
export class ChunkBatch {
	#records: ChunkRecord[] = [];
	#bytes = 0;
	#writing: Promise<void> = Promise.resolve();
	#isStopped = false;
	readonly #database: ClienteleDatabase;

	constructor(database: ClienteleDatabase) {
		this.#database = database;
	}

	/** Adds a chunk; true when that made a batch full, and the one before is written. */
	async add(record: ChunkRecord): Promise<boolean> {
		this.#records.push(record);
		this.#bytes += record.data.size;
		if (this.#bytes < batchBytes) return false;
		await this.#writing;
		this.write();
		return true;
	}

	/** Sends what waits on its way. */
	write(): void {
		const records = this.#records;
		if (records.length === 0 || this.#isStopped) return;
		const before = this.#writing;
		this.#writing = before.then(async () => {
			// Stopped meanwhile: what comes later would lie behind what is freed.
			if (!this.#isStopped) await addChunks(this.#database, records);
		});
		// Whoever waits for it hears of a failure.
		this.#writing.catch(() => undefined);
		this.#records = [];
		this.#bytes = 0;
	}

	/** When all that was sent is written. */
	written(): Promise<void> {
		return this.#writing;
	}

	/** Sends nothing more; when what is on its way is written, or could not be. */
	async stop(): Promise<void> {
		this.#isStopped = true;
		await this.#writing.catch(() => undefined);
	}
}
