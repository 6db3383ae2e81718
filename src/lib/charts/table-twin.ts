import { escapeXml } from './escape-xml.ts';

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

/** A cell that no spreadsheet runs, neither from a file nor pasted; a minus is the one that spreadsheets read. */
function safeCell(text: string): string {
	const number = text.replace('−', '-');
	if (plainNumber.test(number)) return number;
	return formula.test(text) ? `'${text}` : text;
}

function csvCell(text: string): string {
	const safe = safeCell(text);
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table twin as text to paste into a spreadsheet: cells parted by tabs, formulas made harmless.
 *
 * @example
 * tableTsv({ columns: [{ id: 'a', label: 'A' }], rows: [{ id: '0', cells: ['=1+1'] }] }) // => "A\n'=1+1"
 */
export function tableTsv({ columns, rows }: TableTwin): string {
	const lines = [columns.map(({ label }) => label), ...rows.map(({ cells }) => cells)];
	return lines
		.map((cells) => cells.map((text) => safeCell(text).replace(/[\t\r\n]+/g, ' ')).join('\t'))
		.join('\n');
}

/**
 * A table twin as a table to paste into a document or a mail.
 *
 * @example
 * tableHtml({ columns: [{ id: 'a', label: 'A' }], rows: [{ id: '0', cells: ['<b>'] }] }) // => '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
 */
export function tableHtml({ columns, rows }: TableTwin): string {
	const head = columns.map(({ label }) => `<th>${escapeXml(safeCell(label))}</th>`).join('');
	const body = rows.map(
		({ cells }) => `<tr>${cells.map((text) => `<td>${escapeXml(safeCell(text))}</td>`).join('')}</tr>`
	);
	return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
