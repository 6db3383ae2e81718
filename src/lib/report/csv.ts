import Papa from 'papaparse';

/** A cell that a spreadsheet would take for a formula, after blanks of any width. */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@\t\r＝＋－＠]/u;

export type CsvCell = string | number | null;

/** What a CSV file for spreadsheets starts with, so that they read it as UTF-8. */
export const CSV_BOM = '\ufeff';

/**
 * Rows as CSV text with CRLF ends: numbers stay numbers, null and NaN are empty, and a text that a spreadsheet would
 * run as a formula is led by an apostrophe.
 *
 * @example
 * csvRows([['=1+1', -5, null]]) // => '"\'=1+1",-5,\r\n'
 */
export function csvRows(rows: readonly (readonly CsvCell[])[]): string {
	if (rows.length === 0) return '';
	const data = rows.map((row) =>
		row.map((cell) => (typeof cell === 'number' && !Number.isFinite(cell) ? null : cell))
	);
	return Papa.unparse(data, { escapeFormulae: FORMULA, newline: '\r\n' }) + '\r\n';
}

/**
 * A whole CSV file: byte order mark, header, rows.
 *
 * @example
 * writeCsv(['a'], [[1]]) // => '\ufeffa\r\n1\r\n'
 */
export function writeCsv(headers: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
	return CSV_BOM + csvRows([headers]) + csvRows(rows);
}
