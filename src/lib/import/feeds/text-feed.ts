import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import type { Breather } from '../breather.ts';
import { LineEnds, TextPieces, UNDECODABLE } from '../decode.ts';
import { PIECE_UNITS } from '../limits.ts';
import type { Verdict } from '../line-judge.ts';
import type { RowSink } from '../row-sink.ts';
import { TableCutter } from '../table-cutter.ts';
import { TextCells } from '../text-cells.ts';
import { RowGate } from './row-gate.ts';
import { ROWS_A_TURN, type RowFeed } from './row-feed.ts';

/**
 * Decodes bytes and cuts the text into cells that are strings: every format, and the measure of all other feeds.
 * Text is gathered before it is cut, for streams give small chunks, and each cut has its costs.
 */
export class TextFeed implements RowFeed {
	readonly #text: TextPieces;
	readonly #gate: RowGate;
	readonly #cells = new TextCells();
	readonly #lineEnds = new LineEnds();
	readonly #cutter: TableCutter;
	#waiting: string[] = [];
	#waitingUnits = 0;
	#damaged = false;

	constructor(source: TextFormat, collected: RowSink) {
		this.#text = new TextPieces(source.encoding);
		this.#cutter = new TableCutter(source);
		this.#gate = new RowGate(collected);
	}

	get blankLines(): number {
		return this.#gate.blankLines;
	}

	async push(bytes: Uint8Array, breather: Breather): Promise<void> {
		for (let from = 0; from < bytes.length; from += PIECE_UNITS) {
			const text = this.#text.push(bytes.subarray(from, from + PIECE_UNITS));
			this.#waiting.push(text);
			this.#waitingUnits += text.length;
			if (this.#waitingUnits >= PIECE_UNITS) await this.#cut(false, breather);
		}
	}

	async finish(breather: Breather): Promise<void> {
		this.#waiting.push(this.#text.finish());
		await this.#cut(true, breather);
	}

	async #cut(last: boolean, breather: Breather): Promise<void> {
		const text = this.#lineEnds.push(this.#waiting.join(''), last);
		this.#waiting = [];
		this.#waitingUnits = 0;
		// From the first damage on each row is looked at: one may have begun in the piece before.
		this.#damaged ||= text.includes(UNDECODABLE);
		const { rows, lines, verdicts } = this.#cutter.push(text, last);
		for (let i = 0; i < rows.length; i++) {
			const cells = this.#cells.of(rows[i] as readonly string[]);
			this.#gate.pass(verdicts[i] as Verdict, cells, lines[i] as number, this.#damaged);
			if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await breather.pause();
		}
	}
}
