import { APOSTROPHE, BLANK, EQUALS, mayBeNoValue } from './bare-text.ts';
import type { ByteBuffer, PlacedCells } from './placed-cells.ts';
import type { Utf8Source } from './utf8-source.ts';

const LF = 10;
const CR = 13;

/** The lowest bit of each of four bytes, and the highest. */
const ONES = 0x01010101;
const TOP_BITS = 0x80808080 | 0;
/** A byte above all that end lines, four times. */
const ABOVE_LINE_ENDS = (CR + 1) * ONES;

/** Cells of a batch at most: what is known of them and their bytes stay near while column after column is read. */
const MOST_CELLS = 2 ** 14;
/** Rows of a batch at most, whatever their width. */
export const MOST_BATCH_ROWS = 2 ** 11;
/** Places between columns, so that cells of a row do not all fall into the same few lines of the nearest cache. */
const GAP = 16;

/** What a byte is to whoever cuts; 0 for the many that stand in cells. */
const DELIMITER = 1;
const LINE_END = 2;
const RETURN = 3;
const QUOTE = 4;

/** What the first and last bytes of a column's cells say: there may be something to take off, or a word for no value. */
const MAY_BE_WRAPPED = 1;
const MAY_BE_NO_VALUE = 2;

/** By byte at the edge of a cell. */
const edges = Uint8Array.from({ length: 256 }, (_, byte) => {
	const isBare = byte > BLANK && byte < 0x80 && byte !== APOSTROPHE && byte !== EQUALS;
	return (isBare ? 0 : MAY_BE_WRAPPED) | (mayBeNoValue(byte) ? MAY_BE_NO_VALUE : 0);
});

/**
 * Rows in which there is nothing to think about, many at a time: of one width, each on a line of its own, without a
 * quote but around whole cells, and none within. Where a row is any other, the batch ends before it.
 *
 * Cells are places in the bytes of the source, without their quotes, column by column: those of column c begin at
 * c × stride.
 */
export class RowBatch implements ByteBuffer {
	readonly width: number;
	readonly stride: number;
	readonly from: Int32Array;
	readonly to: Int32Array;
	/** By row: whether a cell of it was quoted. */
	readonly quoted: Uint8Array;
	/** Rows at hand. */
	count = 0;
	/** Physical line of the first, from 1. */
	line = 1;
	readonly delimiter: number;
	readonly #source: Utf8Source;
	readonly #kinds = new Uint8Array(256);
	/** The delimiter and the quote, four times each. */
	readonly #delimiters: number;
	readonly #quotes: number;
	readonly #most: number;
	/** By column, what the edges of its cells are. */
	readonly #edges: Uint8Array;

	constructor(source: Utf8Source, delimiter: number, quote: string, width: number) {
		this.#source = source;
		this.delimiter = delimiter;
		this.width = width;
		this.#most = Math.max(1, Math.min(MOST_BATCH_ROWS, Math.floor(MOST_CELLS / width)));
		this.stride = this.#most + GAP;
		this.from = new Int32Array(this.stride * width);
		this.to = new Int32Array(this.stride * width);
		this.quoted = new Uint8Array(this.#most);
		this.#edges = new Uint8Array(width);
		this.#kinds[LF] = LINE_END;
		this.#kinds[CR] = RETURN;
		if (quote !== '') this.#kinds[quote.charCodeAt(0)] = QUOTE;
		this.#kinds[delimiter] = DELIMITER;
		this.#delimiters = delimiter * ONES;
		this.#quotes = quote === '' ? this.#delimiters : quote.charCodeAt(0) * ONES;
	}

	get bytes(): Uint8Array {
		return this.#source.bytes;
	}

	get view(): DataView {
		return this.#source.view;
	}

	/** Whether all cells of a column are text as it stands; for keys also: whether none may be a word for no value. */
	isBare(column: number, isKey: boolean): boolean {
		const edge = this.#edges[column] as number;
		return (edge & MAY_BE_WRAPPED) === 0 && !(isKey && edge !== 0);
	}

	/** Takes the next rows from the source, down to line `lastLine` at most, and gives how many; 0 when the next row is another. */
	take(line: number, lastLine: number): number {
		this.line = line;
		this.count = 0;
		this.#edges.fill(0);
		const source = this.#source;
		if (source.start < source.damagedTo) return 0;
		const most = Math.min(this.#most, lastLine - line + 1);
		const { ready } = source;
		for (let at = source.start; this.count < most && at < ready; this.count++) {
			const next = this.#cut(at, ready);
			if (next < 0) break;
			at = next;
			source.start = next;
		}
		return this.count;
	}

	/** Cuts the row at a place and gives the place behind it; −1 when it is no plain one. */
	#cut(start: number, ready: number): number {
		const { bytes, view } = this.#source;
		const { from, to, stride, width, count: row } = this;
		const kinds = this.#kinds;
		const edgesOf = this.#edges;
		const delimiters = this.#delimiters;
		const quotes = this.#quotes;
		let column = 0;
		let isQuoted = 0;
		for (let i = start; ; i++) {
			let begin = i;
			let kind = 0;
			while (kind === 0) {
				// Four bytes at once: (x − 1) & ~x has a top bit where a byte of x is 0, and the lowest of these is never wrong.
				const word = view.getInt32(i, true);
				const one = word ^ delimiters;
				const two = word ^ quotes;
				const marks =
					(((word - ABOVE_LINE_ENDS) & ~word) | ((one - ONES) & ~one) | ((two - ONES) & ~two)) & TOP_BITS;
				if (marks === 0) i += 4;
				else {
					i += (31 - Math.clz32(marks & -marks)) >>> 3;
					kind = kinds[bytes[i] as number] as number;
					// A tab, say.
					if (kind === 0) i++;
				}
			}
			let end = i;
			if (kind === QUOTE) {
				if (i !== begin) return -1;
				isQuoted = 1;
				begin = ++i;
				// Delimiters may stand in quotes; line ends are looked into elsewhere.
				while ((kind = kinds[bytes[i] as number] as number) <= DELIMITER) i++;
				if (kind !== QUOTE) return -1;
				end = i;
				kind = kinds[bytes[++i] as number] as number;
				if (kind === 0 || kind === QUOTE) return -1;
			}
			const cell = column * stride + row;
			from[cell] = begin;
			to[cell] = end;
			edgesOf[column] =
				(edgesOf[column] as number) |
				(edges[bytes[begin] as number] as number) |
				((edges[bytes[end - 1] as number] as number) & MAY_BE_WRAPPED);
			column++;
			if (kind === DELIMITER) {
				if (column === width) return -1;
				continue;
			}
			// There is a line end at `ready` at the latest.
			if (column !== width || i > ready) return -1;
			this.quoted[row] = isQuoted;
			if (i === ready || kind === LINE_END) return Math.min(i + 1, ready);
			return bytes[i + 1] === LF && i + 1 < ready ? i + 2 : -1;
		}
	}
}

/** One row of a batch at a time, for those who read row by row. */
export class BatchRow implements PlacedCells {
	readonly from: Int32Array;
	readonly to: Int32Array;
	readonly count: number;
	start = 0;
	end = 0;
	quoted = false;
	readonly delimiter: number;
	readonly #batch: RowBatch;

	constructor(batch: RowBatch) {
		this.#batch = batch;
		this.count = batch.width;
		this.from = new Int32Array(batch.width);
		this.to = new Int32Array(batch.width);
		this.delimiter = batch.delimiter;
	}

	/** Goes to a row. */
	at(row: number): void {
		const { from, to, quoted, width, stride } = this.#batch;
		for (let i = 0, cell = row; i < width; i++, cell += stride) {
			this.from[i] = from[cell] as number;
			this.to[i] = to[cell] as number;
		}
		this.start = this.from[0] as number;
		this.end = this.to[width - 1] as number;
		this.quoted = quoted[row] === 1;
	}
}
