import type { Candidate } from '#lib/core/dataset/inspection.ts';
import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import { datePartsOf } from '../values/date-parts.ts';
import { looksNumeric } from '../values/number-style.ts';
import { evenLines } from '../decode.ts';
import { BLANKS, tokenizerFor } from '../tokenizer.ts';

/** How text is cut into a table: the delimiters that may do, best first, and the best way in full. */
export interface Dialect {
	readonly delimiters: readonly Candidate<string>[];
	readonly delimiter: string;
	readonly quote: TextFormat['quote'];
	/** Lines above the table: titles, notes, `sep=`. */
	readonly skipRows: number;
	/** Cells in most rows. */
	readonly width: number;
}

const delimiters = [',', ';', '\t', '|', '，', '^', BLANKS];

/** Characters of text that are cut up with each way in question. */
const TRIED_UNITS = 60_000;
const TRIED_ROWS = 400;

/**
 * Finds delimiter, quote and the lines above the table: the way of cutting that gives rows of one length, and cells
 * that are something (a number, a date, a short text without other delimiters in it).
 *
 * @example
 * sniffDialect('a;b\n1,5;2\n3,5;4\n').delimiter // => ';'
 * sniffDialect('id  day  sum\n1  20240101  5.00\n22  20240102  6.00\n').delimiter // => ' +'
 */
export function sniffDialect(text: string): Dialect {
	const separator = /^(?:\ufeff)?sep=(.)\r?\n/i.exec(text);
	// Excel's own line naming the delimiter is no row of the table.
	const above = separator === null ? 0 : 1;
	const sample = lineBound(evenLines(text.slice(separator?.[0].length ?? 0)));
	const named = separator?.[1];
	const tries = (named === undefined ? delimiters : [named]).map((delimiter) =>
		tryDelimiter(sample, delimiter)
	);
	tries.sort((a, b) => b.score - a.score);
	const best = tries[0] as Try;
	return {
		delimiters: tries
			.filter((attempt) => attempt.score > 0)
			.map((attempt) => ({ value: attempt.delimiter, score: Math.round(attempt.score * 1000) / 1000 })),
		delimiter: best.score > 0 ? best.delimiter : ',',
		quote: best.quote,
		skipRows: best.skipRows + above,
		width: best.score > 0 ? best.width : 1
	};
}

interface Try {
	readonly delimiter: string;
	readonly quote: TextFormat['quote'];
	readonly score: number;
	readonly width: number;
	readonly skipRows: number;
}

/** The first so many characters, ending with a whole line where there is one. */
function lineBound(text: string): string {
	if (text.length <= TRIED_UNITS) return text;
	const cut = text.lastIndexOf('\n', TRIED_UNITS);
	return text.slice(0, cut > 0 ? cut + 1 : TRIED_UNITS);
}

function tryDelimiter(text: string, delimiter: string): Try {
	const none: Try = { delimiter, quote: '"', score: 0, width: 1, skipRows: 0 };
	if (delimiter !== BLANKS && !text.includes(delimiter)) return none;
	if (delimiter === BLANKS && !/\S[ \t]+\S/.test(text)) return none;
	const plain = tryQuote(text, delimiter, '"');
	// Single quotes are tried only where cells start with one; a name like O'Brien is no quote.
	if (delimiter === BLANKS) return plain;
	const sign = delimiter === '|' || delimiter === '^' ? `\\${delimiter}` : delimiter;
	if (!new RegExp(`(?:^|[\\n${sign}])'[^'\\n]*'`).test(text)) return plain;
	const single = tryQuote(text, delimiter, "'");
	// A delimiter between two single quotes that stand at the ends of a cell is torn apart otherwise.
	const torn = new RegExp(`(?:^|[\\n${sign}])'[^'\\n]*${sign}[^'\\n]*'(?=[${sign}\\r\\n]|$)`).test(text);
	return single.score > plain.score * (torn ? 0.8 : 1.02) ? single : plain;
}

function tryQuote(text: string, delimiter: string, quote: '"' | "'"): Try {
	const format: TextFormat = { encoding: 'utf-8', delimiter, quote, header: true, skipRows: 0 };
	const batch = tokenizerFor(format).push(text, true);
	const all = batch.rows.slice(0, TRIED_ROWS);
	const filled = all.filter((row) => row.some((cell) => cell.trim() !== ''));
	const width = commonWidth(filled);
	if (width < 2) return { delimiter, quote, score: 0, width: 1, skipRows: 0 };
	const first = all.findIndex(
		(row) => row.length >= width && row.filter((cell) => cell.trim() !== '').length > width / 2
	);
	const table = all.slice(Math.max(0, first)).filter((row) => row.length > 1 || row[0]?.trim() !== '');
	const even = table.filter((row) => row.length === width).length / Math.max(1, table.length);
	let known = 0;
	let cells = 0;
	for (const row of table.slice(0, 100)) {
		for (const cell of row) {
			cells++;
			if (isPlausible(cell, delimiter)) known++;
		}
	}
	let score = even * even * (0.4 + (0.6 * known) / Math.max(1, cells)) * (1 - 0.5 / width);
	// Prose has blanks too; lines above a table cost a little; lost quotes mean a wrong guess.
	if (delimiter === BLANKS) score *= even > 0.98 ? 0.5 : 0.1;
	if (delimiter === '^' || delimiter === '，') score *= 0.8;
	score *= 1 - Math.min(0.5, batch.unclosed.size * 0.1) - Math.min(0.3, Math.max(0, first) * 0.01);
	return { delimiter, quote, score, width, skipRows: skipped(batch.lines, first) };
}

/** Lines above row `first`: skipped lines are physical ones, so that a title with a lone quote cannot shift them. */
function skipped(lines: readonly number[], first: number): number {
	return first <= 0 ? 0 : (lines[first] as number) - 1;
}

/** The width of most rows; among equals the larger. */
function commonWidth(rows: readonly (readonly string[])[]): number {
	const counts = new Map<number, number>();
	for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
	let width = 0;
	let most = 0;
	for (const [length, count] of counts) {
		if (count > most || (count === most && length > width)) {
			most = count;
			width = length;
		}
	}
	return width;
}

/** A cell that can be what a cell is: empty, a number, a date, or text without another delimiter in it. */
function isPlausible(cell: string, delimiter: string): boolean {
	const text = cell.trim();
	if (text === '' || looksNumeric(text) || datePartsOf(text) !== null) return true;
	if (text.length > 200) return false;
	return !delimiters.some((other) => other !== delimiter && other !== BLANKS && text.includes(other));
}
