import { evenLines } from '../decode.ts';
import type { RowTaker, TakenRow } from '../tokenizers/row-taker.ts';
import type { Utf8Source } from './utf8-source.ts';

const LF = 10;
const CR = 13;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** A row that was taken from its text. */
export interface OddRow {
	readonly row: TakenRow;
	/** How much of the source it took. */
	readonly bytes: number;
}

/** Rows that have to be taken from their text, out of bytes: the line at hand is decoded, and more where that is not enough. */
export class OddRows {
	readonly #source: Utf8Source;
	readonly #taker: RowTaker;

	constructor(source: Utf8Source, taker: RowTaker) {
		this.#source = source;
		this.#taker = taker;
	}

	/** The row at the start of the source; null when more bytes are needed. Throws as `RowTaker.take`. */
	take(line: number, last: boolean): OddRow | null {
		const { bytes, start, ready } = this.#source;
		for (let end = this.#afterLine(start); ;) {
			const text = evenLines(decoder.decode(bytes.subarray(start, end)));
			this.#taker.begin(text);
			const row = this.#taker.take(0, line, last && end === ready);
			if (row !== null) {
				const whole = row.end >= text.length;
				return { row, bytes: whole ? end - start : encoder.encode(text.slice(0, row.end)).length };
			}
			if (end === ready) return null;
			end = this.#afterLine(Math.min(ready, start + 2 * (end - start)));
		}
	}

	/** Behind the line that a place is in. */
	#afterLine(from: number): number {
		const { bytes, ready } = this.#source;
		let at = from;
		while (at < ready && bytes[at] !== LF && bytes[at] !== CR) at++;
		if (at >= ready) return ready;
		return bytes[at] === CR && at + 1 < ready && bytes[at + 1] === LF ? at + 2 : at + 1;
	}
}
