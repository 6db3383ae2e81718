import type { GridReader, GridSheet } from './grid.ts';
import { linesAbove } from './grid-header.ts';
import { CoreError } from '#lib/core/errors.ts';
import { firstRows, GLANCED_ROWS, padded, type Read } from './first-rows.ts';

/** A header: what stands in its row, and how many lines lie above it. */
interface Header {
	readonly above: number;
	readonly names: readonly string[];
}

/** A sheet with the columns of another, and its first rows. */
interface SheetLike {
	readonly name: string;
	readonly rows: readonly (readonly string[])[];
	readonly typed: readonly (readonly boolean[])[];
	/** Rows of it, about. */
	readonly count: number;
}

/** A sheet that was not chosen and cannot be read is like no other, and no reason to stop. */
function unreadable(error: unknown): Read {
	if (!(error instanceof CoreError) || error.code === 'cancelled') throw error;
	return { rows: [], lines: [], typed: [], whole: true };
}

/** Sheets that are looked at, at most. */
const MOST_SHEETS = 60;

/** The texts of a header, without empty cells at its end. */
export function namesIn(row: readonly string[] = []): readonly string[] {
	const names = row.map((name) => name.trim());
	while (names.at(-1) === '') names.pop();
	return names;
}

/** The other visible sheets of a workbook that have a header of the same columns on the same line. */
export async function sheetsLike(grid: GridReader, sheet: GridSheet, header: Header): Promise<SheetLike[]> {
	const alike: SheetLike[] = [];
	for (const other of grid.sheets.slice(0, MOST_SHEETS)) {
		if (other === sheet || other.hidden || other.name === null) continue;
		const read = padded(await firstRows(grid, other, GLANCED_ROWS).catch(unreadable));
		if (read.rows.length === 0 || linesAbove(read, other) !== header.above) continue;
		const at = read.lines.findIndex((line) => line > header.above);
		if (namesIn(read.rows[at]).join('\n') !== header.names.join('\n')) continue;
		const rows = read.rows.slice(at + 1);
		const typed = read.typed.slice(at + 1);
		const count = Math.max(rows.length, (other.rows ?? 0) - header.above - 1);
		if (rows.length > 0) alike.push({ name: other.name, rows, typed, count });
	}
	return alike;
}
