import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import type { RepairCode } from './repair/repair-row.ts';
import type { TableShape } from './repair/table-shape.ts';
import { RowSieve } from './row-sieve.ts';
import type { TakenRow } from './tokenizers/row-taker.ts';

/** Where the table lies within the rows of a file. */
export type RowLayout = Pick<TextFormat, 'header' | 'skipRows' | 'headerRows' | 'endLine'>;

/** What a row of the file is. */
export const LineKind = { ROW: 0, BLANK: 1, HEADER: 2, ABOVE: 3, REJECTED: 4 } as const;
export type LineKind = (typeof LineKind)[keyof typeof LineKind];

/** What there is to say of a row that stays. */
export type RowRemark = RepairCode | 'quote-stray' | 'cell-stray';

/** What a row of the file is, and why it is apart or what is to be said of it. */
export interface Verdict {
	readonly kind: LineKind;
	/** Why a row is not one of the table's. */
	readonly rejected: IssueCode | null;
	/** What was done to a row so that it fits, or that a quote in it is odd. */
	readonly remark: RowRemark | null;
}

const verdictOf = (kind: LineKind): Verdict => ({ kind, rejected: null, remark: null });
export const ROW = verdictOf(LineKind.ROW);
export const BLANK = verdictOf(LineKind.BLANK);
const HEADER = verdictOf(LineKind.HEADER);
const ABOVE = verdictOf(LineKind.ABOVE);
/** A row of which nobody can say where it ends. */
export const UNCLOSED: Verdict = { kind: LineKind.REJECTED, rejected: 'quote-unclosed', remark: null };

/**
 * Says of each row of a file, in order, what it is: above the table, its header, blank, a row, or none of its rows
 * although it stands among them.
 */
export class LineJudge {
	readonly sieve: RowSieve;
	readonly #shape: TableShape | null;
	readonly #above: number;
	#headerRows: number;

	constructor(format: RowLayout, shape: TableShape | null) {
		this.#shape = shape;
		this.#above = format.skipRows;
		this.#headerRows = headerRowsOf(format);
		this.sieve = new RowSieve(shape, format.endLine);
	}

	/** Whether rows on this line and below it are neither above the table nor its header. */
	isBelowHeader(line: number): boolean {
		return this.#headerRows === 0 && line > this.#above;
	}

	/** A row as it was taken from the text. */
	of(row: Pick<TakenRow, 'cells' | 'unclosed' | 'repaired' | 'doubtful'>, line: number): Verdict {
		const { cells } = row;
		// The names that a file itself gives its columns are line 0, and are not above the table.
		if (line <= this.#above && line > 0) return ABOVE;
		if (isBlank(cells)) return BLANK;
		if (this.#headerRows > 0) {
			// A rule between names and rows, or between names, names nothing.
			if (this.sieve.codeOf(cells, line, false) === 'row-separator') return BLANK;
			this.#headerRows--;
			this.sieve.setHeader(cells);
			return row.repaired === null ? HEADER : { ...HEADER, remark: row.repaired };
		}
		if (row.unclosed) return UNCLOSED;
		const code = this.sieve.codeOf(cells, line, row.doubtful);
		if (code !== null) return { kind: LineKind.REJECTED, rejected: code, remark: null };
		// A row of the right width is in doubt only for its quotes.
		const stray = row.doubtful && cells.length === this.#shape?.width;
		const short = row.doubtful && this.#shape !== null && cells.length < this.#shape.width;
		const remark = stray ? 'quote-stray' : short ? 'repaired-short' : row.repaired;
		return remark === null ? ROW : { ...ROW, remark };
	}
}

/** How many rows name the columns. */
export const headerRowsOf = (format: RowLayout): number => (format.header ? (format.headerRows ?? 1) : 0);

/** A row without a text in any cell, as spreadsheets leave them below a table. */
function isBlank(cells: readonly string[]): boolean {
	for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
	return true;
}
