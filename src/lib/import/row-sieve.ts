import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import type { TableShape } from './repair/table-shape.ts';
import { filledIn } from './filled-in.ts';
import { isValue } from './repair/column-shape.ts';
import { beginsTotal, totalWords } from './total-words.ts';

/** A line drawn with characters. */
const ruleSigns = ['-', '=', '_', '*', '─', '━', '—', '+', '|', ':'];
const ruled = new RegExp(`^[${ruleSigns.join('')}]{2,}$`, 'u');

/** Columns of the shape that are filled in each row. */
const always = (shape: TableShape): number[] =>
	shape.columns.flatMap((column, i) => (column.emptySeen ? [] : [i]));

/**
 * Tells rows that stand in a table without being rows of it: rules, repeated headers, totals, notes, and all that
 * comes after the table's end.
 */
export class RowSieve {
	readonly #endLine: number;
	readonly #shape: TableShape | null;
	readonly #filledColumns: readonly number[];
	#header: string | null = null;

	constructor(shape: TableShape | null, endLine: number | undefined) {
		this.#shape = shape;
		this.#endLine = endLine ?? Infinity;
		this.#filledColumns = shape === null ? [] : always(shape);
	}

	/** The row that names the columns; the one next to the data if there are several. */
	setHeader(cells: readonly string[]): void {
		const filled = cells.filter((cell) => cell.trim() !== '');
		this.#header = filled.length < 2 || filled.some(isValue) ? null : keyOf(cells);
	}

	/**
	 * With what the first text of a row begins, in letters of any case, that `codeOf` may say something of although its
	 * width and its quotes are as they should be.
	 */
	get beginnings(): readonly string[] {
		const rules = ruleSigns.flatMap((sign) => ruleSigns.map((next) => sign + next));
		const header = this.#header === null ? [] : [this.#header.split(PARTED)[0] as string];
		return [...totalWords, ...rules, ...header];
	}

	/** Why a row with a text in it is none of the table's; null when it is one. `doubtful`: it has another width. */
	codeOf(cells: readonly string[], line: number, doubtful: boolean): IssueCode | null {
		if (line > this.#endLine) return 'row-after-table';
		const first = firstText(cells);
		if (ruled.test(first) && cells.every((cell) => cell.trim() === '' || ruled.test(cell.trim())))
			return 'row-separator';
		if (this.#header !== null && this.#header.startsWith(first) && keyOf(cells) === this.#header)
			return 'row-repeated-header';
		if (beginsTotal(cells) && this.#lacks(cells)) return 'row-total';
		if (!doubtful || this.#shape === null) return null;
		if (filledIn(cells) === 1 && this.#shape.width > 2) return 'row-note';
		const { width, columns } = this.#shape;
		const fits = cells.every((cell, i) => columns[i]?.loose(cell) ?? true);
		// Whether the cells that are there will do is for the reader of the columns to say, unless the last of them may be
		// cut off within a number.
		if (cells.length < width) return fits && !this.#isCutOff(cells) ? null : 'row-too-short';
		if (cells.length > width) return 'row-too-long';
		return fits ? null : 'quote-stray';
	}

	/** Whether a row ends in a value although columns follow that all other rows fill: 12 may have been 1234.50. */
	#isCutOff(cells: readonly string[]): boolean {
		const columns = this.#shape?.columns ?? [];
		const last = columns[cells.length - 1];
		return last?.values === true && columns.slice(cells.length).some((column) => !column.emptySeen);
	}

	/** Whether something is missing that all other rows have: a customer called Total is not a sum. */
	#lacks(cells: readonly string[]): boolean {
		return this.#filledColumns.some((column) => (cells[column] ?? '').trim() === '');
	}
}

/** Parts cells where a row is one text. */
const PARTED = '\u001f';

/** A row as one text, without the empty cells around it. */
function keyOf(cells: readonly string[]): string {
	const texts = cells.map((cell) => cell.trim());
	const from = texts.findIndex((text) => text !== '');
	let to = texts.length;
	while (to > 0 && texts[to - 1] === '') to--;
	return texts.slice(Math.max(0, from), to).join(PARTED);
}

function firstText(cells: readonly string[]): string {
	for (const cell of cells) {
		const text = cell.trim();
		if (text !== '') return text;
	}
	return '';
}
