import { CoreError } from '#lib/core/errors.ts';
import { MAX_LINE_UNITS, MAX_LOST_QUOTES, MAX_ROW_UNITS } from '../limits.ts';
import type { RepairCode, RowRepairer } from '../repair/repair-row.ts';
import { findersFor, scanRow, type Cut, type Finders } from './scan-row.ts';
import type { TokenBatch, Tokenizer } from './tokenizer.ts';

/** Which physical lines name the columns: the first rows with a text in them below `above` lines. */
export interface HeaderPlace {
	readonly above: number;
	readonly rows: number;
}

interface Found {
	readonly rows: (readonly string[])[];
	readonly lines: number[];
	readonly unclosed: Set<number>;
	readonly repaired: Map<number, RepairCode>;
	readonly doubtful: Set<number>;
}

/**
 * Delimited text with quotes, of any delimiter. A row cut by the end of a piece is carried over. A quote that is
 * never closed, or that swallows lines and leaves a row of another width, costs the one line it stands on, not the
 * rest of the file. With a repairer, rows that do not fit are repaired where that can be done in one way only.
 */
export class DelimitedTokenizer implements Tokenizer {
	readonly #cut: Cut;
	readonly #repairer: RowRepairer | null;
	readonly #header: HeaderPlace;
	#rest = '';
	#line = 1;
	/** Length that the carried text must reach before it is worth another look. */
	#waitFor = 0;
	#lostQuotes = 0;
	#headerRows = 0;

	constructor(cut: Cut, repairer: RowRepairer | null = null, header: HeaderPlace = { above: 0, rows: 0 }) {
		this.#cut = cut;
		this.#repairer = repairer;
		this.#header = header;
	}

	push(piece: string, last: boolean): TokenBatch {
		const found: Found = {
			rows: [],
			lines: [],
			unclosed: new Set(),
			repaired: new Map(),
			doubtful: new Set()
		};
		const text = this.#rest + piece;
		if (!last && text.length < this.#waitFor) {
			this.#rest = text;
			return found;
		}
		this.#waitFor = 0;
		let finders = findersFor(text, this.#cut);
		let at = 0;
		while (at < text.length) {
			const next = this.#row(text, at, last, finders, found);
			if (next === -1) break;
			// After a step back the searches begin anew.
			if (next < -1) finders = findersFor(text, this.#cut);
			at = next < -1 ? -next - 2 : next;
		}
		this.#rest = text.slice(at);
		if (this.#rest.length > MAX_LINE_UNITS) throw new CoreError('file-unreadable', { line: this.#line });
		// Looking again only when the text has doubled keeps a very long row linear.
		if (this.#rest.length > MAX_ROW_UNITS / 4 && found.rows.length === 0)
			this.#waitFor = 2 * this.#rest.length;
		return found;
	}

	/**
	 * Takes the row at `at` and says where the next one begins; −1 when the row is not complete, −2 − n when the next
	 * one begins at n and lies before what was already searched.
	 */
	#row(text: string, at: number, last: boolean, finders: Finders, found: Found): number {
		const lineEnd = finders.newline.next(at);
		if (lineEnd >= text.length && !last && this.#cut.quote === '') return -1;
		if (finders.quote.next(at) >= lineEnd && this.#cut.escape === undefined) {
			if (lineEnd >= text.length && !last) return -1;
			const line = lineOf(text, at, lineEnd);
			this.#plain(line, line.split(this.#cut.delimiter), found);
			return Math.min(lineEnd + 1, text.length);
		}
		const row = scanRow(text, at, this.#cut, finders);
		const open = row.end < 0;
		const cutOff = !last && (open || (row.end >= text.length && !text.endsWith('\n')));
		if (cutOff && text.length - at <= MAX_ROW_UNITS) return -1;
		if (cutOff && lineEnd >= text.length) {
			// One physical line: it may be as long as a line may be.
			if (open && this.#cut.quote !== '') this.#waitFor = 2 * (text.length - at);
			return -1;
		}
		const over = open || cutOff || (row.breaks > 0 && row.end - at > MAX_ROW_UNITS);
		if (!over && (this.#repairer?.accepts(row) ?? true)) {
			this.#take(row.cells, found);
			this.#line += row.breaks;
			return row.end;
		}
		const line = lineOf(text, at, lineEnd);
		const spread = over || row.breaks > 0;
		const fixed = this.#repair(line, found);
		if (fixed) return spread ? -2 - Math.min(lineEnd + 1, text.length) : row.end;
		const torn = this.#repairer !== null && row.strays > 0 && row.cells.length !== this.#repairer.shape.width;
		if (over || (spread && torn)) {
			if (++this.#lostQuotes > MAX_LOST_QUOTES) throw new CoreError('file-unreadable', { line: this.#line });
			found.unclosed.add(found.rows.length);
			this.#take(line.split(this.#cut.delimiter), found);
			return -2 - Math.min(lineEnd + 1, text.length);
		}
		found.doubtful.add(found.rows.length);
		this.#take(row.cells, found);
		this.#line += row.breaks;
		return row.end;
	}

	/** A line without quotes. */
	#plain(line: string, cells: readonly string[], found: Found): void {
		const repairer = this.#repairer;
		if (repairer !== null && cells.length !== repairer.shape.width && line.trim() !== '') {
			if (this.#repair(line, found)) return;
			found.doubtful.add(found.rows.length);
		}
		this.#take(cells, found);
	}

	#repair(line: string, found: Found): boolean {
		if (this.#repairer === null || this.#line <= this.#header.above) return false;
		const fixed = this.#repairer.repair(line, this.#headerRows < this.#header.rows);
		if (fixed === null) return false;
		found.repaired.set(found.rows.length, fixed.code);
		this.#take(fixed.cells, found);
		return true;
	}

	#take(cells: readonly string[], found: Found): void {
		if (
			this.#headerRows < this.#header.rows &&
			this.#line > this.#header.above &&
			cells.some((cell) => cell.trim() !== '')
		) {
			this.#headerRows++;
		}
		found.rows.push(cells);
		found.lines.push(this.#line++);
	}
}

/** The physical line without its end. */
function lineOf(text: string, at: number, lineEnd: number): string {
	return text.slice(at, lineEnd > at && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd);
}
