/** Writes rows as comma-separated lines; quotes only the cells that need it. */
export function writeRows(rows: readonly (readonly string[])[], lineEnd: '\n' | '\r\n'): string {
	return rows.map((row) => row.map(cell).join(',') + lineEnd).join('');
}

function cell(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
