import Papa from 'papaparse';
import { CoreError } from '#lib/core/errors.ts';
import { MAX_LINE_UNITS, MAX_LOST_QUOTES, MAX_ROW_UNITS } from '../limits.ts';
import type { TokenBatch, Tokenizer } from './tokenizer.ts';

/** What PapaParse's core parser gives; the package's types leave the constructor's use out. */
interface PapaResult {
	readonly data: string[][];
	readonly errors: readonly { readonly code: string; readonly row?: number }[];
	readonly meta: { readonly cursor: number };
}
interface PapaParser {
	parse(input: string, baseIndex: number, ignoreLastRow: boolean): PapaResult;
}
type PapaParserClass = new (config: {
	delimiter: string;
	newline: string;
	quoteChar?: string;
	escapeChar?: string;
	fastMode?: boolean;
}) => PapaParser;

const NEWLINE = '\n';

/**
 * Delimited text through PapaParse, fed with decoded strings only (given a file it breaks characters at the seams
 * of its chunks). A row cut by the end of a piece is carried over. A quote that is never closed costs the one line
 * it stands on, not the rest of the file.
 */
export class PapaTokenizer implements Tokenizer {
	readonly #parser: PapaParser;
	readonly #delimiter: string;
	readonly #quote: string;
	#rest = '';
	#line = 1;
	/** Length that the carried text must reach before it is worth another look. */
	#waitFor = 0;
	#lostQuotes = 0;

	constructor(delimiter: string, quote: string) {
		const Parser = Papa.Parser as unknown as PapaParserClass;
		this.#parser = new Parser(
			quote === ''
				? { delimiter, newline: NEWLINE, fastMode: true }
				: { delimiter, newline: NEWLINE, quoteChar: quote, escapeChar: quote }
		);
		this.#delimiter = delimiter;
		this.#quote = quote;
	}

	push(text: string, last: boolean): TokenBatch {
		const rows: string[][] = [];
		const lines: number[] = [];
		const unclosed = new Set<number>();
		this.#rest += text;
		if (!last && this.#rest.length < this.#waitFor) return { rows, lines, unclosed };
		this.#waitFor = 0;
		for (;;) {
			const found = this.#parse(last);
			for (const row of found.rows) {
				rows.push(row);
				lines.push(this.#line);
				this.#line += linesOf(row);
			}
			if (found.then === 'wait') break;
			if (found.then === 'again') continue;
			// The next row has lost its closing quote: its first line goes alone.
			unclosed.add(rows.length);
			rows.push(this.#takeLine());
			lines.push(this.#line++);
		}
		return { rows, lines, unclosed };
	}

	/** Complete rows of the carried text, and what is to be done about the rest. */
	#parse(last: boolean): { rows: string[][]; then: 'wait' | 'again' | 'take a line' } {
		if (this.#rest === '') return { rows: [], then: 'wait' };
		const window = this.#window();
		const whole = window.length === this.#rest.length;
		const final = last && whole;
		let result = this.#parser.parse(window, 0, !final);
		let cursor = result.meta.cursor;
		const open = final && result.errors.some((error) => error.code === 'MissingQuotes');
		if (open) {
			// Again, for the rows before the one that never ends.
			result = this.#parser.parse(window, 0, true);
			cursor = result.meta.cursor;
		} else if (final) {
			cursor = window.length;
			const tail = result.data.at(-1);
			// After the last line end there is no row.
			if (tail?.length === 1 && tail[0] === '' && window.endsWith(NEWLINE)) result.data.pop();
		}
		const rows = result.data;
		this.#rest = this.#rest.slice(cursor);
		rows.forEach(dropCarriageReturn);
		if (open) return { rows, then: 'take a line' };
		if (final || this.#rest === '') return { rows, then: 'wait' };
		if (!whole) return { rows, then: rows.length > 0 ? 'again' : 'take a line' };
		const multiline = this.#quote !== '' && this.#rest.includes(NEWLINE);
		if (multiline && this.#rest.length >= MAX_ROW_UNITS) return { rows, then: 'take a line' };
		if (this.#rest.length > MAX_LINE_UNITS) throw new CoreError('file-unreadable', { line: this.#line });
		// Looking again only when the text has doubled keeps a very long row linear.
		if (rows.length === 0) this.#waitFor = multiline ? MAX_ROW_UNITS : 2 * this.#rest.length;
		return { rows, then: 'wait' };
	}

	/**
	 * As much of the carried text as its first row may take: a line of any length, or MAX_ROW_UNITS. Whether a row is too
	 * long to be one must not depend on where the pieces were cut.
	 */
	#window(): string {
		if (this.#quote === '' || this.#rest.length <= MAX_ROW_UNITS) return this.#rest;
		const line = this.#rest.indexOf(NEWLINE);
		return line < 0 ? this.#rest : this.#rest.slice(0, Math.max(MAX_ROW_UNITS, line + 1));
	}

	#takeLine(): string[] {
		this.#lostQuotes++;
		if (this.#lostQuotes > MAX_LOST_QUOTES) throw new CoreError('file-unreadable', { line: this.#line });
		const end = this.#rest.indexOf(NEWLINE);
		const line = end < 0 ? this.#rest : this.#rest.slice(0, end);
		this.#rest = end < 0 ? '' : this.#rest.slice(end + 1);
		const row = line.split(this.#delimiter);
		dropCarriageReturn(row);
		return row;
	}
}

/** The CR of CRLF, which PapaParse leaves on an unquoted last cell when it cuts at LF. */
function dropCarriageReturn(row: string[]): void {
	const at = row.length - 1;
	const cell = row[at] as string;
	if (cell.charCodeAt(cell.length - 1) === 13) row[at] = cell.slice(0, -1);
}

/** Physical lines of a row: one, and one more for each line end within its cells. */
function linesOf(row: readonly string[]): number {
	let lines = 1;
	for (const cell of row) {
		let at = cell.indexOf(NEWLINE);
		while (at >= 0) {
			lines++;
			at = cell.indexOf(NEWLINE, at + 1);
		}
	}
	return lines;
}
