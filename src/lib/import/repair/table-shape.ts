import { findersFor, scanRow, type Cut, type ScannedRow } from '../tokenizers/scan-row.ts';
import { filledIn } from '../filled-in.ts';
import { beginsTotal } from '../total-words.ts';
import { ColumnShape } from './column-shape.ts';

/** Rows that a shape is learnt from, at most and at least. */
const MOST_ROWS = 1_000;
const LEAST_ROWS = 4;

/** Text that a shape is learnt from: the first so many units, whatever pieces the text comes in. */
export const LEARNT_UNITS = 2 ** 17;

/** A table in which fewer rows than this have the commonest width has no width. */
const COMMON_SHARE = 0.5;

/** Of them, at least this many must have the width of the first row instead. */
const LEAST_SHARE = 0.05;

/** What the rows of a table have in common: how many cells, and what stands in each column. */
export interface TableShape {
	readonly width: number;
	readonly columns: readonly ColumnShape[];
	/** Rows that it was learnt from. */
	readonly rows: number;
}

/** The text that a shape is learnt from: the first whole lines; all of it when it is short. */
export function learntFrom(text: string): string {
	return text.length <= LEARNT_UNITS ? text : text.slice(0, text.lastIndexOf('\n', LEARNT_UNITS - 1) + 1);
}

/**
 * Learns the shape of a table from the start of its text, below the first `above` physical lines; null when the rows
 * are too few or too unlike. Rows with stray quotes are not learnt from. Linear in the text.
 */
export function learnShape(start: string, cut: Cut, above: number): TableShape | null {
	const text = learntFrom(start);
	const rows: ScannedRow[] = [];
	const finders = findersFor(text, cut);
	let line = 1;
	for (let at = 0; at < text.length && rows.length < MOST_ROWS;) {
		const row = scanRow(text, at, cut, finders);
		if (row.end < 0) break;
		if (line > above && row.strays === 0 && row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
		line += 1 + row.breaks;
		at = row.end;
	}
	return shapeOf(rows);
}

/** The shape that most of `rows` have. Sums have cells that no other row has, and lack others: they are not learnt from. */
export function shapeOf(rows: readonly Pick<ScannedRow, 'cells' | 'quoted'>[]): TableShape | null {
	const counts = new Map<number, number>();
	for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	let [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
	// Where texts hold the delimiter, rows differ, and the first one knows how many cells there should be.
	if (count < COMMON_SHARE * rows.length) {
		width = rows[0]?.cells.length ?? 0;
		count = counts.get(width) ?? 0;
		if (count < LEAST_SHARE * rows.length) return null;
	}
	if (width < 2 || count < LEAST_ROWS) return null;
	const even = withoutNotes(rows).filter(({ cells }) => cells.length === width && !beginsTotal(cells));
	if (even.length < LEAST_ROWS) return null;
	const columns = Array.from(
		{ length: width },
		(_, i) =>
			new ColumnShape(
				even.map(({ cells }) => cells[i] as string),
				even.map(({ quoted }) => quoted[i] === true)
			)
	);
	return { width, columns, rows: even.length };
}

/** Rows at the end in which a single cell is filled: notes below a table, of whatever width its sheet gave them. */
export function withoutNotes<Row extends Pick<ScannedRow, 'cells'>>(rows: readonly Row[]): readonly Row[] {
	let end = rows.length;
	while (end > 0 && filledIn((rows[end - 1] as Row).cells) === 1) end--;
	return end > 0 ? rows.slice(0, end) : rows;
}
