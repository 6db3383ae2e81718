import type { SourceFormat } from '#lib/core/dataset/recipe.ts';
import { BlankTokenizer } from './tokenizers/blanks.ts';
import { PapaTokenizer } from './tokenizers/papa.ts';

/** Rows cut from a piece of text. */
export interface TokenBatch {
	/** Cells as text, quotes removed, nothing else changed. */
	readonly rows: readonly (readonly string[])[];
	/** Physical line, from 1, on which each row starts. */
	readonly lines: readonly number[];
	/** Rows (by position in this batch) whose quote was never closed: a single line, cut at the delimiters. */
	readonly unclosed: ReadonlySet<number>;
}

/**
 * Text in, rows out. The seam where other ways of cutting stand beside PapaParse: pieces may end anywhere, also
 * inside a quoted cell; what is not complete is kept for the next piece.
 */
export interface Tokenizer {
	push(text: string, last: boolean): TokenBatch;
}

/** The format's delimiter that stands for runs of blanks. */
export const BLANKS = ' +';

/** The tokenizer for a format. Lines end with LF or CRLF; lone CRs were made even before (`LineEnds`). */
export function tokenizerFor(format: SourceFormat): Tokenizer {
	return format.delimiter === BLANKS
		? new BlankTokenizer()
		: new PapaTokenizer(format.delimiter, format.quote);
}
