import { findersFor, scanRow } from '#lib/import/tokenizers/scan-row.ts';
import type { Rows } from './pollock-measure.ts';

/** The rows of a well-formed CSV text: commas, doubled quotes, any line ends. */
export function cleanRows(text: string): Rows {
	const even = text.replace(/\r\n?/g, '\n');
	const cut = { delimiter: ',', quote: '"' } as const;
	const finders = findersFor(even, cut);
	const rows: (readonly string[])[] = [];
	for (let at = 0; at < even.length;) {
		const row = scanRow(even, at, cut, finders);
		if (row.end < 0) break;
		rows.push(row.cells);
		at = row.end;
	}
	return rows;
}
