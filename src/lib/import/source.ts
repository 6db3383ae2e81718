import { CoreError } from '#lib/core/errors.ts';
import { Fingerprint, FINGERPRINT_PIECE } from './fingerprint.ts';
import { chunks, pieces, type Pieces } from './pieces.ts';
import { spanOf, unpacked, type ZipEntry, type ZipSpan } from './formats/zip.ts';
import { MAX_CONTENT_BYTES } from './limits.ts';

/** What a file is, before a byte of its table is read. */
export interface SourceKind {
	readonly compressed: boolean;
	/** Bytes of the content: exact for plain files; for gzip what its trailer says (modulo 4 GiB). */
	readonly contentBytes: number;
	/** Where the content lies in an archive; null for a file that is none. */
	readonly packed: ZipSpan | null;
}

/** First bytes of files that are no text tables, so that the refusal can say what it was given. */
const magics: readonly { readonly kind: string; readonly bytes: readonly number[] }[] = [
	{ kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
	{ kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
	{ kind: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
	{ kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
	{ kind: 'parquet', bytes: [0x50, 0x41, 0x52, 0x31] },
	{ kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
	{ kind: 'image', bytes: [0xff, 0xd8, 0xff] },
	{ kind: 'zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
	{ kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
	{ kind: 'sqlite', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65] }
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
	bytes.length >= magic.length && magic.every((byte, i) => bytes[i] === byte);

/** Names the kind of a binary file by its first bytes; null when they are not known. */
export function binaryKind(head: Uint8Array): string | null {
	return magics.find((magic) => startsWith(head, magic.bytes))?.kind ?? null;
}

/**
 * Looks at a file's ends to see whether it is compressed (by content, never by name) and how large it is.
 *
 * With a member of an archive, what that member is.
 *
 * @throws CoreError `file-empty`; `file-too-large` {size, limit} in bytes, without reading it; those of `spanOf`.
 */
export async function kindOf(source: Blob, member: ZipEntry | null = null): Promise<SourceKind> {
	if (source.size === 0) throw new CoreError('file-empty');
	if (member !== null) {
		refuseAbove(member.bytes);
		return { compressed: true, contentBytes: member.bytes, packed: await spanOf(source, member) };
	}
	const head = await bytesOf(source.slice(0, 2));
	const compressed = startsWith(head, [0x1f, 0x8b]);
	let contentBytes = source.size;
	if (compressed && source.size >= 18) {
		const trailer = await bytesOf(source.slice(source.size - 4));
		contentBytes = new DataView(trailer.buffer).getUint32(0, true);
	}
	refuseAbove(Math.max(source.size, contentBytes));
	return { compressed, contentBytes, packed: null };
}

function refuseAbove(size: number): void {
	if (size > MAX_CONTENT_BYTES) throw new CoreError('file-too-large', { size, limit: MAX_CONTENT_BYTES });
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await blob.arrayBuffer());
	} catch (cause) {
		throw new CoreError('file-unreadable', {}, { cause });
	}
}

/** Reads a file once from start to end, unpacking gzip as it goes; or a member of an archive. */
export class SourceReader {
	readonly #pieces: Pieces;
	readonly #compressed: boolean;
	readonly #source: Blob;
	readonly #packed: ZipSpan | null;
	readonly #fingerprint: Fingerprint | null;
	#contentRead = 0;
	#rawRead = 0;

	constructor(source: Blob, kind: SourceKind, options: { readonly fingerprint: boolean }) {
		this.#source = source;
		this.#packed = kind.packed;
		this.#compressed = kind.compressed;
		this.#fingerprint = options.fingerprint ? new Fingerprint() : null;
		this.#pieces = options.fingerprint ? pieces(this.#content()) : chunks(this.#content());
	}

	/** Bytes of the content read so far, unpacked. */
	get contentRead(): number {
		return this.#contentRead;
	}

	/** Bytes of the file itself that there are to read. */
	get rawBytes(): number {
		return this.#packed === null ? this.#source.size : this.#packed.to - this.#packed.from;
	}

	/** Bytes of the file itself read so far. */
	get rawRead(): number {
		return this.#rawRead;
	}

	/**
	 * The next bytes of the content, or null at its end. When a fingerprint is taken they may be others once the next are asked for.
	 *
	 * @throws CoreError `file-corrupt-gzip`, `file-unreadable`, `file-too-large` (unpacked more than allowed).
	 */
	async next(): Promise<Uint8Array | null> {
		let piece: Uint8Array | null;
		try {
			piece = await this.#pieces.next();
		} catch (cause) {
			if (cause instanceof CoreError) throw cause;
			if (this.#packed !== null) throw new CoreError('archive-damaged', {}, { cause });
			throw new CoreError(this.#compressed ? 'file-corrupt-gzip' : 'file-unreadable', {}, { cause });
		}
		if (piece === null) return null;
		this.#contentRead += piece.length;
		refuseAbove(this.#contentRead);
		if (!this.#compressed) await this.#see(piece);
		return piece;
	}

	#content(): ReadableStream<Uint8Array> {
		if (this.#packed !== null) {
			const { entry, from, to } = this.#packed;
			return unpacked(this.#tapped(this.#source.slice(from, to)), entry);
		}
		// A plain file is seen as it is read: a transform costs more than all else that is done with a chunk here.
		if (!this.#compressed) return this.#source.stream();
		const gzip = new DecompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>;
		return this.#tapped(this.#source).pipeThrough(gzip);
	}

	#tapped(source: Blob): ReadableStream<Uint8Array> {
		const tap = new TransformStream<Uint8Array, Uint8Array>({
			transform: async (chunk, controller) => {
				await this.#see(chunk);
				controller.enqueue(chunk);
			}
		});
		return source.stream().pipeThrough(tap);
	}

	/** Bytes of the file itself, as they come; of an archive all count for its fingerprint, not those of one member. */
	async #see(chunk: Uint8Array): Promise<void> {
		this.#rawRead += chunk.length;
		if (this.#packed === null) await this.#fingerprint?.add(chunk);
	}

	/** The fingerprint of the file as given. Only after `next` gave null. */
	async fingerprint(): Promise<string> {
		if (this.#fingerprint === null) return '';
		return this.#packed === null ? this.#fingerprint.finish() : fingerprintOf(this.#source);
	}

	/** Stops reading and lets the file go. */
	async close(): Promise<void> {
		await this.#pieces.close();
	}
}

/** The fingerprint of a whole file as given. */
export async function fingerprintOf(source: Blob): Promise<string> {
	const fingerprint = new Fingerprint();
	for (let from = 0; from < source.size; from += FINGERPRINT_PIECE) {
		await fingerprint.add(await bytesOf(source.slice(from, from + FINGERPRINT_PIECE)));
	}
	return fingerprint.finish();
}

/** Bytes from the start of the content, and from its end when the two do not meet. */
export interface Sample {
	readonly kind: SourceKind;
	readonly head: Uint8Array;
	/** Whether `head` is all of the content. */
	readonly whole: boolean;
	/** Some bytes from the middle and the end, for plain files longer than the head. */
	readonly middle: Uint8Array | null;
	readonly tail: Uint8Array | null;
}

/** Reads the sample by which a file is understood. Of a compressed file only the start can be had cheaply. */
export async function readSample(
	source: Blob,
	headBytes: number,
	tailBytes: number,
	member: ZipEntry | null = null
): Promise<Sample> {
	const kind = await kindOf(source, member);
	const reader = new SourceReader(source, kind, { fingerprint: false });
	const parts: Uint8Array[] = [];
	let length = 0;
	let ended = false;
	try {
		while (length <= headBytes) {
			const piece = await reader.next();
			if (piece === null) {
				ended = true;
				break;
			}
			parts.push(piece);
			length += piece.length;
		}
	} finally {
		await reader.close();
	}
	const all = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	if (all.length === 0) throw new CoreError('file-empty');
	const head = ended ? all : all.subarray(0, headBytes);
	const far = !ended && !kind.compressed && source.size > headBytes + 2 * tailBytes;
	// UTF-16 is cut between its units: all offsets are even.
	const middleAt = Math.floor(source.size / 4) * 2;
	return {
		kind,
		head,
		whole: ended,
		middle: far ? await bytesOf(source.slice(middleAt, middleAt + tailBytes)) : null,
		tail: far ? await bytesOf(source.slice((source.size - tailBytes) & ~1)) : null
	};
}
