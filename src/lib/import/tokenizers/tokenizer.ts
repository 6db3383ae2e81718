import type { RepairCode } from '../repair/repair-row.ts';

/** Rows cut from a piece of text. */
export interface TokenBatch {
	/** Cells as text, quotes removed, nothing else changed. */
	readonly rows: readonly (readonly string[])[];
	/** Physical line, from 1, on which each row starts. */
	readonly lines: readonly number[];
	/** Rows (by position in this batch) whose quote was never closed: a single line, cut at the delimiters. */
	readonly unclosed: ReadonlySet<number>;
	/** What was done to rows (by position in this batch) that did not fit as they stood. */
	readonly repaired: ReadonlyMap<number, RepairCode>;
	/** Rows (by position) whose width or quotes are not the table's, and which could not be repaired. */
	readonly doubtful: ReadonlySet<number>;
}

/**
 * Text in, rows out: pieces may end anywhere, also inside a quoted cell; what is not complete is kept for the next
 * piece.
 */
export interface Tokenizer {
	push(text: string, last: boolean): TokenBatch;
}
