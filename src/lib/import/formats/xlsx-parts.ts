import { CoreError } from '#lib/core/errors.ts';
import { MAX_UNPACKED_BYTES } from '../limits.ts';
import { lookOf, type NumberLook } from './cell-words.ts';
import { attributeOf, decoded, MarkupScanner, type MarkupSink } from './markup.ts';
import { chunksOf, entryStream, zipDirectory, type ZipEntry } from './zip.ts';

/** The parts of a workbook by their names, none of them unpacked yet. */
export class Package {
	readonly file: Blob;
	readonly #entries: ReadonlyMap<string, ZipEntry>;

	private constructor(file: Blob, entries: ReadonlyMap<string, ZipEntry>) {
		this.file = file;
		this.#entries = entries;
	}

	/** @throws CoreError those of `zipDirectory`; `archive-too-large` {size, limit} for all parts together. */
	static async open(file: Blob): Promise<Package> {
		const entries = await zipDirectory(file);
		const size = entries.reduce((sum, entry) => sum + entry.bytes, 0);
		if (size > MAX_UNPACKED_BYTES) {
			throw new CoreError('archive-too-large', { size, limit: MAX_UNPACKED_BYTES });
		}
		// Names differ by capitals between programs.
		return new Package(file, new Map(entries.map((entry) => [entry.name.toLowerCase(), entry])));
	}

	entry(path: string): ZipEntry | undefined {
		return this.#entries.get(path.replace(/^\/+/, '').toLowerCase());
	}

	/**
	 * The text of a part, piece by piece. `onBytes` hears of the content's bytes.
	 *
	 * @throws CoreError `workbook-damaged` {part} where there is no such part; those of unpacking.
	 */
	async *text(path: string, onBytes?: (bytes: number) => void): AsyncGenerator<string, void> {
		const entry = this.entry(path);
		if (entry === undefined) throw new CoreError('workbook-damaged', { part: path });
		let decoder: TextDecoder | null = null;
		for await (const bytes of chunksOf(await entryStream(this.file, entry))) {
			decoder ??= new TextDecoder(encodingOf(bytes));
			onBytes?.(bytes.length);
			yield decoder.decode(bytes, { stream: true });
		}
		if (decoder !== null) yield decoder.decode();
	}

	/**
	 * Scans a whole part.
	 *
	 * @throws CoreError `workbook-damaged` {part} for markup that breaks off, and for definitions of a document's own,
	 *   which no workbook has.
	 */
	async scan(path: string, sink: MarkupSink): Promise<void> {
		const scanner = new MarkupScanner(guarded(sink, path));
		let whole = true;
		for await (const piece of this.text(path)) whole = scanner.push(piece);
		if (!whole) throw new CoreError('workbook-damaged', { part: path });
	}
}

/** A sink that refuses `<!DOCTYPE`. */
export function guarded(sink: MarkupSink, part: string): MarkupSink {
	return {
		open: (name, attributes, closed) => sink.open(name, attributes, closed),
		close: (name) => sink.close(name),
		text: (raw) => sink.text(raw),
		doctype: () => {
			throw new CoreError('workbook-damaged', { part });
		}
	};
}

function encodingOf(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** What a relation of a part points to, as a path from the package's root. */
interface Relation {
	readonly type: string;
	readonly path: string;
}

/** The relations of a part by id; empty where it has none. */
async function relationsOf(parts: Package, path: string): Promise<ReadonlyMap<string, Relation>> {
	const slash = path.lastIndexOf('/') + 1;
	const folder = path.slice(0, slash);
	const rels = `${folder}_rels/${path.slice(slash)}.rels`;
	const found = new Map<string, Relation>();
	if (parts.entry(rels) === undefined) return found;
	await parts.scan(rels, {
		open(name, attributes) {
			if (name !== 'Relationship') return;
			const target = attributeOf(attributes, 'Target') ?? '';
			const type = attributeOf(attributes, 'Type') ?? '';
			found.set(attributeOf(attributes, 'Id') ?? '', {
				type: type.slice(type.lastIndexOf('/') + 1),
				path: target.startsWith('/') ? target.slice(1) : resolved(folder, target)
			});
		},
		close: () => undefined,
		text: () => undefined
	});
	return found;
}

function resolved(folder: string, target: string): string {
	const path = folder.split('/').filter((step) => step !== '');
	for (const step of target.split('/')) {
		if (step === '..') path.pop();
		else if (step !== '.' && step !== '') path.push(step);
	}
	return path.join('/');
}

/** What a workbook says of itself. */
export interface Workbook {
	readonly from1904: boolean;
	readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[];
	readonly stylesPath: string | null;
	readonly stringsPath: string | null;
}

/** @throws CoreError `workbook-damaged` {part} */
export async function readWorkbook(parts: Package): Promise<Workbook> {
	const root = [...(await relationsOf(parts, '')).values()].find(({ type }) => type === 'officeDocument');
	const path = root?.path ?? 'xl/workbook.xml';
	const relations = await relationsOf(parts, path);
	const sheets: { name: string; path: string; hidden: boolean }[] = [];
	let from1904 = false;
	await parts.scan(path, {
		open(name, attributes) {
			if (name === 'workbookPr') from1904 = /^(?:1|true|on)$/.test(attributeOf(attributes, 'date1904') ?? '');
			if (name !== 'sheet') return;
			const relation = relations.get(attributeOf(attributes, 'id') ?? '');
			// Sheets that are charts or macros have no cells.
			if (relation === undefined || relation.type !== 'worksheet') return;
			const state = attributeOf(attributes, 'state') ?? 'visible';
			sheets.push({
				name: attributeOf(attributes, 'name') ?? '',
				path: relation.path,
				hidden: state !== 'visible'
			});
		},
		close: () => undefined,
		text: () => undefined
	});
	const pathOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.path;
	return {
		from1904,
		sheets,
		stylesPath: pathOf('styles') ?? null,
		stringsPath: pathOf('sharedStrings') ?? null
	};
}

/** How each cell style shows numbers. */
export async function readLooks(parts: Package, path: string | null): Promise<readonly NumberLook[]> {
	const codes = new Map<number, string>();
	const looks: NumberLook[] = [];
	if (path === null || parts.entry(path) === undefined) return looks;
	let within = false;
	await parts.scan(path, {
		open(name, attributes) {
			if (name === 'cellXfs') within = true;
			else if (name === 'numFmt') {
				codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
			} else if (name === 'xf' && within) {
				const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
				looks.push(lookOf(codes.get(id) ?? null, id));
			}
		},
		close(name) {
			if (name === 'cellXfs') within = false;
		},
		text: () => undefined
	});
	return looks;
}

/** The texts that cells refer to by number. Readings beside Japanese and Chinese words are left out. */
export async function readStrings(parts: Package, path: string | null): Promise<readonly string[]> {
	const strings: string[] = [];
	if (path === null || parts.entry(path) === undefined) return strings;
	const text = new StringText();
	await parts.scan(path, {
		open(name, _, closed) {
			if (name === 'si') {
				text.clear();
				if (closed) strings.push('');
			} else text.open(name, closed);
		},
		close(name) {
			if (name === 'si') strings.push(text.value());
			else text.close(name);
		},
		text: (raw) => text.text(raw)
	});
	return strings;
}

/** The text of a string item: of its `t` elements, plain or in runs, those of readings (`rPh`) aside. */
export class StringText {
	#text = '';
	#inside = false;
	#reading = false;

	clear(): void {
		this.#text = '';
		this.#inside = false;
		this.#reading = false;
	}

	open(name: string, closed: boolean): void {
		if (closed) return;
		if (name === 'rPh') this.#reading = true;
		else if (name === 't') this.#inside = true;
	}

	close(name: string): void {
		if (name === 'rPh') this.#reading = false;
		else if (name === 't') this.#inside = false;
	}

	text(raw: string): void {
		if (this.#inside && !this.#reading) this.#text += raw;
	}

	value(): string {
		return unescaped(decoded(this.#text));
	}
}

/**
 * Signs that XML cannot hold are written `_x000D_`.
 *
 * @example
 * unescaped('a_x000A_b') // => 'a\nb'
 */
export function unescaped(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
