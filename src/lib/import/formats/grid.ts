import type { GridContainer } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { GRID_SECONDS, MAX_CELLS, MAX_COLUMNS } from '../limits.ts';

/** A block of cells that was joined into one; its text is in the first. Lines from 1, columns from 0. */
export interface Merge {
	readonly line: number;
	readonly column: number;
	readonly lines: number;
	readonly columns: number;
}

/** A sheet of a workbook, a table of a page, a list of records. */
export interface GridSheet {
	/** Null where the only table has no name. */
	readonly name: string | null;
	/** Rows with cells; null where they were not counted. */
	readonly rows: number | null;
	readonly hidden: boolean;
	/** Merged cells of the first rows: what a header may be made of. */
	readonly merges: readonly Merge[];
}

/** Rows of text, with where they come from. */
export interface GridBatch {
	readonly rows: readonly (readonly string[])[];
	/** Line of each row in its sheet, from 1. The names that a file itself gives its columns are line 0. */
	readonly lines: readonly number[];
	/** Per row, whether each cell is a number, date or truth value by type and not by its look. */
	readonly typed: readonly (readonly boolean[])[];
}

/** A file that tells its cells apart, opened. */
export interface GridReader {
	readonly container: GridContainer;
	readonly sheets: readonly GridSheet[];
	/** Columns have names that are no row of the table. */
	readonly named: boolean;
	/**
	 * The rows of a sheet, once through, in batches small enough to breathe between. `names` are the columns of the
	 * recipe: readers of records put each value under its name.
	 *
	 * @throws CoreError as the reader's own file says; `grid-too-large`, `grid-deadline`.
	 */
	rows(sheet: string | null, names: readonly string[] | null): AsyncGenerator<GridBatch, void>;
	/** How much of the file was read, and of how much, in bytes. */
	progress(): { readonly done: number; readonly total: number };
}

/**
 * The sheet of a name.
 *
 * @throws CoreError `sheet-not-found` {sheet}
 */
export function sheetNamed<T extends { readonly name: string | null }>(
	sheets: readonly T[],
	name: string | null
): T {
	const found = sheets.find((sheet) => sheet.name === name);
	if (found === undefined) throw new CoreError('sheet-not-found', { sheet: name ?? '' });
	return found;
}

/** Rows gathered into batches, with the bounds that keep a hostile file from filling the memory or the day. */
export class BatchBuilder {
	#rows: (readonly string[])[] = [];
	#lines: number[] = [];
	#typed: (readonly boolean[])[] = [];
	#cells = 0;
	readonly #until = performance.now() + GRID_SECONDS * 1000;

	/** @throws CoreError `grid-too-large`, `grid-deadline` */
	add(row: readonly string[], line: number, typed: readonly boolean[]): void {
		this.#cells += row.length;
		if (this.#cells > MAX_CELLS || row.length > MAX_COLUMNS) {
			throw new CoreError('grid-too-large', { limit: MAX_CELLS });
		}
		this.#rows.push(row);
		this.#lines.push(line);
		this.#typed.push(typed);
	}

	/** Begins another part of a file that is bounded by itself. */
	beginPart(): void {
		this.#cells = 0;
	}

	/** Throws when the time is over. */
	checkTime(): void {
		if (performance.now() > this.#until) throw new CoreError('grid-deadline', { seconds: GRID_SECONDS });
	}

	get size(): number {
		return this.#rows.length;
	}

	/** What was gathered since the last time. */
	take(): GridBatch {
		this.checkTime();
		const batch = { rows: this.#rows, lines: this.#lines, typed: this.#typed };
		this.#rows = [];
		this.#lines = [];
		this.#typed = [];
		return batch;
	}
}

/** A row under construction: cells may come in any place, those between are empty. */
export class RowBuilder {
	cells: string[] = [];
	typed: boolean[] = [];

	/** A cell in a place that no sheet has stands at its edge, far beside any table. */
	set(place: number, text: string, typed: boolean): void {
		const column = Math.min(place, MAX_COLUMNS - 1);
		while (this.cells.length < column) {
			this.cells.push('');
			this.typed.push(false);
		}
		this.cells[column] = text;
		this.typed[column] = typed;
	}

	/** Starts over with a new row. */
	clear(): void {
		this.cells = [];
		this.typed = [];
	}
}
