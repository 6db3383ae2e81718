import type { Encoding } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { MAX_UNPACKED_BYTES } from '../limits.ts';
import { TextPieces } from '../decode.ts';
import { guessEncoding } from '../sniff/encoding.ts';
import { BatchBuilder, sheetNamed, type GridReader, type GridSheet } from './grid.ts';
import { HtmlTables } from './html-tables.ts';
import { MarkupScanner } from './markup.ts';

const PIECE_BYTES = 2 ** 18;
const BATCH_ROWS = 1024;

/**
 * Opens a page with tables, as many back offices export it under the name of a workbook. All tables with at least one
 * row are offered, in the order of the page, those within others too. Nothing of the page is run or fetched: tags are
 * cut out of the text and nothing else is known of them.
 *
 * @throws CoreError `table-not-found`, `archive-too-large`, `file-unreadable`
 */
export async function openHtml(file: Blob): Promise<GridReader> {
	if (file.size > MAX_UNPACKED_BYTES) {
		throw new CoreError('archive-too-large', { size: file.size, limit: MAX_UNPACKED_BYTES });
	}
	const encoding = await encodingOf(file);
	let done = 0;
	/** All tables of the page, or the rows of one of them. */
	async function* scan(wanted: number | null, out: BatchBuilder): AsyncGenerator<HtmlTables, void> {
		const tables = new HtmlTables(wanted, out);
		const scanner = new MarkupScanner(tables, { html: true });
		const text = new TextPieces(encoding);
		for (let from = 0; from < file.size; from += PIECE_BYTES) {
			done = Math.min(file.size, from + PIECE_BYTES);
			const bytes = await bytesOf(file.slice(from, done));
			scanner.push(text.push(bytes) + (done < file.size ? '' : text.finish()));
			yield tables;
		}
		tables.finish();
		yield tables;
	}
	let found: readonly GridSheet[] = [];
	for await (const tables of scan(null, new BatchBuilder())) found = tables.sheets();
	if (found.length === 0) throw new CoreError('table-not-found', { container: 'HTML' });
	return {
		container: 'html',
		sheets: found,
		named: false,
		progress: () => ({ done, total: file.size }),
		async *rows(name) {
			const at = found.indexOf(sheetNamed(found, name));
			const out = new BatchBuilder();
			// Tables without rows are not offered and do not count.
			for await (const tables of scan(at, out)) {
				if (out.size >= BATCH_ROWS) yield out.take();
				if (tables.passed) break;
			}
			yield out.take();
		}
	};
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await blob.arrayBuffer());
	} catch (cause) {
		throw new CoreError('file-unreadable', {}, { cause });
	}
}

const known: Readonly<Record<string, Encoding>> = {
	gb2312: 'gb18030',
	gbk: 'gb18030',
	gb18030: 'gb18030',
	big5: 'big5',
	'utf-8': 'utf-8',
	utf8: 'utf-8',
	shift_jis: 'shift_jis'
};

/** What the page says of itself where its bytes agree, else what they look like. */
async function encodingOf(file: Blob): Promise<Encoding> {
	const head = await bytesOf(file.slice(0, 2 ** 16));
	const guess = guessEncoding([head])[0]?.value ?? 'utf-8';
	if (guess.startsWith('utf')) return guess;
	const said = /charset\s*=\s*["']?([\w-]+)/i.exec(new TextDecoder('windows-1252').decode(head))?.[1];
	const named = said === undefined ? undefined : known[said.toLowerCase()];
	return named === undefined || named === 'utf-8' ? guess : named;
}
