import { CoreError } from '#lib/core/errors.ts';
import { addChunks } from './add-chunks.ts';
import { sha256Hex } from './checksum.ts';
import type { ClienteleDatabase } from './database.ts';
import { isLostError, isNoRoomError } from './errors.ts';
import { readableRecords } from './readable-records.ts';
import type { ChunkEntry, Current, KeptOriginal } from './records.ts';
import { liveVersion } from './versions.ts';

/** Bytes of the file in a piece: what is read, packed and written at a time. */
const pieceBytes = 4 * 1024 * 1024;

/** Packing is worth its time where it leaves no more than this of the first piece. */
const worthPacking = 0.67;

/** The column under which pieces of a kept file lie among the chunks. */
const originalColumn = 'original';

/** A file to be kept. Without its content only where the version before has it. */
export interface OriginalFile {
	readonly fingerprint: string;
	readonly name: string;
	readonly content?: Blob;
}

/** How the files of a version are named among the chunks, so that they can be told as its before a version says so. */
const mark = ':original:';

/** The name under which a file of an import lies. */
const originalId = (version: string, fingerprint: string): string => `${version}${mark}${fingerprint}`;

/** The version whose import wrote a file; null for what is none. */
export function writerOf(owner: string): string | null {
	const at = owner.indexOf(mark.slice(0, -1));
	return at < 0 ? null : owner.slice(0, at);
}

/** The names of the files that the import of a version wrote. */
export const originalsBy = async (database: ClienteleDatabase, version: string): Promise<string[]> =>
	(await database.chunks
		.where('dataset')
		.startsWith(version + mark.slice(0, -1))
		.uniqueKeys()) as string[];

/** The files that a record has beside it. */
export const originalsOf = (record: Pick<Current, 'originals'>): readonly KeptOriginal[] =>
	record.originals ?? [];

/**
 * Writes files that are to lie beside a version, but for those that `before` has already. Nobody sees them until a record names
 * them. A file for which there is no room is left out: a copy that is only handy must not cost what it is a copy for.
 *
 * Throws what reading a file throws.
 */
export async function writeOriginals(
	database: ClienteleDatabase,
	version: string,
	files: readonly OriginalFile[],
	before: readonly KeptOriginal[]
): Promise<readonly KeptOriginal[]> {
	const kept: KeptOriginal[] = [];
	for (const file of files) {
		const there = before.find(({ fingerprint }) => fingerprint === file.fingerprint);
		const { content } = file;
		const original =
			there ?? (content === undefined ? null : await writeOriginal(database, version, { ...file, content }));
		if (original !== null) kept.push(original);
	}
	return kept;
}

/** Null where there is no room. */
async function writeOriginal(
	database: ClienteleDatabase,
	version: string,
	{ fingerprint, name, content }: Required<OriginalFile>
): Promise<KeptOriginal | null> {
	const id = originalId(version, fingerprint);
	const pieces: ChunkEntry[] = [];
	let packed = true;
	for (let from = 0; from < content.size; from += pieceBytes) {
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
	}
	return { id, fingerprint, name, size: content.size, packed, pieces };
}

/**
 * A kept file of a dataset, byte for byte. Throws `storage-not-found` when it is not kept, `storage-damaged` with its name.
 */
export async function loadOriginal(
	database: ClienteleDatabase,
	datasetId: string,
	fingerprint: string
): Promise<Required<OriginalFile>> {
	const live = await liveVersion(database, datasetId);
	const original = live?.originals?.find((one) => one.fingerprint === fingerprint);
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
	return { fingerprint, name, content };
}

/** Lets the kept files of a dataset go, for all of its versions. Throws `storage-not-found` for an unknown dataset. */
export function dropOriginals(database: ClienteleDatabase, datasetId: string): Promise<Current> {
	return database.transaction('rw', database.datasets, database.chunks, async () => {
		const live = await liveVersion(database, datasetId);
		if (live === undefined) throw new CoreError('storage-not-found');
		const { records } = await readableRecords(database.datasets);
		const gone = new Set<string>();
		for (const record of records) {
			// A version in the bin may have files of its own.
			if (record.state !== 'current' || record.manifest.id !== datasetId) continue;
			const { originals = [], ...without } = record;
			if (originals.length === 0) continue;
			for (const { id } of originals) gone.add(id);
			await database.datasets.put(without);
		}
		for (const id of gone) await database.chunks.where('dataset').equals(id).delete();
		return live;
	});
}

/** The versions that have one of some kept files. */
export async function versionsWith(
	database: ClienteleDatabase,
	originals: ReadonlySet<string>
): Promise<Current[]> {
	const { records } = await readableRecords(database.datasets);
	return records
		.filter((record) => record.state === 'current')
		.filter((record) => originalsOf(record).some(({ id }) => originals.has(id)));
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
