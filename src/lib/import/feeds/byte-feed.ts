import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import type { Breather } from '../breather.ts';
import { ByteCells } from '../bytes/byte-cells.ts';
import { ByteRows } from '../bytes/byte-rows.ts';
import { FirstText } from '../bytes/first-text.ts';
import { OddRows } from '../bytes/odd-rows.ts';
import { Utf8Source } from '../bytes/utf8-source.ts';
import { WrittenRow } from '../bytes/written-row.ts';
import { evenLines } from '../decode.ts';
import { PIECE_UNITS } from '../limits.ts';
import { startOfTable, type TableStart } from '../table-start.ts';
import type { RowSink } from '../row-sink.ts';
import { LEARNT_UNITS } from '../repair/table-shape.ts';
import { RowGate } from './row-gate.ts';
import { ROWS_A_TURN, type RowFeed } from './row-feed.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const MAX_BYTES_PER_UNIT = 3;

/** What is known once the start of the file is: how its rows are taken and judged. */
interface Known extends TableStart {
	readonly odd: OddRows;
	/** Cells of a row of the table; 0 when they have no common width. */
	readonly width: number;
}

/**
 * Cuts bytes into cells that are places in them, and reads codes, numbers and dates from there: no string is made of a
 * cell that is written plainly. A row that is not cut plainly, or that may be none of the table's, is taken from its
 * text and judged as the feed of text does it.
 */
export class ByteFeed implements RowFeed {
	readonly #format: TextFormat;
	readonly #source: Utf8Source;
	readonly #rows: ByteRows;
	readonly #cells: ByteCells;
	readonly #written: WrittenRow;
	readonly #writtenCells: ByteCells;
	readonly #gate: RowGate;
	#known: Known | null = null;
	#first: FirstText | null = null;

	constructor(format: TextFormat, collected: RowSink) {
		this.#format = format;
		this.#source = new Utf8Source(format.encoding);
		this.#rows = new ByteRows(this.#source, format.delimiter, format.quote);
		this.#cells = new ByteCells(this.#source, this.#rows);
		this.#written = new WrittenRow(this.#rows.delimiter);
		this.#writtenCells = new ByteCells(this.#written, this.#written);
		this.#gate = new RowGate(collected);
	}

	/** Whether a format's structure can be seen in its bytes, once they are UTF-8: one ASCII character parts cells. */
	static canRead({ delimiter, quote, escape }: TextFormat): boolean {
		if (escape !== undefined) return false;
		return /^[\0-\x7f]$/.test(delimiter) && !/["\r\n]/.test(delimiter) && delimiter !== quote;
	}

	get blankLines(): number {
		return this.#gate.blankLines;
	}

	async push(bytes: Uint8Array, breather: Breather): Promise<void> {
		for (let from = 0; from < bytes.length; from += PIECE_UNITS) {
			this.#source.push(bytes.subarray(from, from + PIECE_UNITS));
			await this.#read(false, breather);
		}
	}

	async finish(breather: Breather): Promise<void> {
		this.#source.finish();
		await this.#read(true, breather);
	}

	async #read(last: boolean, breather: Breather): Promise<void> {
		this.#known ??= this.#start(last);
		if (this.#known === null) return;
		while (this.#readSome(this.#known, last)) await breather.pause();
	}

	/** What the start of the file shows; null when there is too little of it yet. */
	#start(last: boolean): Known | null {
		const { bytes, start, ready } = this.#source;
		if (!last && ready - start < LEARNT_UNITS) return null;
		const end = Math.min(ready, start + MAX_BYTES_PER_UNIT * LEARNT_UNITS);
		const text = evenLines(decoder.decode(bytes.subarray(start, end)));
		if (!last && text.length < LEARNT_UNITS) return null;
		const known = startOfTable(text, this.#format);
		return { ...known, odd: new OddRows(this.#source, known.taker), width: known.shape?.width ?? 0 };
	}

	/** Some rows; false when there are no more for now. */
	#readSome(known: Known, last: boolean): boolean {
		for (let i = 0; i < ROWS_A_TURN; i++) if (!this.#readRow(known, last)) return false;
		return true;
	}

	#readRow(known: Known, last: boolean): boolean {
		const rows = this.#rows;
		if (!rows.look(last)) return false;
		const { line, damaged } = rows;
		if (this.#isPlain(known)) {
			rows.take();
			this.#first ??= new FirstText(known.judge.sieve.beginnings);
			if (line <= known.endLine && !this.#first.matches(this.#source, rows))
				this.#gate.passPlain(this.#cells, line, damaged);
			else {
				const row = { cells: this.#cells.texts(), unclosed: false, repaired: null, doubtful: false };
				this.#gate.pass(known.judge.of(row, line), this.#cells, line, damaged);
			}
			return true;
		}
		const found = known.odd.take(line, last);
		if (found === null) {
			rows.wait();
			return false;
		}
		rows.skip(found.bytes, found.row.lines);
		this.#written.of(found.row.cells);
		this.#gate.pass(known.judge.of(found.row, line), this.#writtenCells, line, damaged);
		return true;
	}

	/** Whether the row is cut as its text would be, with nothing to repair and nothing to doubt. */
	#isPlain({ judge, taker, width }: Known): boolean {
		const rows = this.#rows;
		if (rows.odd || !judge.isBelowHeader(rows.line)) return false;
		if (rows.lines > 1 && taker.isSpent(rows.line)) return false;
		return width === 0 || rows.count === width || rows.start === rows.end;
	}
}
