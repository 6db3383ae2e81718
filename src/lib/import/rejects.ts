import Papa from 'papaparse';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { MAX_REJECTS_BYTES } from './limits.ts';

/**
 * Text that a spreadsheet would take for a formula, also behind blanks and in full-width signs. Guarded with an
 * apostrophe, as spreadsheets themselves do it.
 */
export const FORMULA_START = /^[\s\u00a0\u3000]*[=+\-@\t\r＝＋－＠]/u;

/** Cells in a line of the file before the row's own. */
const columns = ['line', 'code', 'column'] as const;

/** Rows written at a time. */
const BATCH = 500;

/**
 * Rejected rows as a CSV file (UTF-8 with byte order mark, CRLF): its sheet where there are several, line, code and
 * column of the first issue, then the row's cells as they were. A row that became several is written
 * once, without the cells of those that stayed. Formulas are guarded; numbers are text here, so a leading minus is guarded too.
 */
export class RejectsFile {
	/** The sheet that rows are of, where there are several. */
	sheet = '';
	readonly #hasSheets: boolean;
	readonly #parts: Uint8Array[] = [];
	readonly #encoder = new TextEncoder();
	#pending: (string | number)[][];
	#bytes = 0;
	#unwritten = 0;
	/** Where the row that was added last stands. */
	#last: readonly [sheet: string, line: number] = ['', -1];

	/** `hasSheets`: rows are of several sheets, whose names go before their lines. */
	constructor(headers: readonly string[], hasSheets: boolean) {
		this.#hasSheets = hasSheets;
		this.#pending = [[...(hasSheets ? ['sheet'] : []), ...columns, ...headers]];
	}

	/** `isPart`: `cells` are those of one of the rows that a row of the file became; its parts come one after the other. */
	add(code: IssueCode, line: number, column: number, cells: readonly string[], isPart = false): void {
		const [sheet, before] = this.#last;
		this.#last = [this.sheet, line];
		if (isPart && line === before && this.sheet === sheet) return this.#complete(cells);
		if (this.#bytes > MAX_REJECTS_BYTES) {
			this.#unwritten++;
			return;
		}
		if (this.#pending.length >= BATCH) this.#flush();
		this.#pending.push([...(this.#hasSheets ? [this.sheet] : []), line, code, column, ...cells]);
	}

	/** Puts another part of the row that was added last into it. */
	#complete(cells: readonly string[]): void {
		const row = this.#unwritten > 0 ? undefined : this.#pending.at(-1);
		if (row === undefined) return;
		const from = row.length - cells.length;
		cells.forEach((cell, i) => {
			if (cell !== '') row[from + i] = cell;
		});
	}

	/** The whole file. A last line says how many rows did not fit, if any. */
	finish(): Uint8Array {
		if (this.#unwritten > 0) this.#pending.push(['…', 'more-rows', this.#unwritten]);
		this.#flush();
		const file = new Uint8Array(this.#bytes);
		let at = 0;
		for (const part of this.#parts) {
			file.set(part, at);
			at += part.length;
		}
		return file;
	}

	#flush(): void {
		if (this.#pending.length === 0) return;
		const mark = this.#parts.length === 0 ? '\ufeff' : '';
		const text = Papa.unparse(this.#pending, { newline: '\r\n', escapeFormulae: FORMULA_START });
		const part = this.#encoder.encode(`${mark}${text}\r\n`);
		this.#parts.push(part);
		this.#bytes += part.length;
		this.#pending = [];
	}
}
