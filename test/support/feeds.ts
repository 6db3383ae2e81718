import { createHash } from 'node:crypto';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { ByteRows } from '#lib/import/bytes/byte-rows.ts';
import { OddRows } from '#lib/import/bytes/odd-rows.ts';
import { RowBatch } from '#lib/import/bytes/row-batch.ts';
import { Utf8Source } from '#lib/import/bytes/utf8-source.ts';
import { LineEnds, TextPieces } from '#lib/import/decode.ts';
import { ByteFeed } from '#lib/import/feeds/byte-feed.ts';
import type { FeedMaker } from '#lib/import/feeds/feed-for.ts';
import { TextFeed } from '#lib/import/feeds/text-feed.ts';
import { importOrders, type ImportedOrders } from '#lib/import/import-orders.ts';
import { DelimitedTokenizer } from '#lib/import/tokenizers/delimited.ts';
import { RowTaker } from '#lib/import/tokenizers/row-taker.ts';
import type { Cut as Cutting } from '#lib/import/tokenizers/scan-row.ts';

/** The feed whose cells are strings, and the one whose cells are places in bytes. */
export const textFeed: FeedMaker = (source, collected) => new TextFeed(source, collected);
export const byteFeed: FeedMaker = (source, collected) => new ByteFeed(source, collected);

/** A file that is streamed in pieces of `size` bytes, whatever the platform would give. */
export function inPieces(bytes: Uint8Array<ArrayBuffer>, size: number): Blob {
	const file = new Blob([bytes]);
	file.stream = () => {
		let at = 0;
		return new ReadableStream({
			pull(controller) {
				if (at >= bytes.length) controller.close();
				else controller.enqueue(bytes.slice(at, at + size));
				at += size;
			}
		});
	};
	return file;
}

/** Everything that an import gave, or the code and params it was refused with. */
export type Outcome = ImportedOrders | { readonly refused: string; readonly params: unknown };

export async function outcome(file: Blob, recipe: ImportRecipe, feed: FeedMaker): Promise<Outcome> {
	try {
		return await importOrders(file, 'x', recipe, {}, feed);
	} catch (error) {
		if (error instanceof CoreError) return { refused: error.code, params: error.params };
		throw error;
	}
}

/** A hash over every byte of every column and all else that an import gave: equal hashes, equal imports. */
export function digest(value: unknown): string {
	const hash = createHash('sha256');
	const walk = (part: unknown): void => {
		if (ArrayBuffer.isView(part)) {
			hash.update(`${part.constructor.name}:${part.byteLength}:`);
			hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
		} else if (Array.isArray(part)) {
			hash.update(`[${part.length}`);
			part.forEach(walk);
		} else if (part !== null && typeof part === 'object') {
			for (const [key, item] of Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) {
				hash.update(`.${key}=`);
				walk(item);
			}
		} else hash.update(`${typeof part}:${String(part)};`);
	};
	walk(value);
	return hash.digest('hex');
}

/** A row as a tokenizer gives it. */
interface Cut {
	readonly cells: readonly string[];
	readonly line: number;
	readonly unclosed: boolean;
}

const cutting = (delimiter: string, quote: string): Cutting => ({
	delimiter,
	quote: quote as Cutting['quote']
});

/** Rows of UTF-8 by decoding it, and cutting the text. */
export function cutByText(bytes: Uint8Array, delimiter: string, quote: string, size: number): Cut[] {
	const pieces = new TextPieces('utf-8');
	const ends = new LineEnds();
	const tokenizer = new DelimitedTokenizer(new RowTaker(cutting(delimiter, quote)));
	const found: Cut[] = [];
	const push = (text: string, last: boolean): void => {
		const { rows, lines, unclosed } = tokenizer.push(ends.push(text, last), last);
		rows.forEach((cells, i) => found.push({ cells, line: lines[i] ?? 0, unclosed: unclosed.has(i) }));
	};
	for (let at = 0; at < bytes.length; at += size) push(pieces.push(bytes.subarray(at, at + size)), false);
	push(pieces.finish(), true);
	return found;
}

/** Rows of UTF-8 by its bytes, odd ones by their text; plain ones of a width, if one is given, many at a time. */
export function cutByBytes(
	bytes: Uint8Array,
	delimiter: string,
	quote: string,
	size: number,
	width = 0
): Cut[] {
	const source = new Utf8Source('utf-8');
	const rows = new ByteRows(source, delimiter, quote);
	const batch = width === 0 ? null : new RowBatch(source, rows.delimiter, quote, width);
	const taker = new RowTaker(cutting(delimiter, quote));
	const odd = new OddRows(source, taker);
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	const found: Cut[] = [];
	const textAt = (from: number | undefined, to: number | undefined): string =>
		decoder.decode(source.bytes.subarray(from, to));
	const takeBatch = (): boolean => {
		const count = batch?.take(rows.line, Infinity) ?? 0;
		for (let row = 0; row < count && batch !== null; row++) {
			const { from, to, stride } = batch;
			const cells = Array.from({ length: width }, (_, i) =>
				textAt(from[i * stride + row], to[i * stride + row])
			);
			found.push({ cells, line: rows.line++, unclosed: false });
		}
		return count > 0;
	};
	const take = (last: boolean): void => {
		for (;;) {
			if (takeBatch()) continue;
			if (!rows.look(last)) return;
			const { line } = rows;
			if (rows.odd || (rows.lines > 1 && taker.isSpent(line))) {
				const taken = odd.take(line, last);
				if (taken === null) return rows.wait();
				found.push({ cells: taken.row.cells, line, unclosed: taken.row.unclosed });
				rows.skip(taken.bytes, taken.row.lines);
				continue;
			}
			rows.take();
			const cells = Array.from({ length: rows.count }, (_, i) => textAt(rows.from[i], rows.to[i]));
			found.push({ cells, line, unclosed: false });
		}
	};
	for (let at = 0; at < bytes.length; at += size) {
		source.push(bytes.subarray(at, at + size));
		take(false);
	}
	source.finish();
	take(true);
	source.close();
	return found;
}
