import type { SourceFormat } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { RowRepairer, type RepairCode } from './repair/repair-row.ts';
import { learnShape, LEARNT_UNITS, type TableShape } from './repair/table-shape.ts';
import { RowSieve } from './row-sieve.ts';
import { BLANKS, tokenizerFor } from './tokenizer.ts';
import type { Tokenizer } from './tokenizers/tokenizer.ts';

/** What a line of the file is. */
export const LineKind = { ROW: 0, BLANK: 1, HEADER: 2, ABOVE: 3, REJECTED: 4 } as const;
export type LineKind = (typeof LineKind)[keyof typeof LineKind];

/** Rows of a piece of text, each with what it is. */
export interface CutBatch {
	readonly rows: readonly (readonly string[])[];
	/** Physical line, from 1, on which each row starts. */
	readonly lines: readonly number[];
	readonly kinds: readonly LineKind[];
	/** By position: why a row is not one of the table's. */
	readonly rejected: ReadonlyMap<number, IssueCode>;
	/** By position: what was done to a row so that it fits, or that a quote in it is odd. */
	readonly repaired: ReadonlyMap<number, RowRemark>;
}

/** What there is to say of a row that stays. */
export type RowRemark = RepairCode | 'quote-stray';

const NOTHING: CutBatch = { rows: [], lines: [], kinds: [], rejected: new Map(), repaired: new Map() };

/**
 * From text to the rows of a table, by a format: what the review, the import and the measuring script all do. The
 * shape of the table is learnt from the start of the text, the same whatever pieces it comes in; then each row is
 * taken, repaired or set apart, once.
 */
export class TableCutter {
	readonly #format: SourceFormat;
	#waiting = '';
	#tokenizer: Tokenizer | null = null;
	#sieve: RowSieve | null = null;
	#headerRows: number;
	/** What the rows have in common, once enough of the text is known. */
	shape: TableShape | null = null;

	constructor(format: SourceFormat) {
		this.#format = format;
		this.#headerRows = headerRowsOf(format);
	}

	/** The rows of the next piece of text. Line ends are LF or CRLF. */
	push(piece: string, last: boolean): CutBatch {
		let text = piece;
		if (this.#tokenizer === null) {
			this.#waiting += piece;
			if (!last && this.#waiting.length < LEARNT_UNITS) return NOTHING;
			text = this.#waiting;
			this.#waiting = '';
			this.#start(text);
		}
		const batch = (this.#tokenizer as Tokenizer).push(text, last);
		const kinds: LineKind[] = [];
		const rejected = new Map<number, IssueCode>();
		for (let i = 0; i < batch.rows.length; i++) {
			const code = batch.unclosed.has(i) ? 'quote-unclosed' : null;
			kinds.push(
				this.#kindOf(
					i,
					batch.rows[i] as readonly string[],
					batch.lines[i] as number,
					batch.doubtful.has(i),
					code,
					rejected
				)
			);
		}
		const repaired = new Map<number, RowRemark>(batch.repaired);
		// A row of the right width is in doubt only for its quotes.
		for (const i of batch.doubtful)
			if (kinds[i] === LineKind.ROW && batch.rows[i]?.length === this.shape?.width)
				repaired.set(i, 'quote-stray');
		return { rows: batch.rows, lines: batch.lines, kinds, rejected, repaired };
	}

	#start(text: string): void {
		const { delimiter, skipRows, endLine } = this.#format;
		this.shape = delimiter === BLANKS ? null : learnShape(text, this.#format, skipRows);
		const repairer = this.shape === null ? null : new RowRepairer(this.shape, this.#format);
		this.#tokenizer = tokenizerFor(this.#format, repairer);
		this.#sieve = new RowSieve(this.shape, endLine);
	}

	#kindOf(
		at: number,
		cells: readonly string[],
		line: number,
		doubtful: boolean,
		lost: IssueCode | null,
		rejected: Map<number, IssueCode>
	): LineKind {
		if (line <= this.#format.skipRows) return LineKind.ABOVE;
		if (isBlank(cells)) return LineKind.BLANK;
		const sieve = this.#sieve as RowSieve;
		if (this.#headerRows > 0) {
			// A rule between names and rows, or between names, names nothing.
			if (sieve.codeOf(cells, line, false) === 'row-separator') return LineKind.BLANK;
			this.#headerRows--;
			sieve.setHeader(cells);
			return LineKind.HEADER;
		}
		const code = lost ?? sieve.codeOf(cells, line, doubtful);
		if (code === null) return LineKind.ROW;
		rejected.set(at, code);
		return LineKind.REJECTED;
	}
}

/** How many rows name the columns. */
export const headerRowsOf = (format: SourceFormat): number => (format.header ? (format.headerRows ?? 1) : 0);

/** A row without a text in any cell, as spreadsheets leave them below a table. */
function isBlank(cells: readonly string[]): boolean {
	for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
	return true;
}
