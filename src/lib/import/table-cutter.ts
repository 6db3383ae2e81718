import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import { basketRows } from './baskets.ts';
import type { LineJudge, Verdict } from './line-judge.ts';
import { LEARNT_UNITS, type TableShape } from './repair/table-shape.ts';
import { startOfTable } from './table-start.ts';
import { tokenizerFor } from './tokenizer.ts';
import type { TokenBatch, Tokenizer } from './tokenizers/tokenizer.ts';

/** Rows of a piece of text, each with what it is. */
export interface CutBatch {
	readonly rows: readonly (readonly string[])[];
	/** Physical line, from 1, on which each row starts. */
	readonly lines: readonly number[];
	readonly verdicts: readonly Verdict[];
}

const NOTHING: CutBatch = { rows: [], lines: [], verdicts: [] };

/** Rows as they were cut, each with what it is. */
export function judged(cut: TokenBatch, judge: LineJudge): CutBatch {
	const { rows, lines, unclosed, repaired, doubtful } = cut;
	const verdicts = rows.map((cells, i) => {
		const row = {
			cells,
			unclosed: unclosed.has(i),
			repaired: repaired.get(i) ?? null,
			doubtful: doubtful.has(i)
		};
		return judge.of(row, lines[i] as number);
	});
	return { rows, lines, verdicts };
}

/**
 * From text to the rows of a table, by a format: what the review, the import and the measuring script all do. The
 * shape of the table is learnt from the start of the text, the same whatever pieces it comes in; then each row is
 * taken, repaired or set apart, once.
 */
export class TableCutter {
	readonly #format: TextFormat;
	#waiting = '';
	#tools: { readonly tokenizer: Tokenizer; readonly judge: LineJudge } | null = null;
	/** What the rows have in common, once enough of the text is known. */
	shape: TableShape | null = null;
	/** The rows of the last piece as they were cut, before they were judged; null as long as there are none. */
	tokens: TokenBatch | null = null;

	constructor(format: TextFormat) {
		this.#format = format;
	}

	/** The rows of the next piece of text. Line ends are LF or CRLF. */
	push(piece: string, last: boolean): CutBatch {
		let text = piece;
		if (this.#tools === null) {
			this.#waiting += piece;
			if (!last && this.#waiting.length < LEARNT_UNITS) return NOTHING;
			text = this.#waiting;
			this.#waiting = '';
		}
		this.#tools ??= this.#start(text);
		const { tokenizer, judge } = this.#tools;
		const cut = tokenizer.push(text, last);
		this.tokens = cut;
		return this.#format.baskets === true ? basketRows(cut, this.#format.skipRows) : judged(cut, judge);
	}

	#start(text: string): { tokenizer: Tokenizer; judge: LineJudge } {
		const { shape, taker, judge } = startOfTable(text, this.#format);
		this.shape = shape;
		return { tokenizer: tokenizerFor(this.#format, taker), judge };
	}
}
