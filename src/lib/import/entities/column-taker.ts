import type { ColumnValues } from '#lib/core/dataset/entity-table.ts';
import type { TableColumnPlan } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import type { RowCells } from '../row-cells.ts';

/** Rows that there is room for at first. */
export const FIRST_ROWS = 1024;

/** What stands in a column of numbers or dates where there is none, as other programs write it. */
export const noValue = /^(?:|na|n\/a|nan|none|null|nil|unknown|[-–—.?]+|无|未知|空)$/i;

/**
 * Takes one column, row by row: a cell is read first and kept only when its row is. `read` says what is wrong with the
 * cell, null when it is read or empty.
 */
export interface ColumnTaker {
	readonly plan: TableColumnPlan;
	read(cells: RowCells, line: number): IssueCode | null;
	/** Whether the cell that was read last holds a value. */
	isFilled(cells: RowCells): boolean;
	keep(cells: RowCells, row: number): void;
	build(rows: number): ColumnValues;
}

/** How large a column becomes that must hold a row. */
export const room = (size: number, row: number): number =>
	row < size ? size : Math.max(FIRST_ROWS, 2 * size);
