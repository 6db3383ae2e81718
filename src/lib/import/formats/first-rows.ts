import { CoreError } from '#lib/core/errors.ts';
import type { GridReader, GridSheet } from './grid.ts';

/** Rows read to understand a sheet. */
export const READ_ROWS = 20_000;
/** Rows read of each sheet to find the one with the orders, or those that are like it. */
export const GLANCED_ROWS = 30;

/** Rows of a sheet that have a text, with their lines. */
export interface Read {
	readonly rows: readonly (readonly string[])[];
	readonly lines: readonly number[];
	readonly typed: readonly (readonly boolean[])[];
	/** Whether this is all of the sheet. */
	readonly whole: boolean;
}

/** The first rows of a sheet that have a text. */
export async function firstRows(grid: GridReader, sheet: GridSheet, most: number): Promise<Read> {
	const rows: (readonly string[])[] = [];
	const lines: number[] = [];
	const typed: (readonly boolean[])[] = [];
	for await (const batch of grid.rows(sheet.name, null)) {
		for (const [i, row] of batch.rows.entries()) {
			if (!row.some((cell) => cell.trim() !== '')) continue;
			if (rows.length >= most) return { rows, lines, typed, whole: false };
			rows.push(row);
			lines.push(batch.lines[i] as number);
			typed.push(batch.typed[i] ?? []);
		}
	}
	if (rows.length === 0) throw new CoreError('table-not-found', { container: grid.container.toUpperCase() });
	return { rows, lines, typed, whole: true };
}

/** Sheets leave out what is empty at a row's end. */
export function padded(read: Read): Read {
	const width = read.rows.reduce((most, row) => Math.max(most, row.length), 0);
	// A single cell far out must not make every row as wide.
	const cells = width * read.rows.length;
	if (cells > 20 * READ_ROWS * 10) return read;
	return { ...read, rows: read.rows.map((row) => padRow(row, width)) };
}

/** A row with as many cells as there are columns, at least. */
export function padRow(row: readonly string[], width: number): readonly string[] {
	return row.length >= width ? row : [...row, ...new Array<string>(width - row.length).fill('')];
}

/** A sheet without rows is no candidate and no reason to stop; anything else is. */
export function nothing(error: unknown): Read {
	if (error instanceof CoreError && error.code === 'table-not-found')
		return { rows: [], lines: [], typed: [], whole: true };
	throw error;
}
