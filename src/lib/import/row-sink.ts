import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import type { RowCells } from './row-cells.ts';

/** What takes the rows of a file, one after the other: the collector, or what stands before it. */
export interface RowSink {
	/** Rows taken so far. */
	readonly sourceRows: number;
	/** Whether it was told how many rows to expect. */
	readonly isExpecting: boolean;
	/** Makes room for so many rows in all; more may come. */
	expect(rows: number): void;
	/** Rows of another sheet follow; called where several are read together. */
	beginSheet?(name: string): void;
	/** A row of the source that is none of the table's, and why. */
	setApart(cells: RowCells, line: number, code: IssueCode): void;
	/** One row of the table. `damaged`: it may have undecodable bytes. `remark`: what is to be said of it if it stays. */
	add(cells: RowCells, line: number, damaged: boolean, remark: IssueCode | null): void;
}
