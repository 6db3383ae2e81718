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

/** The tokenizer for a format. `newline` is the character that ends lines in this text. */
export function tokenizerFor(format: SourceFormat, newline: '\n' | '\r'): Tokenizer {
	return format.delimiter === BLANKS
		? new BlankTokenizer(newline)
		: new PapaTokenizer(format.delimiter, format.quote, newline);
}

/**
 * The character that ends lines: a lone CR only where the text has no LF at all, as old Macintosh files do.
 * The CR of CRLF is taken off by the tokenizer.
 *
 * @example
 * newlineOf('a,b\r1,2\r') // => '\r'
 */
export function newlineOf(text: string): '\n' | '\r' {
	return text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
}
