/** How text is cut: what parts cells, what surrounds them, and what takes a quote's meaning from it. */
export interface Cut {
	readonly delimiter: string;
	readonly quote: '"' | "'" | '';
	/** A backslash before a quote or delimiter makes a plain character of it; without it, a quote is doubled. */
	readonly escape?: '\\';
	/** Quotes are never doubled: one that ends no cell is a character like others. */
	readonly single?: true;
}

/** A row as it stands in the text. */
export interface ScannedRow {
	readonly cells: readonly string[];
	/** Where the next row begins; −1 when the text ends within a quoted cell. */
	readonly end: number;
	/** Quotes that neither open nor close a cell, nor are doubled. */
	readonly strays: number;
	/** Line ends within quoted cells. */
	readonly breaks: number;
	/** By cell: whether it stood in quotes. */
	readonly quoted: readonly boolean[];
}

const NEWLINE = 10;
const RETURN = 13;
const BLANK = 32;

/**
 * Finds `needle` from ever later places: a place once found is kept until it is passed, so that all searches
 * together take time linear in the text. To look ahead and come back, keep `found` and set it again.
 */
export class Finder {
	readonly #text: string;
	readonly #needle: string;
	/** The place found last. */
	found = -1;

	constructor(text: string, needle: string) {
		this.#text = text;
		this.#needle = needle;
	}

	/** The first place at or after `from`; the text's length when there is none. */
	next(from: number): number {
		if (this.found < from) {
			const at = this.#needle === '' ? -1 : this.#text.indexOf(this.#needle, from);
			this.found = at < 0 ? this.#text.length : at;
		}
		return this.found;
	}
}

/** The searches that cutting one text needs. */
export interface Finders {
	readonly newline: Finder;
	readonly delimiter: Finder;
	readonly quote: Finder;
}

export const findersFor = (text: string, cut: Cut): Finders => ({
	newline: new Finder(text, '\n'),
	delimiter: new Finder(text, cut.delimiter),
	quote: new Finder(text, cut.quote)
});

/**
 * Cuts the row that begins at `at`. A quoted cell ends at a quote that a delimiter, a line end or the end of the text
 * follows (blanks between are passed over); any other single quote within it is a character like others, and counted
 * as stray. The quote at `literal`, if given, opens nothing; one that closes at `limit` or later does not close.
 * Linear in the row when `finders` are kept between rows.
 *
 * @example
 * scanRow('a,"b, ""c""",d\n', 0, { delimiter: ',', quote: '"' }).cells // => ['a', 'b, "c"', 'd']
 * scanRow('"10" pipe",x', 0, { delimiter: ',', quote: '"' }).cells // => ['10" pipe', 'x']
 */
export function scanRow(
	text: string,
	at: number,
	cut: Cut,
	finders: Finders = findersFor(text, cut),
	literal = -1,
	limit = text.length
): ScannedRow {
	const { delimiter, quote } = cut;
	const cells: string[] = [];
	const quoted: boolean[] = [];
	let strays = 0;
	let breaks = 0;
	for (let from = at; ;) {
		const opening = openingAt(text, from, cut);
		if (opening >= 0 && opening !== literal) {
			const cell = quotedCell(text, opening, cut, finders.quote, limit);
			if (cell.end < 0) return { cells, end: -1, strays: strays + cell.strays, breaks, quoted };
			cells.push(cell.value);
			quoted.push(true);
			strays += cell.strays;
			if (cell.value.includes('\n')) breaks += cell.value.split('\n').length - 1;
			if (!text.startsWith(delimiter, cell.end)) {
				return { cells, end: afterLineEnd(text, cell.end), strays, breaks, quoted };
			}
			from = cell.end + delimiter.length;
			continue;
		}
		const lineEnd = finders.newline.next(from);
		const stop = plainStop(text, from, lineEnd, cut, finders);
		const ends = stop >= lineEnd;
		const to = ends && lineEnd > from && text.charCodeAt(lineEnd - 1) === RETURN ? lineEnd - 1 : stop;
		const value = text.slice(from, to);
		if (quote !== '' && finders.quote.next(from) < to) strays++;
		cells.push(cut.escape === undefined ? value : unescaped(value, cut));
		quoted.push(false);
		if (ends) return { cells, end: Math.min(lineEnd + 1, text.length), strays, breaks, quoted };
		from = stop + delimiter.length;
	}
}

/** Where the quote of a cell stands that begins at `from`, blanks before it passed over; −1 when it is not quoted. */
function openingAt(text: string, from: number, { quote, delimiter }: Cut): number {
	if (quote === '') return -1;
	let at = from;
	if (!delimiter.startsWith(' ')) while (text.charCodeAt(at) === BLANK) at++;
	return text.charAt(at) === quote ? at : -1;
}

function plainStop(text: string, from: number, lineEnd: number, cut: Cut, finders: Finders): number {
	let at = finders.delimiter.next(from);
	if (cut.escape !== undefined) {
		while (at < lineEnd && isEscaped(text, at, from)) at = finders.delimiter.next(at + 1);
	}
	return Math.min(at, lineEnd);
}

/** An odd number of backslashes before `at`, none of them before `from`. */
function isEscaped(text: string, at: number, from: number): boolean {
	let count = 0;
	while (at - 1 - count >= from && text.charAt(at - 1 - count) === '\\') count++;
	return count % 2 === 1;
}

function quotedCell(
	text: string,
	opening: number,
	cut: Cut,
	quotes: Finder,
	limit: number
): { value: string; end: number; strays: number } {
	const { quote } = cut;
	let from = opening + 1;
	let doubled = false;
	let strays = 0;
	for (;;) {
		const at = quotes.next(from);
		if (at >= limit || at >= text.length) return { value: '', end: -1, strays };
		if (cut.escape !== undefined && isEscaped(text, at, opening + 1)) {
			from = at + 1;
			continue;
		}
		const end = cellEnd(text, at + 1, cut.delimiter);
		if (end >= 0) {
			const raw = text.slice(opening + 1, at);
			const value =
				cut.escape !== undefined ? unescaped(raw, cut) : doubled ? raw.replaceAll(quote + quote, quote) : raw;
			return { value, end, strays };
		}
		if (cut.escape === undefined && cut.single !== true && text.charAt(at + 1) === quote) {
			doubled = true;
			from = at + 2;
		} else {
			strays++;
			from = at + 1;
		}
	}
}

/** Where the delimiter or line end is that ends a cell whose quote closed before `at`; −1 when something else follows. */
function cellEnd(text: string, at: number, delimiter: string): number {
	if (at >= text.length || text.startsWith(delimiter, at)) return at;
	let next = at;
	while (text.charCodeAt(next) === BLANK) next++;
	const code = text.charCodeAt(next);
	if (next >= text.length || code === NEWLINE) return next;
	if (code === RETURN && text.charCodeAt(next + 1) === NEWLINE) return next;
	return next > at && text.startsWith(delimiter, next) ? next : -1;
}

function afterLineEnd(text: string, at: number): number {
	if (at >= text.length) return text.length;
	return text.charCodeAt(at) === RETURN ? at + 2 : at + 1;
}

/** Text without the backslashes that stand before a quote, a delimiter or another backslash. */
function unescaped(text: string, { quote, delimiter }: Cut): string {
	if (!text.includes('\\')) return text;
	return text.replace(/\\([\s\S])/g, (whole, next: string) =>
		next === quote || next === '\\' || delimiter.startsWith(next) ? next : whole
	);
}
