import type { ByteBuffer, PlacedCells } from './placed-cells.ts';
import type { Utf8Source } from './utf8-source.ts';

const LF = 10;
const CR = 13;
const ZERO = 48;

/** The lowest bit of each of four bytes, and the highest. */
const ONES = 0x01010101;
const TOP_BITS = 0x80808080 | 0;

/** Cells of a batch at most: what is known of them and their bytes stay near while column after column is read. */
const MOST_CELLS = 2 ** 14;
/** Rows of a batch at most, whatever their width. */
export const MOST_BATCH_ROWS = 2 ** 11;

/** What a byte is to whoever cuts; 0 for the many that stand in cells. */
const DELIMITER = 1;
const LINE_END = 2;
const RETURN = 3;
const MARK = 4;

/**
 * Rows in which there is nothing to think about, many at a time: of one width, each on a line of its own, without a
 * quote but around whole cells, and none within. Where a row is any other, the batch ends before it.
 *
 * Cells are places in the bytes of the source, without their quotes; those of row r are at r × width and behind.
 */
export class RowBatch implements ByteBuffer {
	readonly width: number;
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
	readonly #most: number;
	/** A byte above all that end a cell, four times; 0 when there are digits and letters below it. */
	readonly #below: number;

	constructor(source: Utf8Source, delimiter: number, quote: string, width: number) {
		this.#source = source;
		this.delimiter = delimiter;
		this.width = width;
		this.#most = Math.max(1, Math.min(MOST_BATCH_ROWS, Math.floor(MOST_CELLS / width)));
		this.from = new Int32Array(this.#most * width);
		this.to = new Int32Array(this.#most * width);
		this.quoted = new Uint8Array(this.#most);
		this.#kinds[LF] = LINE_END;
		this.#kinds[CR] = RETURN;
		if (quote !== '') this.#kinds[quote.charCodeAt(0)] = MARK;
		this.#kinds[delimiter] = DELIMITER;
		const highest = Math.max(delimiter, CR, quote === '' ? 0 : quote.charCodeAt(0));
		this.#below = highest < ZERO ? (highest + 1) * ONES : 0;
	}

	get bytes(): Uint8Array {
		return this.#source.bytes;
	}

	get view(): DataView {
		return this.#source.view;
	}

	/** Takes the next rows from the source, down to line `lastLine` at most, and gives how many; 0 when the next row is another. */
	take(line: number, lastLine: number): number {
		this.line = line;
		this.count = 0;
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
		const kinds = this.#kinds;
		const below = this.#below;
		const { from, to } = this;
		let cell = this.count * this.width;
		const cells = cell + this.width;
		let isQuoted = 0;
		for (let i = start; ; i++) {
			let begin = i;
			// There is a line end at `ready` at the latest.
			let kind = kinds[bytes[i] as number] as number;
			if (kind === MARK) {
				isQuoted = 1;
				begin = ++i;
				// Delimiters may stand in quotes; line ends are looked into elsewhere.
				while ((kind = kinds[bytes[i] as number] as number) <= DELIMITER) i++;
				if (kind !== MARK) return -1;
				to[cell] = i;
				kind = kinds[bytes[++i] as number] as number;
				if (kind === 0 || kind === MARK) return -1;
			} else {
				if (kind === 0 && below !== 0) {
					// Four bytes at once: (x − below) & ~x has a top bit where a byte of x is below `below`.
					let word = view.getInt32(i + 1);
					for (; ((word - below) & ~word & TOP_BITS) === 0; word = view.getInt32(i + 1)) i += 4;
				}
				while (kind === 0) kind = kinds[bytes[++i] as number] as number;
				if (kind === MARK) return -1;
				to[cell] = i;
			}
			from[cell++] = begin;
			if (kind === DELIMITER) {
				if (cell === cells) return -1;
				continue;
			}
			if (cell !== cells || i > ready) return -1;
			this.quoted[this.count] = isQuoted;
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
		const { from, to, quoted, width } = this.#batch;
		const first = row * width;
		for (let i = 0; i < width; i++) {
			this.from[i] = from[first + i] as number;
			this.to[i] = to[first + i] as number;
		}
		this.start = this.from[0] as number;
		this.end = this.to[width - 1] as number;
		this.quoted = quoted[row] === 1;
	}
}
