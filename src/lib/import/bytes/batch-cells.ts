import type { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import type { Keys } from '#lib/core/columns/key-words.ts';
import {
	APOSTROPHE,
	bareText,
	BLANK,
	EQUALS,
	LONGEST_NO_VALUE,
	mayBeNoValue,
	type BareText
} from './bare-text.ts';
import { ByteCells } from './byte-cells.ts';
import { BatchRow, type RowBatch } from './row-batch.ts';

/** Codes of the cells of a batch, column by column: what `ByteCells` gives of them row by row. */
export class BatchCells {
	/** The row that was gone to last, for those who read row by row. */
	readonly row: BatchRow;
	readonly #cells: ByteCells;
	readonly #batch: RowBatch;
	readonly #bare: BareText = { from: 0, to: 0, exact: true };
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

	/** `key` of a column in the first `count` of `rows`, which ascend, into `codes` from `at` on. */
	keys(
		column: number,
		rows: Int32Array,
		count: number,
		into: DictionaryBuilder,
		codes: Uint32Array,
		at: number
	): void {
		into.internAll(this.#keys(column, rows, count, true), count, codes, at);
		for (const i of this.#odd) codes[at + i] = this.at(rows[i] as number).key(column, into);
	}

	/** `label` of a column in the first `count` of `rows`, which ascend, into `codes` from `at` on. */
	labels(
		column: number,
		rows: Int32Array,
		count: number,
		into: DictionaryBuilder,
		codes: Uint32Array,
		at: number
	): void {
		into.internAll(this.#keys(column, rows, count, false), count, codes, at);
		for (const i of this.#odd) codes[at + i] = this.at(rows[i] as number).label(column, into);
	}

	/** The bare texts of a column: where they stand in the batch, if that is what they are, and all its rows are asked for. */
	#keys(column: number, rows: Int32Array, count: number, isKey: boolean): Keys {
		const batch = this.#batch;
		if (this.#odd.length > 0) this.#odd.length = 0;
		const first = rows[0] as number;
		if (!batch.isBare(column, isKey) || rows[count - 1] !== first + count - 1) {
			this.#place(column, rows, count, isKey);
			return batch.keysAt(batch.memory.keyFrom, batch.memory.keyTo);
		}
		const at = column * batch.stride + first;
		return batch.keysAt(batch.from.subarray(at, at + count), batch.to.subarray(at, at + count));
	}

	/** Finds the bare texts of a column; those that have to be decoded, or may mean that there is no value, become odd. */
	#place(column: number, rows: Int32Array, count: number, isKey: boolean): void {
		const { bytes, stride, from: starts, to: ends } = this.#batch;
		const { keyFrom: from, keyTo: to } = this.#batch.memory;
		const bare = this.#bare;
		for (let i = 0; i < count; i++) {
			const cell = column * stride + (rows[i] as number);
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
