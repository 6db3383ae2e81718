import Papa from 'papaparse';

/**
 * Whether a text leaves nothing to interpret: each cell is either without quotes or within a pair of them, with those
 * inside doubled. The lines of such a text end with LF or CRLF, and the last one may be without an end.
 */
export function isPlain(text: string, delimiter: string, quote: string): boolean {
	// PapaParse swallows a mark, and who decodes has swallowed one before.
	if (text.startsWith('\ufeff')) return false;
	if (quote === '') return true;
	const part = delimiter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
	const cell = new RegExp(
		`(?:${quote}(?:[^${quote}]|${quote}${quote})*${quote}|[^${quote}${part}\\n]*)(?:${part}|\\r?\\n|$)`,
		'y'
	);
	while (cell.lastIndex < text.length) if (!cell.test(text)) return false;
	return true;
}

/** The rows of a text as PapaParse has them. Only for plain texts is it sure what they are. */
export function papaRows(text: string, delimiter: string, quote: string): string[][] {
	const { data } = Papa.parse<string[]>(text, {
		delimiter,
		newline: '\n',
		...(quote === '' ? { fastMode: true } : { fastMode: false, quoteChar: quote, escapeChar: quote })
	});
	// Behind the last line end there is no row.
	if (data.length > 0 && (text === '' || text.endsWith('\n'))) data.pop();
	// Cutting at LF leaves the CR of CRLF on a last cell without quotes.
	return data.map((row) => [...row.slice(0, -1), (row.at(-1) ?? '').replace(/\r$/, '')]);
}
