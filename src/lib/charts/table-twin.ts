/** The numbers of a chart as a table: the same rows, in the same order as the data behind the marks. */
export interface TableTwin {
	readonly columns: readonly {
		readonly id: string;
		readonly label: string;
		readonly align?: 'start' | 'end';
	}[];
	readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

// What a spreadsheet would take for a formula, full-width signs and leading blanks included.
const formula = /^[\s\u00a0\u3000]*[=+\-@\t\r＝＋－＠]/u;
const plainNumber = /^[-+]?[\d.,]+%?$/;

/**
 * A table twin as CSV text: UTF-8 with BOM, CRLF, cells that a spreadsheet would run as formulas made harmless.
 *
 * @example
 * tableCsv({ columns: [{ id: 'a', label: 'A' }], rows: [{ id: '0', cells: ['=1+1'] }] }) // => "\ufeffA\r\n'=1+1\r\n"
 * tableCsv({ columns: [{ id: 'a', label: 'A' }], rows: [{ id: '0', cells: ['-4,338'] }] }) // => '\ufeffA\r\n"-4,338"\r\n'
 */
export function tableCsv(twin: TableTwin): string {
	const lines = [twin.columns.map((column) => column.label), ...twin.rows.map((row) => row.cells)];
	return '\ufeff' + lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
	const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
