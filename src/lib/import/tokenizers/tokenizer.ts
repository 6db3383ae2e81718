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
