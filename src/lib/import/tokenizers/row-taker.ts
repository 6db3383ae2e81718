import { CoreError } from '#lib/core/errors.ts';
import { MAX_AHEAD_UNITS, MAX_AHEAD_UNITS_A_LINE, MAX_LOST_QUOTES, MAX_ROW_UNITS } from '../limits.ts';
import type { RepairCode, RowRepairer } from '../repair/repair-row.ts';
import { findersFor, scanRow, type Cut, type Finders, type ScannedRow } from './scan-row.ts';

/** Which physical lines name the columns: the first rows with a text in them below `above` lines. */
export interface HeaderPlace {
	readonly above: number;
	readonly rows: number;
}

/** A row of the file, as far as its text alone can say what it is. */
export interface TakenRow {
	readonly cells: readonly string[];
	/** Where in the text the next row begins. */
	readonly end: number;
	/** Physical lines that the row takes. */
	readonly lines: number;
	/** Its quote never closed: a single line, cut at the delimiters. */
	readonly unclosed: boolean;
	/** What was done to it so that it fits. */
	readonly repaired: RepairCode | null;
	/** Its width or its quotes are not the table's, and it could not be repaired. */
	readonly doubtful: boolean;
}

/**
 * Takes rows from texts, one by one, in the order of the file: delimited text with quotes, of any delimiter. A quote that
 * is never closed, or that swallows lines and leaves a row of another width, costs the one line it stands on, not the
 * rest of the file. With a repairer, rows that do not fit are repaired where that can be done in one way only.
 *
 * What a row becomes depends on the rows before it and never on where pieces of text end.
 */
export class RowTaker {
	readonly #cut: Cut;
	readonly #repairer: RowRepairer | null;
	readonly #header: HeaderPlace;
	#text = '';
	#finders: Finders;
	#lostQuotes = 0;
	#headerRows = 0;
	/** Units looked at in vain, behind lines whose quotes seemed to go on. */
	#ahead = 0;

	constructor(cut: Cut, repairer: RowRepairer | null = null, header: HeaderPlace = { above: 0, rows: 0 }) {
		this.#cut = cut;
		this.#repairer = repairer;
		this.#header = header;
		this.#finders = findersFor('', cut);
	}

	/** Goes on with another text. It has no lone CR. */
	begin(text: string): void {
		this.#text = text;
		this.#finders = findersFor(text, this.#cut);
	}

	/** Whether so much was looked at in vain that a row on this line, and each below it, ends with its line. */
	isSpent(line: number): boolean {
		return this.#ahead > MAX_AHEAD_UNITS + MAX_AHEAD_UNITS_A_LINE * line;
	}

	/**
	 * The row that begins at `at`, on physical line `line`; null when more text is needed. `last`: there is no more.
	 *
	 * @throws CoreError `file-unreadable` {line}: more lost quotes than can be.
	 */
	take(at: number, line: number, last: boolean): TakenRow | null {
		const text = this.#text;
		const { newline, delimiter, quote } = this.#finders;
		const lineEnd = newline.next(at);
		if (lineEnd >= text.length && !last) return null;
		if (quote.next(at) >= lineEnd && this.#cut.escape === undefined) return this.#plain(at, lineEnd, line);
		// What is found from here on has to be found again if the row ends with its line after all.
		const found = [lineEnd, delimiter.next(at), quote.found] as const;
		const limit = this.isSpent(line) ? lineEnd : Math.max(at + MAX_ROW_UNITS, lineEnd);
		const row = scanRow(text, at, this.#cut, this.#finders, -1, limit);
		const open = row.end < 0;
		const cutOff = !last && (open || (row.end >= text.length && !text.endsWith('\n')));
		if (cutOff && text.length < limit) return null;
		const over = open || cutOff || (row.breaks > 0 && row.end - at > MAX_ROW_UNITS);
		if (!over && (this.#repairer?.accepts(row) ?? true)) return this.#whole(row, line, false);
		const spread = over || row.breaks > 0;
		const next = spread ? Math.min(lineEnd + 1, text.length) : row.end;
		const alone = lineOf(text, at, lineEnd);
		const fixed = this.#repair(alone, line);
		const torn = this.#repairer !== null && row.strays > 0 && row.cells.length !== this.#repairer.shape.width;
		if (fixed === null && !over && !(spread && torn)) return this.#whole(row, line, true);
		if (spread) {
			[newline.found, delimiter.found, quote.found] = found;
			const seen = Math.min(over && !last ? limit : open ? text.length : row.end, limit);
			this.#ahead += Math.max(0, Math.min(seen - at, MAX_ROW_UNITS) - (lineEnd - at));
		}
		if (fixed !== null) return this.#of(fixed.cells, next, line, { repaired: fixed.code });
		if (++this.#lostQuotes > MAX_LOST_QUOTES) throw new CoreError('file-unreadable', { line });
		return this.#of(alone.split(this.#cut.delimiter), next, line, { unclosed: true });
	}

	/** A line without quotes. */
	#plain(at: number, lineEnd: number, line: number): TakenRow {
		const repairer = this.#repairer;
		const next = Math.min(lineEnd + 1, this.#text.length);
		const alone = lineOf(this.#text, at, lineEnd);
		const cells = alone.split(this.#cut.delimiter);
		if (repairer === null || cells.length === repairer.shape.width || alone.trim() === '')
			return this.#of(cells, next, line);
		const fixed = this.#repair(alone, line);
		if (fixed !== null) return this.#of(fixed.cells, next, line, { repaired: fixed.code });
		return this.#of(cells, next, line, { doubtful: true });
	}

	#whole({ cells, end, breaks }: ScannedRow, line: number, doubtful: boolean): TakenRow {
		return this.#of(cells, end, line, { lines: 1 + breaks, doubtful });
	}

	#repair(alone: string, line: number): ReturnType<RowRepairer['repair']> {
		if (this.#repairer === null || line <= this.#header.above) return null;
		return this.#repairer.repair(alone, this.#headerRows < this.#header.rows);
	}

	#of(cells: readonly string[], end: number, line: number, more: Partial<TakenRow> = {}): TakenRow {
		const { above, rows } = this.#header;
		if (this.#headerRows < rows && line > above && cells.some((cell) => cell.trim() !== ''))
			this.#headerRows++;
		return {
			cells,
			end,
			lines: more.lines ?? 1,
			unclosed: more.unclosed ?? false,
			repaired: more.repaired ?? null,
			doubtful: more.doubtful ?? false
		};
	}
}

/** The physical line without its end. */
function lineOf(text: string, at: number, lineEnd: number): string {
	return text.slice(at, lineEnd > at && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd);
}
