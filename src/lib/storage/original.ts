import { CoreError } from '#lib/core/errors.ts';
import { addChunks } from './add-chunks.ts';
import { sha256Hex } from './checksum.ts';
import type { ClienteleDatabase } from './database.ts';
import { isLostError, isNoRoomError } from './errors.ts';
import { readableRecords } from './readable-records.ts';
import type { ChunkEntry, CurrentDataset, KeptOriginal } from './records.ts';
import { liveVersion } from './versions.ts';

/** Bytes of the file in a piece: what is read, packed and written at a time, between two looks at the signal. */
const pieceBytes = 4 * 1024 * 1024;

/** Packing is worth its time where it leaves no more than this of the first piece. */
const worthPacking = 0.67;

/** The column under which pieces of a kept file lie among the chunks. */
const originalColumn = 'original';

export interface OriginalFile {
	readonly name: string;
	readonly content: Blob;
}

/** The name under which the file of an import lies, until a version of it is there to say so. */
export const originalOf = (version: string): string => `${version}:original`;

/**
 * Writes a file beside the version that was made from it. Nobody sees it before the version's record names it. Null
 * where there is no room for it: a copy that is only handy must not cost what it is a copy for.
 *
 * Throws `cancelled` by way of `check`; what reading the file throws.
 */
export async function writeOriginal(
	database: ClienteleDatabase,
	version: string,
	{ name, content }: OriginalFile,
	check: () => void,
	onWritten: (bytes: number) => void
): Promise<KeptOriginal | null> {
	const id = originalOf(version);
	const pieces: ChunkEntry[] = [];
	let packed = true;
	for (let from = 0; from < content.size; from += pieceBytes) {
		check();
		const plain = new Uint8Array(await content.slice(from, from + pieceBytes).arrayBuffer());
		let bytes = packed ? await throughGzip(plain, 'pack') : plain;
		if (pieces.length === 0 && bytes.length > worthPacking * plain.length) {
			packed = false;
			bytes = plain;
		}
		const sha256 = await sha256Hex(bytes);
		try {
			const key = { dataset: id, column: originalColumn, part: pieces.length };
			await addChunks(database, [{ ...key, data: new Blob([bytes]) }]);
		} catch (thrown) {
			if (!isNoRoomError(thrown)) throw thrown;
			await database.chunks.where('dataset').equals(id).delete();
			return null;
		}
		pieces.push({ bytes: bytes.length, sha256 });
		onWritten(plain.length);
	}
	return { id, name, size: content.size, packed, pieces };
}

/** A kept file, byte for byte. Throws `storage-not-found` when none is kept, `storage-damaged` with its name. */
export async function loadOriginal(database: ClienteleDatabase, datasetId: string): Promise<OriginalFile> {
	const original = (await liveVersion(database, datasetId))?.original;
	if (original === undefined) throw new CoreError('storage-not-found');
	const { id, name, size, packed, pieces } = original;
	const damaged = (cause?: unknown) => new CoreError('storage-damaged', { dataset: name }, { cause });
	const parts: Blob[] = [];
	try {
		for (const [part, expected] of pieces.entries()) {
			const stored = await database.chunks.get([id, originalColumn, part]);
			const bytes = new Uint8Array((await stored?.data.arrayBuffer()) ?? new ArrayBuffer(0));
			if (bytes.length !== expected.bytes || (await sha256Hex(bytes)) !== expected.sha256) throw damaged();
			parts.push(new Blob([packed ? await throughGzip(bytes, 'unpack') : bytes]));
		}
	} catch (thrown) {
		throw isLostError(thrown) ? damaged(thrown) : thrown;
	}
	const content = new Blob(parts);
	if (content.size !== size) throw damaged();
	return { name, content };
}

/** Lets the kept file of a dataset go, for all of its versions. Throws `storage-not-found` for an unknown dataset. */
export function dropOriginal(database: ClienteleDatabase, datasetId: string): Promise<CurrentDataset> {
	return database.transaction('rw', database.datasets, database.chunks, async () => {
		const live = await liveVersion(database, datasetId);
		if (live === undefined) throw new CoreError('storage-not-found');
		if (live.original === undefined) return live;
		const { id } = live.original;
		for (const record of await versionsWith(database, id)) {
			const { original: _, ...without } = record;
			await database.datasets.put(without);
		}
		await database.chunks.where('dataset').equals(id).delete();
		return live;
	});
}

/** The versions that share a kept file. */
export async function versionsWith(
	database: ClienteleDatabase,
	originalId: string
): Promise<CurrentDataset[]> {
	const { records } = await readableRecords(database.datasets);
	return records
		.filter((record) => record.state === 'current')
		.filter(({ original }) => original?.id === originalId);
}

/** Bytes that a kept file takes. */
export const storedBytes = ({ pieces }: KeptOriginal): number =>
	pieces.reduce((sum, { bytes }) => sum + bytes, 0);

async function throughGzip(
	bytes: Uint8Array<ArrayBuffer>,
	way: 'pack' | 'unpack'
): Promise<Uint8Array<ArrayBuffer>> {
	// A browser without it keeps files as they are.
	if (way === 'pack' && typeof CompressionStream === 'undefined') return bytes;
	const through = way === 'pack' ? new CompressionStream('gzip') : new DecompressionStream('gzip');
	const stream = new Blob([bytes]).stream().pipeThrough(through);
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
