import { CoreError } from '#lib/core/errors.ts';
import { MAX_LINE_UNITS, MAX_ROW_UNITS } from '../limits.ts';
import type { RepairCode } from '../repair/repair-row.ts';
import type { RowTaker } from './row-taker.ts';
import type { TokenBatch, Tokenizer } from './tokenizer.ts';

/** Delimited text with quotes, piece by piece: a row cut by the end of a piece is carried over. */
export class DelimitedTokenizer implements Tokenizer {
	readonly #taker: RowTaker;
	#rest = '';
	#line = 1;
	/** Length that the carried text must reach before it is worth another look. */
	#waitFor = 0;

	constructor(taker: RowTaker) {
		this.#taker = taker;
	}

	push(piece: string, last: boolean): TokenBatch {
		const rows: (readonly string[])[] = [];
		const lines: number[] = [];
		const unclosed = new Set<number>();
		const repaired = new Map<number, RepairCode>();
		const doubtful = new Set<number>();
		const text = this.#rest + piece;
		this.#rest = text;
		if (!last && text.length < this.#waitFor) return { rows, lines, unclosed, repaired, doubtful };
		this.#taker.begin(text);
		let at = 0;
		while (at < text.length) {
			const row = this.#taker.take(at, this.#line, last);
			if (row === null) break;
			if (row.unclosed) unclosed.add(rows.length);
			if (row.doubtful) doubtful.add(rows.length);
			if (row.repaired !== null) repaired.set(rows.length, row.repaired);
			rows.push(row.cells);
			lines.push(this.#line);
			this.#line += row.lines;
			at = row.end;
		}
		this.#rest = text.slice(at);
		if (this.#rest.length > MAX_LINE_UNITS) throw new CoreError('file-unreadable', { line: this.#line });
		// Looking again only when the text has doubled keeps a very long row linear.
		const long = this.#rest.length > MAX_ROW_UNITS / 4 && rows.length === 0;
		this.#waitFor = long ? 2 * this.#rest.length : 0;
		return { rows, lines, unclosed, repaired, doubtful };
	}
}
