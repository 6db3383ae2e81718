import { inflateSync } from 'node:zlib';

/** A PDF as Chromium prints it: how many pages, and the text that a reader can select and search. */
export interface PdfText {
	readonly pages: number;
	readonly text: string;
}

interface PdfObject {
	readonly head: string;
	readonly stream: string;
}

/** Reads the pages' text by each font's own table from glyphs to characters; blanks between runs are not kept. */
export function readPdf(bytes: Buffer): PdfText {
	const objects = new Map<string, PdfObject>();
	const raw = bytes.toString('latin1');
	for (const match of raw.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)) {
		const body = match[2] ?? '';
		const start = /stream\r?\n/.exec(body);
		const head = start === null ? body : body.slice(0, start.index);
		const packed = start === null ? '' : body.slice(start.index + start[0].length);
		objects.set(match[1] ?? '', { head, stream: head.includes('FlateDecode') ? inflated(packed) : packed });
	}
	const fonts = new Map<string, ReadonlyMap<string, string>>();
	for (const [id, { head }] of objects) {
		const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
		if (table !== undefined) fonts.set(`F${id}`, characters(objects.get(table)?.stream ?? ''));
	}
	let pages = 0;
	let text = '';
	for (const { head } of objects.values()) {
		if (!/\/Type \/Page\b/.test(head)) continue;
		pages++;
		const content = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '';
		text += shown(objects.get(content)?.stream ?? '', fonts);
	}
	return { pages, text };
}

function inflated(packed: string): string {
	try {
		return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
	} catch {
		// Not text: a picture or a font.
		return '';
	}
}

/** A font's `ToUnicode` table: glyph, as two hex digits (a font of pictures) or four, → characters. */
function characters(table: string): ReadonlyMap<string, string> {
	const map = new Map<string, string>();
	for (const section of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
		for (const pair of (section[1] ?? '').matchAll(/<(\w+)> <(\w+)>/g)) {
			map.set((pair[1] ?? '').toUpperCase(), fromUtf16(pair[2] ?? ''));
		}
	}
	for (const section of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
		for (const range of (section[1] ?? '').matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
			const [from, to] = [parseInt(range[1] ?? '', 16), parseInt(range[2] ?? '', 16)];
			const first = fromUtf16(range[3] ?? '');
			for (let code = from; code <= to; code++) {
				const glyph = code
					.toString(16)
					.toUpperCase()
					.padStart(range[1]?.length ?? 4, '0');
				map.set(glyph, String.fromCodePoint((first.codePointAt(0) ?? 0) + code - from));
			}
		}
	}
	return map;
}

const fromUtf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** The text that a page's content shows: `/F4 12 Tf` chooses a font, `<…> Tj` shows glyphs. */
function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
	let font: ReadonlyMap<string, string> | undefined;
	let text = '';
	for (const match of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj/g)) {
		if (match[1] !== undefined) font = fonts.get(match[1]);
		const [known = '0000'] = font?.keys() ?? [];
		const codes = (match[2] ?? '').toUpperCase().match(known.length === 2 ? /../g : /.{4}/g) ?? [];
		for (const code of codes) text += font?.get(code) ?? '';
	}
	return text;
}
