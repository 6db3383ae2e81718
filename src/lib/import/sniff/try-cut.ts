import { isValue } from '../repair/column-shape.ts';
import { mergeCells } from '../repair/merge-cells.ts';
import { shapeOf } from '../repair/table-shape.ts';
import { BLANKS } from '../tokenizer.ts';
import { findersFor, scanRow, type Cut, type ScannedRow } from '../tokenizers/scan-row.ts';

/** Delimiters that rarely stand in the texts of a table that is cut by another one. */
const strong = [',', ';', '\t', '|', '，', '^'];

/** Rows that are cut up with each way in question. */
const TRIED_ROWS = 400;

/** What came of one way of cutting a text. */
export interface Try {
	readonly cut: Cut;
	readonly score: number;
	readonly width: number;
	readonly skipRows: number;
	readonly even: number;
	readonly plausible: number;
	/** Share of rows with a stray quote. */
	readonly strays: number;
	/** Rows that were cut, and whether the last one was lost in an open quote. */
	readonly rows: number;
	readonly lost: number;
}

const escaped = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * Cuts a text by a delimiter, with each kind of quotes that it shows signs of, and gives the best. `far`: no more text will
 * be looked at.
 */
export function tryDelimiter(text: string, delimiter: string, prior: number, far: boolean): Try {
	const none = failed({ delimiter, quote: '"' });
	if (delimiter === BLANKS)
		return /\S[ \t]+\S/.test(text) && !isWithinValues(text, ' ') ? tryCut(text, none.cut, prior) : none;
	if (!text.includes(delimiter) || isWithinValues(text, delimiter)) return none;
	let best = tryCut(text, none.cut, prior);
	if (best.score === 0 && prior < 1) return best;
	const better = (cut: Cut, factor: number) => {
		const attempt = tryCut(text, cut, prior);
		if (attempt.score > best.score * factor) best = attempt;
	};
	// A backslash before a quote is rarely anything but an escape.
	if (text.includes('\\"')) better({ delimiter, quote: '"', escape: '\\' }, 1);
	const sign = escaped(delimiter);
	// Single quotes are tried only where cells start with one; a name like O'Brien is no quote.
	if (new RegExp(`(?:^|[\\n]|${sign})'[^'\\n]*'`).test(text)) {
		// A delimiter between two single quotes that stand at the ends of a cell is torn apart otherwise.
		const torn = new RegExp(`(?:^|\\n|${sign})'(?=[^'\\n]*${sign})[^'\\n]*'(?=${sign}|[\\r\\n]|$)`).test(
			text
		);
		better({ delimiter, quote: "'" }, torn ? 0.8 : 1.02);
		const { strays } = best;
		if (best.cut.quote === "'" && text.includes("\\'")) {
			const attempt = tryCut(text, { delimiter, quote: "'", escape: '\\' }, prior);
			if (attempt.score > best.score && attempt.strays <= strays / 2) best = attempt;
		}
	}
	// Marks of inches everywhere: nothing is quoted at all.
	if (best.strays > 0.2) better({ delimiter, quote: '' }, 1.2);
	// Nor is it where most lines have a quote that never closes.
	else if (far && best.lost > 0 && best.rows < 3 && mostLinesOpen(text)) better({ delimiter, quote: '' }, 1);
	return best;
}

/** Whether most lines have an odd number of quotes. */
function mostLinesOpen(text: string): boolean {
	const lines = text.split('\n', TRIED_ROWS);
	return lines.filter((line) => line.split('"').length % 2 === 0).length > lines.length / 2;
}

/** Lines looked at to tell a column of values from a table, and how many of them have to be values. */
const VALUE_LINES = 100;
const VALUE_SHARE = 0.9;

/** A time without its leading noughts. */
const shortTime = /^\d{1,2}:\d{1,2}(?::\d{1,2})?$/;

/**
 * Whether lines are values as a whole and the delimiter only stands within them: dates, times or amounts with
 * thousands, one to a line, are one column. Numbers parted by commas can be read as one number too; a first line
 * that is cut as well says that they are more.
 */
function isWithinValues(text: string, delimiter: string): boolean {
	const lines = text
		.split('\n', VALUE_LINES)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const first = lines[0] ?? '';
	if (strong.includes(delimiter) && first.includes(delimiter)) return false;
	const isWhole = (line: string): boolean => isValue(line) || shortTime.test(line);
	const body = isWhole(first) ? lines : lines.slice(1);
	const values = body.filter((line) => isWhole(line.replace(/^"([^"]*)"$/, '$1')));
	return body.length > 0 && values.length >= VALUE_SHARE * body.length;
}

const failed = (cut: Cut): Try => ({
	cut,
	score: 0,
	width: 1,
	skipRows: 0,
	even: 0,
	plausible: 0,
	strays: 0,
	rows: 0,
	lost: 0
});

interface PlacedRow extends ScannedRow {
	readonly line: number;
}

/** The first rows of a text. */
function rowsOf(text: string, cut: Cut): { rows: PlacedRow[]; lost: number } {
	const rows: PlacedRow[] = [];
	const finders = findersFor(text, cut);
	let line = 1;
	for (let at = 0; at < text.length && rows.length < TRIED_ROWS;) {
		const row = scanRow(text, at, cut, finders);
		if (row.end < 0) return { rows, lost: 1 };
		rows.push({ ...row, line });
		line += 1 + row.breaks;
		at = row.end;
	}
	return { rows, lost: 0 };
}

/** Lines cut at runs of blanks. */
function blankRows(text: string): PlacedRow[] {
	return text.split('\n', TRIED_ROWS).map((line, i) => ({
		cells: line.trim().split(/\s+/),
		end: 0,
		strays: 0,
		breaks: 0,
		quoted: [],
		line: i + 1
	}));
}

/** Cuts a text in one way, and scores what comes of it. */
export function tryCut(text: string, cut: Cut, prior: number): Try {
	const blanks = cut.delimiter === BLANKS;
	const { rows: all, lost } = blanks ? { rows: blankRows(text), lost: 0 } : rowsOf(text, cut);
	const filled = all.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
	const width = commonWidth(filled);
	if (width < 2) return { ...failed(cut), rows: all.length, lost };
	const first = Math.max(0, firstOfTable(all, width));
	const table = all.slice(first).filter((row) => row.cells.length > 1 || row.cells[0]?.trim() !== '');
	const even = table.filter((row) => row.cells.length === width).length / Math.max(1, table.length);
	let known = 0;
	let cells = 0;
	for (const row of table.slice(0, 100)) {
		for (const cell of row.cells) {
			cells++;
			if (isPlausible(cell, cut.delimiter)) known++;
		}
	}
	const plausible = known / Math.max(1, cells);
	const strays = table.filter((row) => row.strays > 0).length / Math.max(1, table.length);
	let score = prior * even * even * (0.4 + 0.6 * plausible) * (1 - 0.5 / width);
	// Prose has blanks too; lines above a table cost a little; lost quotes mean a wrong guess.
	if (blanks) score *= even > 0.98 ? 0.5 : 0.1;
	// A rare delimiter is one only if every row has it.
	if (prior < 0.8 && even < 0.98) score *= 0.3;
	score *= 1 - Math.min(0.5, lost * 0.3) - Math.min(0.3, first * 0.01) - 0.2 * strays;
	return {
		cut,
		score,
		width,
		skipRows: first === 0 ? 0 : (all[first]?.line ?? 1) - 1,
		even,
		plausible,
		strays,
		rows: all.length,
		lost
	};
}

/**
 * Single blanks between cells, where texts with blanks stand in quotes: the first row says how many cells there are,
 * and rows with more of them must become such rows in one way only.
 */
export function tryBlank(text: string): Try {
	const cut: Cut = { delimiter: ' ', quote: '"' };
	if (!/(?:^|[ \n])"(?=[^"\n]* )[^"\n]*"(?=[ \r\n]|$)/.test(text)) return failed(cut);
	const { rows, lost } = rowsOf(text, cut);
	const table = rows.filter((row) => row.cells.some((cell) => cell !== ''));
	const width = table[0]?.cells.length ?? 0;
	if (width < 3 || lost > 0 || table.length < 5) return failed(cut);
	const shape = shapeOf(table.filter((row) => row.cells.length === width));
	if (shape === null) return failed(cut);
	const fits = (column: number, cell: string, quoted: boolean) =>
		shape.columns[column]?.strict(cell, quoted) ?? false;
	const good = table.filter(
		(row) => row.cells.length === width || mergeCells(row, width, ' ', fits) !== null
	).length;
	const even = good / table.length;
	return {
		cut,
		score: 0.8 * even * even * (1 - 0.5 / width),
		width,
		skipRows: 0,
		even,
		plausible: 1,
		strays: 0,
		rows: rows.length,
		lost
	};
}
/**
 * The row with which a table of `width` begins: the first that is filled by more than half and no more than one
 * cell short; −1 when there is none.
 */
function firstOfTable(rows: readonly Pick<ScannedRow, 'cells'>[], width: number): number {
	return rows.findIndex(
		({ cells }) =>
			cells.length >= Math.max(2, width - 1) && cells.filter((cell) => cell.trim() !== '').length > width / 2
	);
}

/** The width of most rows; among equals the larger. */
function commonWidth(rows: readonly Pick<ScannedRow, 'cells'>[]): number {
	const counts = new Map<number, number>();
	for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
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
	if (text === '' || isValue(text)) return true;
	if (text.length > 200) return false;
	return !strong.some((other) => other !== delimiter && text.includes(other));
}
