import type { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import type { Keys } from '#lib/core/columns/key-table.ts';
import { ByteCells, LONGEST_NO_VALUE, mayBeNoValue } from './byte-cells.ts';
import { bareText, type BareText } from './bare-text.ts';
import { BatchRow, MOST_BATCH_ROWS, type RowBatch } from './row-batch.ts';

const APOSTROPHE = 39;
const EQUALS = 61;
const BLANK = 32;

/** Codes of the cells of a batch, column by column: what `ByteCells` gives of them row by row. */
export class BatchCells {
	/** The row that was gone to last, for those who read row by row. */
	readonly row: BatchRow;
	readonly #cells: ByteCells;
	readonly #batch: RowBatch;
	readonly #bare: BareText = { from: 0, to: 0, exact: true };
	readonly #from = new Int32Array(MOST_BATCH_ROWS);
	readonly #to = new Int32Array(MOST_BATCH_ROWS);
	/** Cells of the column that cannot be coded from where they stand, as places in the list of rows. */
	readonly #odd: number[] = [];

	constructor(batch: RowBatch) {
		this.#batch = batch;
		this.row = new BatchRow(batch);
		this.#cells = new ByteCells(batch, this.row);
	}

	/** The cells of one row. */
	at(row: number): ByteCells {
		this.row.at(row);
		return this.#cells;
	}

	/** `key` of a column in the first `count` of `rows`, into `codes` from `at` on. */
	keys(
		column: number,
		rows: Int32Array,
		count: number,
		into: DictionaryBuilder,
		codes: Uint32Array,
		at: number
	): void {
		this.#place(column, rows, count, true);
		into.internAll(this.#keys(), count, codes, at);
		for (const i of this.#odd) codes[at + i] = this.at(rows[i] as number).key(column, into);
	}

	/** `label` of a column in the first `count` of `rows`, into `codes` from `at` on. */
	labels(
		column: number,
		rows: Int32Array,
		count: number,
		into: DictionaryBuilder,
		codes: Uint32Array,
		at: number
	): void {
		this.#place(column, rows, count, false);
		into.internAll(this.#keys(), count, codes, at);
		for (const i of this.#odd) codes[at + i] = this.at(rows[i] as number).label(column, into);
	}

	#keys(): Keys {
		const { bytes, view } = this.#batch;
		return { bytes, view, from: this.#from, to: this.#to };
	}

	/** Finds the bare texts of a column; those that have to be decoded, or may mean that there is no value, become odd. */
	#place(column: number, rows: Int32Array, count: number, isKey: boolean): void {
		const { bytes, width, from: starts, to: ends } = this.#batch;
		const from = this.#from;
		const to = this.#to;
		const bare = this.#bare;
		if (this.#odd.length > 0) this.#odd.length = 0;
		for (let i = 0; i < count; i++) {
			const cell = (rows[i] as number) * width + column;
			let start = starts[cell] as number;
			let end = ends[cell] as number;
			const first = bytes[start] as number;
			const last = bytes[end - 1] as number;
			const isBare =
				first > BLANK &&
				first < 0x80 &&
				last > BLANK &&
				last < 0x80 &&
				first !== APOSTROPHE &&
				first !== EQUALS;
			if (start < end && !isBare) {
				bareText(bytes, start, end, bare);
				start = bare.from;
				end = bare.exact ? bare.to : -1;
			}
			if (end < 0 || (isKey && end - start <= LONGEST_NO_VALUE && mayBeNoValue(bytes[start] as number))) {
				end = start;
				this.#odd.push(i);
			}
			from[i] = start;
			to[i] = end;
		}
	}
}
