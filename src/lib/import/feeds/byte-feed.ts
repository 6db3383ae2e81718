import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import type { Breather } from '../breather.ts';
import { BatchReader } from '../bytes/batch-reader.ts';
import { ByteCells } from '../bytes/byte-cells.ts';
import { ByteRows } from '../bytes/byte-rows.ts';
import { FirstText } from '../bytes/first-text.ts';
import { OddRows } from '../bytes/odd-rows.ts';
import type { PlacedCells } from '../bytes/placed-cells.ts';
import { RowBatch } from '../bytes/row-batch.ts';
import { Utf8Source } from '../bytes/utf8-source.ts';
import { WrittenRow } from '../bytes/written-row.ts';
import { evenLines } from '../decode.ts';
import { PIECE_UNITS } from '../limits.ts';
import { startOfTable, type TableStart } from '../table-start.ts';
import { RowCollector } from '../row-collector.ts';
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
	/** Null when rows have no width, or another than the recipe has columns. */
	readonly batch: RowBatch | null;
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
	#batches: BatchReader | null = null;
	/** The collector itself; null when steps stand before it, which see each row. */
	readonly #collected: RowCollector | null;

	constructor(format: TextFormat, collected: RowSink) {
		this.#format = format;
		this.#collected = collected instanceof RowCollector ? collected : null;
		this.#source = new Utf8Source(format.encoding);
		this.#rows = new ByteRows(this.#source, format.delimiter, format.quote);
		this.#cells = new ByteCells(this.#source, this.#rows);
		this.#written = new WrittenRow(this.#rows.delimiter);
		this.#writtenCells = new ByteCells(this.#written, this.#written);
		this.#gate = new RowGate(collected);
	}

	/** Whether a format's structure can be seen in its bytes, once they are UTF-8: one ASCII character parts cells. */
	static canRead({ delimiter, quote, escape, baskets }: TextFormat): boolean {
		if (escape !== undefined || baskets === true) return false;
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

	close(): void {
		this.#source.close();
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
		const width = known.shape?.width ?? 0;
		const isBatched = width > 0 && width === this.#collected?.plan.width;
		return {
			...known,
			odd: new OddRows(this.#source, known.taker),
			width,
			batch: isBatched ? new RowBatch(this.#source, this.#rows.delimiter, this.#format.quote, width) : null
		};
	}

	/** Some rows; false when there are no more for now. */
	#readSome(known: Known, last: boolean): boolean {
		for (let rows = 0; rows < ROWS_A_TURN;) {
			const plain = this.#readBatch(known);
			if (plain > 0) rows += plain;
			else if (this.#readRow(known, last)) rows++;
			else return false;
		}
		return true;
	}

	/** The rows up to the next that is not plain, or some of them; gives how many. */
	#readBatch(known: Known): number {
		const { batch, judge, endLine } = known;
		const { line } = this.#rows;
		if (batch === null || this.#collected === null || line > endLine || !judge.isBelowHeader(line)) return 0;
		const count = batch.take(line, endLine);
		if (count === 0) return 0;
		this.#rows.line += count;
		this.#first ??= new FirstText(judge.sieve.beginnings);
		this.#batches ??= new BatchReader(this.#collected, batch, this.#first);
		this.#batches.read((cells, places, at) => this.#passPlain(known, cells, places, at, false));
		return count;
	}

	/** A row that was cut as its text would be: of most, no more has to be asked. */
	#passPlain(
		{ judge, endLine }: Known,
		cells: ByteCells,
		places: PlacedCells,
		line: number,
		damaged: boolean
	): void {
		this.#first ??= new FirstText(judge.sieve.beginnings);
		if (line <= endLine && !this.#first.matches(this.#source, places))
			return this.#gate.passPlain(cells, line, damaged);
		const row = { cells: cells.texts(), unclosed: false, repaired: null, doubtful: false };
		this.#gate.pass(judge.of(row, line), cells, line, damaged);
	}

	#readRow(known: Known, last: boolean): boolean {
		const rows = this.#rows;
		if (!rows.look(last)) return false;
		const { line, damaged } = rows;
		if (this.#isPlain(known)) {
			rows.take();
			this.#passPlain(known, this.#cells, rows, line, damaged);
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
