import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import type { RowCells } from './row-cells.ts';

/** Takes the rows of a file from whichever feed reads it. The cells are the feed's own, and used again. */
export interface RowSink {
	/** Rows of the source so far. */
	readonly sourceRows: number;
	/** Whether it was told how many rows to expect. */
	readonly isExpecting: boolean;
	/** Makes room for so many rows in all; more may come. */
	expect(rows: number): void;
	/** A row of the source that is none of the table's, and why. */
	setApart(cells: RowCells, line: number, code: IssueCode): void;
	/** One row of the table. `damaged`: it may have undecodable bytes. `remark`: what is to be said of it if it stays. */
	add(cells: RowCells, line: number, damaged: boolean, remark: IssueCode | null): void;
}
