import { CoreError } from '#lib/core/errors.ts';
import { MAX_ENTRIES, MAX_RATIO } from '../limits.ts';
import { crc32 } from '#lib/core/math/crc32.ts';

/** A file in an archive, as the archive's directory describes it. */
export interface ZipEntry {
	readonly name: string;
	/** 0 = stored, 8 = deflated. */
	readonly method: number;
	readonly encrypted: boolean;
	readonly packedBytes: number;
	/** Bytes of the content, as declared. */
	readonly bytes: number;
	readonly crc: number;
	/** Packed by gzip as well, before it came into the archive. */
	readonly gzip?: true;
	/** Where its own header starts. */
	readonly at: number;
}

/** Where an entry's bytes lie in the file. */
export interface ZipSpan {
	readonly entry: ZipEntry;
	readonly from: number;
	readonly to: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record with the longest comment. */
const END_WINDOW = 22 + 65_535;
const ALL_ONES = 0xffffffff;

const damaged = () => new CoreError('archive-damaged');

async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
	if (from < 0 || to > file.size || from > to) throw damaged();
	try {
		return new DataView(await file.slice(from, to).arrayBuffer());
	} catch (cause) {
		throw new CoreError('file-unreadable', {}, { cause });
	}
}

/**
 * The directory of a ZIP archive; nothing is unpacked. Names are UTF-8 where they say so or can be, else gb18030, as
 * Chinese systems write them. They are labels only: no entry is ever written anywhere.
 *
 * @throws CoreError `archive-damaged`; `archive-too-many` {n, limit}; `archive-bomb` {limit} for an entry that
 *   claims to grow beyond what tables do.
 */
export async function zipDirectory(file: Blob): Promise<readonly ZipEntry[]> {
	const end = await endOf(file);
	if (end.count > MAX_ENTRIES) throw new CoreError('archive-too-many', { n: end.count, limit: MAX_ENTRIES });
	const view = await viewOf(file, end.from, end.from + end.bytes);
	const entries: ZipEntry[] = [];
	let at = 0;
	for (let i = 0; i < end.count; i++) {
		if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw damaged();
		const nameBytes = view.getUint16(at + 28, true);
		const extraBytes = view.getUint16(at + 30, true);
		const next = at + 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
		if (next > view.byteLength) throw damaged();
		const flags = view.getUint16(at + 8, true);
		const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes);
		const wide = wideSizes(view, at, at + 46 + nameBytes, extraBytes);
		const entry: ZipEntry = {
			name: nameText(name, (flags & 0x800) !== 0),
			method: view.getUint16(at + 10, true),
			encrypted: (flags & 1) !== 0,
			packedBytes: wide.packedBytes,
			bytes: wide.bytes,
			crc: view.getUint32(at + 16, true),
			at: wide.at + end.shift
		};
		if (entry.bytes > 2 ** 20 && entry.bytes > MAX_RATIO * entry.packedBytes) {
			throw new CoreError('archive-bomb', { limit: MAX_RATIO });
		}
		entries.push(entry);
		at = next;
	}
	return entries;
}

interface EndRecord {
	readonly count: number;
	readonly from: number;
	readonly bytes: number;
	/** Bytes in front of the archive that its offsets do not know of. */
	readonly shift: number;
}

async function endOf(file: Blob): Promise<EndRecord> {
	const start = Math.max(0, file.size - END_WINDOW);
	const view = await viewOf(file, start, file.size);
	let at = view.byteLength - 22;
	const fits = () =>
		view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength;
	while (at >= 0 && !fits()) at--;
	if (at < 0) throw damaged();
	const count = view.getUint16(at + 10, true);
	const bytes = view.getUint32(at + 12, true);
	const from = view.getUint32(at + 16, true);
	if (count !== 0xffff && bytes !== ALL_ONES && from !== ALL_ONES) {
		const shift = start + at - bytes - from;
		if (shift < 0) throw damaged();
		return { count, bytes, from: from + shift, shift };
	}
	const locator = await viewOf(file, start + at - 20, start + at);
	if (locator.getUint32(0, true) !== LOCATOR_64) throw damaged();
	const wideAt = wholeOf(locator, 8);
	const wide = await viewOf(file, wideAt, wideAt + 56);
	if (wide.getUint32(0, true) !== END_64) throw damaged();
	return { count: wholeOf(wide, 32), bytes: wholeOf(wide, 40), from: wholeOf(wide, 48), shift: 0 };
}

function wholeOf(view: DataView, at: number): number {
	const value = view.getBigUint64(at, true);
	if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
	return Number(value);
}

/** Sizes and place of an entry, from the extra field where they do not fit into 32 bits. */
function wideSizes(view: DataView, at: number, extraAt: number, extraBytes: number) {
	const sizes = {
		packedBytes: view.getUint32(at + 20, true),
		bytes: view.getUint32(at + 24, true),
		at: view.getUint32(at + 42, true)
	};
	if (sizes.packedBytes !== ALL_ONES && sizes.bytes !== ALL_ONES && sizes.at !== ALL_ONES) return sizes;
	const end = extraAt + extraBytes;
	for (let field = extraAt; field + 4 <= end;) {
		const length = view.getUint16(field + 2, true);
		if (view.getUint16(field, true) === 1) {
			let value = field + 4;
			// The order of the specification; only those that did not fit are there.
			for (const key of ['bytes', 'packedBytes', 'at'] as const) {
				if (sizes[key] !== ALL_ONES) continue;
				if (value + 8 > field + 4 + length || value + 8 > end) throw damaged();
				sizes[key] = wholeOf(view, value);
				value += 8;
			}
			return sizes;
		}
		field += 4 + length;
	}
	throw damaged();
}

function nameText(bytes: Uint8Array, utf8: boolean): string {
	if (utf8) return new TextDecoder('utf-8').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('gb18030').decode(bytes);
	}
}

/**
 * Finds the bytes of an entry.
 *
 * @throws CoreError `archive-encrypted`, `archive-method` {method}, `archive-damaged`.
 */
export async function spanOf(file: Blob, entry: ZipEntry): Promise<ZipSpan> {
	if (entry.encrypted) throw new CoreError('archive-encrypted');
	if (entry.method !== 0 && entry.method !== 8)
		throw new CoreError('archive-method', { method: entry.method });
	const header = await viewOf(file, entry.at, entry.at + 30);
	if (header.getUint32(0, true) !== LOCAL) throw damaged();
	const from = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
	const to = from + entry.packedBytes;
	if (to > file.size) throw damaged();
	return { entry, from, to };
}

/** Unpacks the bytes of an entry as they stream by; more or other bytes than declared are an error at once. */
export function unpacked(packed: ReadableStream<Uint8Array>, entry: ZipEntry): ReadableStream<Uint8Array> {
	const content =
		entry.method === 0
			? packed
			: packed.pipeThrough(
					new DecompressionStream('deflate-raw') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>
				);
	let bytes = 0;
	let crc = 0;
	const checked = content.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(chunk, controller) {
				bytes += chunk.length;
				if (bytes > entry.bytes) throw damaged();
				crc = crc32(crc, chunk);
				controller.enqueue(chunk);
			},
			flush() {
				if (bytes !== entry.bytes || crc !== entry.crc) throw damaged();
			}
		})
	);
	if (entry.gzip === undefined) return checked;
	return checked.pipeThrough(
		new DecompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>
	);
}

/** The content of an entry as a stream. */
export async function entryStream(file: Blob, entry: ZipEntry): Promise<ReadableStream<Uint8Array>> {
	const span = await spanOf(file, entry);
	return unpacked(file.slice(span.from, span.to).stream(), entry);
}

/**
 * The chunks of a stream one by one; what goes wrong in unpacking is `archive-damaged`. A loop that is left early lets
 * the stream go.
 */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	const reader = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} catch (cause) {
		if (cause instanceof CoreError) throw cause;
		throw new CoreError('archive-damaged', {}, { cause });
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}
