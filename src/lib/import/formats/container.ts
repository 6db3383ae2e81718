import type { GridContainer } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { MAX_UNPACKED_BYTES } from '../limits.ts';
import { binaryKind, kindOf, SourceReader } from '../source.ts';
import { chunksOf, entryStream, spanOf, zipDirectory, type ZipEntry } from './zip.ts';

/** How a content is to be read: as text, or by the reader of a container. Null: as no table. */
type Shape = 'text' | GridContainer;

/** A file, and what in it is to be read. */
export interface Opened {
	readonly shape: Shape;
	/** What a grid's reader reads: the file, or what was unpacked of it. */
	readonly content: Blob;
	/** The files of an archive that may be tables; empty for a file that is none. */
	readonly members: readonly ZipEntry[];
	/** The one that is read. */
	readonly member: ZipEntry | null;
	/** Unpacked from gzip or an archive. */
	readonly compressed: boolean;
	/** Of an archive: the same with another of its members, without a further look at all of them. */
	readonly withMember?: (member: ZipEntry) => Promise<Opened>;
}

/** Bytes by which a content is known. */
const HEAD = 4096;

/** No table of orders: what zips made on a Mac, and hidden files. */
const SIDE_FILE = /(?:^|\/)(?:__MACOSX\/|\.)|\/$/;

/**
 * Looks into a file, through gzip and ZIP, for what kind of table it is: by its content alone, never by its name. Of an
 * archive the member `wanted` is taken, else the largest that may be a table.
 *
 * @throws CoreError `file-empty`, `file-too-large`, `file-corrupt-gzip`, `archive-…`, `member-not-found` {member} when
 *   `strict` and it is not there.
 */
export async function openSource(source: Blob, wanted: string | undefined, strict: boolean): Promise<Opened> {
	const kind = await kindOf(source);
	if (!kind.compressed) {
		const shape = shapeOf(await headOf(source));
		if (shape !== 'zip') return { shape, content: source, members: [], member: null, compressed: false };
		return openArchive(source, wanted, strict);
	}
	const reader = new SourceReader(source, kind, { fingerprint: false });
	try {
		const parts: Uint8Array<ArrayBuffer>[] = [];
		let bytes = 0;
		let shape: Shape | 'zip' | null = null;
		for (let piece = await reader.next(); piece !== null; piece = await reader.next()) {
			parts.push(new Uint8Array(piece));
			bytes += piece.length;
			if (shape === null && bytes >= HEAD) shape = shapeOf(await headOf(new Blob(parts)));
			// Text is read as it streams by.
			if (shape === 'text') break;
			refuseAbove(bytes);
		}
		const content = new Blob(parts);
		shape ??= shapeOf(await headOf(content));
		if (shape === 'zip' && (await isWorkbook(content))) shape = 'xlsx';
		// An archive within gzip: nobody makes one, and nobody should open one.
		if (shape === 'zip') throw new CoreError('file-binary', { kind: 'zip' });
		return {
			shape,
			content: shape === 'text' ? source : content,
			members: [],
			member: null,
			compressed: true
		};
	} finally {
		await reader.close();
	}
}

function refuseAbove(size: number): void {
	if (size > MAX_UNPACKED_BYTES) {
		throw new CoreError('archive-too-large', { size, limit: MAX_UNPACKED_BYTES });
	}
}

async function openArchive(source: Blob, wanted: string | undefined, strict: boolean): Promise<Opened> {
	const entries = await zipDirectory(source);
	if (entries.some(isWorkbookPart)) {
		return { shape: 'xlsx', content: source, members: [], member: null, compressed: false };
	}
	const known = otherPackage(entries);
	if (known !== null) throw new CoreError('file-binary', { kind: known });
	const shapes = new Map<ZipEntry, Shape | 'zip'>();
	let damage: CoreError | null = null;
	for (const entry of entries) {
		if (entry.bytes === 0 || SIDE_FILE.test(entry.name)) continue;
		const { member, head } = await openEntry(source, entry);
		if (head instanceof CoreError) {
			// Packed once more, and broken: it takes no other file with it.
			if (entry.name === wanted) throw head;
			damage ??= head;
			continue;
		}
		const shape = shapeOf(head);
		if (shape !== 'text' || (binaryKind(head) === null && !isGzip(head))) shapes.set(member, shape);
	}
	const members = [...shapes.keys()];
	const named = members.find((entry) => entry.name === wanted);
	if (named === undefined && strict && wanted !== undefined) {
		throw new CoreError('member-not-found', { member: wanted });
	}
	const member = named ?? [...members].sort((a, b) => b.bytes - a.bytes)[0];
	if (member === undefined) throw damage ?? new CoreError('archive-no-table');
	const withMember = (other: ZipEntry): Promise<Opened> => openMember(source, shapes, other);
	return { ...(await withMember(member)), withMember };
}

/** A member of an archive whose contents are known by their first bytes. */
async function openMember(
	source: Blob,
	shapes: ReadonlyMap<ZipEntry, Shape | 'zip'>,
	member: ZipEntry
): Promise<Opened> {
	const members = [...shapes.keys()];
	const shape = shapes.get(member) as Shape | 'zip';
	if (shape === 'text') return { shape, content: source, members, member, compressed: true };
	const content = await unpackedWhole(source, member);
	if (shape !== 'zip') return { shape, content, members, member, compressed: true };
	if (!(await isWorkbook(content))) throw new CoreError('file-binary', { kind: 'zip' });
	return { shape: 'xlsx', content, members, member, compressed: true };
}

async function unpackedWhole(source: Blob, entry: ZipEntry): Promise<Blob> {
	refuseAbove(entry.bytes);
	if (entry.method === 0 && !entry.encrypted && entry.gzip === undefined) {
		const span = await spanOf(source, entry);
		return source.slice(span.from, span.to);
	}
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let bytes = 0;
	for await (const chunk of chunksOf(await entryStream(source, entry))) {
		parts.push(new Uint8Array(chunk));
		// What gzip unpacks to is declared nowhere.
		refuseAbove((bytes += chunk.length));
	}
	return new Blob(parts);
}

const isWorkbookPart = (entry: ZipEntry) => /^\/?xl\/workbook\.xml$/i.test(entry.name);

async function isWorkbook(file: Blob): Promise<boolean> {
	return (await zipDirectory(file)).some(isWorkbookPart);
}

/** Packages of other programs that are no archives of tables. */
function otherPackage(entries: readonly ZipEntry[]): string | null {
	const has = (name: string) => entries.some((entry) => entry.name === name);
	if (has('xl/workbook.bin')) return 'xlsb';
	if (has('word/document.xml')) return 'docx';
	if (has('ppt/presentation.xml')) return 'pptx';
	return has('mimetype') && has('content.xml') ? 'ods' : null;
}

async function headOf(blob: Blob): Promise<Uint8Array> {
	try {
		return new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
	} catch (cause) {
		throw new CoreError('file-unreadable', {}, { cause });
	}
}

/**
 * An entry with its first bytes; of one that is packed by gzip, those of what is in it, or why they cannot be had. Gzip within
 * gzip is left alone.
 */
async function openEntry(
	source: Blob,
	entry: ZipEntry
): Promise<{ member: ZipEntry; head: Uint8Array | CoreError }> {
	const head = await headOfEntry(source, entry);
	if (!isGzip(head)) return { member: entry, head };
	const member: ZipEntry = { ...entry, gzip: true };
	try {
		return { member, head: await headOfEntry(source, member) };
	} catch (thrown) {
		if (thrown instanceof CoreError && thrown.code === 'archive-damaged') return { member, head: thrown };
		throw thrown;
	}
}

const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b;

async function headOfEntry(source: Blob, entry: ZipEntry): Promise<Uint8Array> {
	for await (const chunk of chunksOf(await entryStream(source, entry))) return chunk.subarray(0, HEAD);
	return new Uint8Array(0);
}

/** What a content is by its first bytes. */
function shapeOf(head: Uint8Array): Shape | 'zip' {
	const kind = binaryKind(head);
	if (kind === 'zip' || kind === 'xls' || kind === 'parquet') return kind;
	// A workbook of Excel 2 to 4, or of 5 without the folder round it.
	if (head[0] === 0x09 && (head[1] ?? 9) <= 8 && (head[1] ?? 1) % 2 === 0 && head[3] === 0) return 'xls';
	return textShape(new TextDecoder(encodingOf(head)).decode(head).trimStart());
}

function encodingOf(head: Uint8Array): string {
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function textShape(text: string): Shape {
	if (/^\[\s*[{\]]/.test(text) || /^\{\s*["}]/.test(text)) return 'json';
	if (!text.startsWith('<')) return 'text';
	if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) return 'xls';
	return /<(?:!doctype\s+html|html|head|body|meta|style|table|tr)\b/i.test(text) ? 'html' : 'text';
}
