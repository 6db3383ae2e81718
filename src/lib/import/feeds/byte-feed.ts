import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import type { Breather } from '../breather.ts';
import { ByteCells } from '../bytes/byte-cells.ts';
import { ByteRows } from '../bytes/byte-rows.ts';
import { Utf8Source } from '../bytes/utf8-source.ts';
import { PIECE_UNITS } from '../limits.ts';
import type { RowCollector } from '../row-collector.ts';
import { RowGate } from './row-gate.ts';
import { ROWS_A_TURN, type RowFeed } from './row-feed.ts';

/**
 * Cuts bytes into cells that are places in them, and reads codes, numbers and dates from there: no string is made of a
 * cell that is written plainly.
 */
export class ByteFeed implements RowFeed {
	readonly #source: Utf8Source;
	readonly #rows: ByteRows;
	readonly #cells: ByteCells;
	readonly #gate: RowGate;

	constructor(source: TextFormat, collected: RowCollector) {
		this.#source = new Utf8Source(source.encoding);
		this.#rows = new ByteRows(this.#source, source.delimiter, source.quote);
		this.#cells = new ByteCells(this.#source, this.#rows);
		this.#gate = new RowGate(source, collected);
	}

	/** Whether a format's structure can be seen in its bytes, once they are UTF-8: one ASCII character parts cells. */
	static canRead({ delimiter, quote }: TextFormat): boolean {
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
		while (this.#readSome(last)) await breather.pause();
	}

	/** Some rows; false when there are no more for now. */
	#readSome(last: boolean): boolean {
		const rows = this.#rows;
		for (let i = 0; i < ROWS_A_TURN; i++) {
			if (!rows.next(last)) return false;
			this.#gate.pass(this.#cells, rows.line, rows.unclosed, rows.damaged);
		}
		return true;
	}
}
