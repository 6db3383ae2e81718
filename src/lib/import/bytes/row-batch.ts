import type { Keys } from '#lib/core/columns/key-words.ts';
import { CoreError } from '#lib/core/errors.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { APOSTROPHE, BLANK, EQUALS, mayBeNoValue } from './bare-text.ts';
import type { ByteMemory } from './byte-memory.ts';
import type { ByteBuffer, PlacedCells } from './placed-cells.ts';
import type { Utf8Source } from './utf8-source.ts';

/** Cells of a batch at most: what is known of them and their bytes stay near while column after column is read. */
const MOST_CELLS = 2 ** 14;
/** Rows of a batch at most, whatever their width; as assembly/layout.ts says. */
export const MOST_BATCH_ROWS = 2 ** 11;
/** Places between columns, so that cells of a row do not all fall into the same few lines of the nearest cache. */
const GAP = 16;
/** Columns up to which there is room for the gaps. */
const MOST_PARTED = 1024;

/** What the first and last bytes of a column's cells say: there may be something to take off, or a word for no value. */
const MAY_BE_WRAPPED = 1;
const MAY_BE_NO_VALUE = 2;

/** By byte at the edge of a cell. */
const edgeKinds = Uint8Array.from({ length: 256 }, (_, byte) => {
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
	/** Rows at hand. */
	count = 0;
	/** Physical line of the first, from 1. */
	line = 1;
	readonly delimiter: number;
	readonly #source: Utf8Source;
	readonly memory: ByteMemory;
	readonly #quote: number;
	readonly #most: number;

	/** Throws `recipe-invalid` for rows wider than the memory has room for. */
	constructor(source: Utf8Source, delimiter: number, quote: string, width: number) {
		if (width > MAX_COLUMNS) throw new CoreError('recipe-invalid', { path: 'columns' });
		this.#source = source;
		this.memory = source.memory;
		this.delimiter = delimiter;
		this.width = width;
		this.#most = Math.max(1, Math.min(MOST_BATCH_ROWS, Math.floor(MOST_CELLS / width)));
		this.stride = this.#most + (width <= MOST_PARTED ? GAP : 0);
		this.#quote = quote === '' ? delimiter : quote.charCodeAt(0);
		this.memory.edgeKinds.set(edgeKinds);
	}

	get from(): Int32Array {
		return this.memory.from;
	}

	get to(): Int32Array {
		return this.memory.to;
	}

	/** By row: whether a cell of it was quoted. */
	get quoted(): Uint8Array {
		return this.memory.quoted;
	}

	get bytes(): Uint8Array {
		return this.#source.bytes;
	}

	get view(): DataView {
		return this.#source.view;
	}

	/** Whether all cells of a column are text as it stands; for keys also: whether none may be a word for no value. */
	isBare(column: number, isKey: boolean): boolean {
		const edge = this.memory.edges[column] as number;
		return (edge & MAY_BE_WRAPPED) === 0 && !(isKey && edge !== 0);
	}

	/** Takes the next rows from the source, down to line `lastLine` at most, and gives how many; 0 when the next row is another. */
	take(line: number, lastLine: number): number {
		this.line = line;
		this.count = 0;
		const source = this.#source;
		const { code, edges } = this.memory;
		if (source.start < source.damagedTo) return 0;
		edges.fill(0, 0, this.width);
		const most = Math.min(this.#most, lastLine - line + 1);
		const { width, stride, delimiter } = this;
		this.count = code.cutRows(source.start, source.ready, most, width, 4 * stride, delimiter, this.#quote);
		source.start = code.next.value;
		return this.count;
	}

	/** Keys whose places stand in lists of the memory. */
	keysAt(from: Int32Array, to: Int32Array): Keys {
		const { memory } = this;
		const { bytes, view } = memory;
		return { bytes, view, from, to, read: (start, end) => memory.readKeys(from, to, start, end) };
	}

	/** Three words of hash for each of the rows from .. to − 1, as `hashRange` gives them. They are others with the next call. */
	hashes(from: number, to: number): Uint32Array {
		const { code, from: starts, to: ends, rowHashes } = this.memory;
		const last = (this.width - 1) * this.stride;
		code.hashRows(starts.byteOffset + 4 * from, ends.byteOffset + 4 * (last + from), to - from);
		return rowHashes;
	}

	/** The times of day in a column, by row; −1 where a cell has other than 19 bytes, of which the last nine are a blank or a T and hh:mm:ss. */
	times(column: number): Int32Array {
		const { code, from, to, times } = this.memory;
		const at = 4 * column * this.stride;
		code.readTimes(from.byteOffset + at, to.byteOffset + at, this.count);
		return times;
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
