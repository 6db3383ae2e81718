import { crc32 } from '#lib/core/math/crc32.ts';
import { CoreError } from '#lib/core/errors.ts';

/** A file of an archive, as it is before it is packed. */
export interface ArchiveEntry {
	readonly name: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1980-01-01, the earliest day that archives know: the same content is the same file on any day. */
const NO_DATE = 0x21;

/**
 * Files as a ZIP archive, in their order, each packed by the browser's own deflate; sizes stand before each file, so that a
 * reader needs no directory. One file is in memory at a time beside what is packed.
 * Source: PKWARE's APPNOTE.TXT 4.3.
 *
 * @throws whatever `pause`, called before each file, throws.
 */
export async function writeArchive(
	entries: Iterable<ArchiveEntry>,
	pause: () => Promise<void>
): Promise<Uint8Array<ArrayBuffer>[]> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	const listed: Listed[] = [];
	let at = 0;
	for (const { name, bytes } of entries) {
		await pause();
		const packed = await through(bytes, new CompressionStream('deflate-raw'), Infinity);
		const text = new TextEncoder().encode(name);
		const facts = { crc: crc32(0, bytes), packed: packed.length, size: bytes.length, name: text.length };
		const local = head(LOCAL_BYTES, text, (view) => {
			view.setUint32(0, LOCAL, true);
			common(view, 4, facts);
		});
		listed.push({ text, facts, at });
		parts.push(local, packed);
		at += local.length + packed.length;
	}
	return [...parts, ...directoryOf(listed, at)];
}

/** A file as the archive's list has it: its name, what is said of it, and where it begins. */
interface Listed {
	readonly text: Uint8Array;
	readonly facts: EntryFacts;
	readonly at: number;
}

/** The list at the end of an archive, whose files end at `at`. */
function directoryOf(listed: readonly Listed[], at: number): Uint8Array<ArrayBuffer>[] {
	const directory = listed.map(({ text, facts, at: from }) =>
		head(CENTRAL_BYTES, text, (view) => {
			view.setUint32(0, CENTRAL, true);
			view.setUint16(4, VERSION, true);
			common(view, 6, facts);
			view.setUint32(42, from, true);
		})
	);
	const bytes = directory.reduce((sum, { length }) => sum + length, 0);
	const end = head(END_BYTES, new Uint8Array(0), (view) => {
		view.setUint32(0, END, true);
		view.setUint16(8, directory.length, true);
		view.setUint16(10, directory.length, true);
		view.setUint32(12, bytes, true);
		view.setUint32(16, at, true);
	});
	return [...directory, end];
}

interface EntryFacts {
	readonly crc: number;
	readonly packed: number;
	readonly size: number;
	readonly name: number;
}

/** What stands alike before a file and in the directory. */
function common(view: DataView, at: number, { crc, packed, size, name }: EntryFacts): void {
	view.setUint16(at, VERSION, true);
	view.setUint16(at + 2, UTF8_NAMES, true);
	view.setUint16(at + 4, DEFLATED, true);
	view.setUint16(at + 8, NO_DATE, true);
	view.setUint32(at + 10, crc, true);
	view.setUint32(at + 14, packed, true);
	view.setUint32(at + 18, size, true);
	view.setUint16(at + 22, name, true);
}

function head(bytes: number, name: Uint8Array, fill: (view: DataView) => void): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(bytes + name.length);
	fill(new DataView(whole.buffer));
	whole.set(name, bytes);
	return whole;
}

/**
 * Reads an archive that `writeArchive` wrote, file by file in the order in which they stand. Only what is asked for by name and
 * with a limit is unpacked, and never more than the limit: what the archive says of itself is not believed.
 */
export class ArchiveReader {
	readonly #bytes: Uint8Array<ArrayBuffer>;
	readonly #listed: Listed[] = [];
	#at = 0;

	constructor(bytes: Uint8Array<ArrayBuffer>) {
		this.#bytes = bytes;
	}

	/**
	 * The next file, which must have this name.
	 *
	 * @throws CoreError `snapshot-invalid` with `at: 'archive'` for another or none; `file-too-large` beyond the limit.
	 */
	async next(name: string, limit: number): Promise<Uint8Array<ArrayBuffer>> {
		const from = this.#at;
		const bytes = this.#bytes;
		if (from + LOCAL_BYTES > bytes.length) throw damaged();
		const view = new DataView(bytes.buffer, bytes.byteOffset + from, LOCAL_BYTES);
		if (view.getUint32(0, true) !== LOCAL || view.getUint16(8, true) !== DEFLATED) throw damaged();
		const packed = view.getUint32(18, true);
		const named = from + LOCAL_BYTES;
		const start = named + view.getUint16(26, true);
		const found = new TextDecoder().decode(bytes.subarray(named, start));
		if (found !== name || view.getUint16(28, true) !== 0 || start + packed > bytes.length) throw damaged();
		this.#at = start + packed;
		const facts = {
			crc: view.getUint32(14, true),
			packed,
			size: view.getUint32(22, true),
			name: start - named
		};
		this.#listed.push({ text: bytes.slice(named, start), facts, at: from });
		const piece = bytes.subarray(start, start + packed);
		return through(piece, new DecompressionStream('deflate-raw'), limit);
	}

	/** Throws `snapshot-invalid` where anything but the list of the files that were read follows. */
	end(): void {
		const rest = this.#bytes.subarray(this.#at);
		const list = joinedBytes(directoryOf(this.#listed, this.#at));
		if (rest.length !== list.length || rest.some((byte, i) => byte !== list[i])) throw damaged();
	}
}

const damaged = (cause?: unknown): CoreError =>
	new CoreError('snapshot-invalid', { at: 'archive' }, { cause });

async function through(
	bytes: Uint8Array<ArrayBuffer>,
	stream: CompressionStream | DecompressionStream,
	limit: number
): Promise<Uint8Array<ArrayBuffer>> {
	const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
	const pieces: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read().catch((thrown: unknown) => {
			throw damaged(thrown);
		});
		if (done) break;
		size += value.length;
		if (size > limit) {
			await reader.cancel().catch(() => undefined);
			throw new CoreError('file-too-large', { size, limit });
		}
		pieces.push(value);
	}
	return joinedBytes(pieces);
}

/** Pieces end to end. */
export function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
