import { datePartsOf } from '../values/date-parts.ts';
import { looksNumeric } from '../values/number-style.ts';

/** Different forms that a column may have for them to say what belongs in it. */
const MOST_FORMS = 24;

/** A share of cells that makes a rule. */
const NEARLY_ALL = 0.95;

const ASCII = /^[\0-\x7f]*$/;

/** Longer cells are text, whatever they look like. */
const LONGEST_FORM = 80;

/**
 * What the cells of a column look like, learnt from rows that are in order. `strict` says whether a cell could stand
 * there and hardly anywhere else: by that, rows are repaired. `loose` says whether it is at least of the right
 * kind.
 */
export class ColumnShape {
	readonly emptySeen: boolean;
	readonly #forms: ReadonlySet<string> | null;
	readonly #runs: ReadonlySet<string> | null;
	/** Longer texts have none of the forms. */
	readonly #longest: number = LONGEST_FORM;
	readonly #starts: ReadonlySet<string>;
	readonly #alwaysQuoted: boolean;
	readonly #values: boolean;
	readonly #quoteSeen: boolean;

	constructor(cells: readonly string[], quoted: readonly boolean[]) {
		const filled = cells.filter((cell) => cell !== '');
		this.emptySeen = filled.length < cells.length;
		const forms = filled.map(formOf);
		this.#forms = few(forms);
		this.#runs = this.#forms === null ? few(forms.map(withoutRuns)) : null;
		// A character of two units is one in its form.
		if (this.#forms !== null)
			this.#longest = Math.min(LONGEST_FORM, 2 * Math.max(...[...this.#forms].map((form) => form.length)));
		const starts = new Set(filled.map((cell) => cell.slice(0, 1)));
		this.#starts = new Set([...starts].map(formOf));
		const inQuotes = cells.filter((cell, i) => cell !== '' && quoted[i] === true).length;
		this.#alwaysQuoted = filled.length > 0 && inQuotes >= NEARLY_ALL * filled.length;
		this.#values = filled.length > 0 && filled.filter(isValue).length >= NEARLY_ALL * filled.length;
		this.#quoteSeen = filled.some((cell) => /["']/.test(cell));
	}

	/** A text of any form stands in this column. */
	get free(): boolean {
		return this.#forms === null && this.#runs === null;
	}

	/** Nearly all that stands here are numbers or dates. */
	get values(): boolean {
		return this.#values;
	}

	/** Nothing has ever stood in this column. */
	get void(): boolean {
		return this.#starts.size === 0;
	}

	/**
	 * Whether `text` looks like the cells that were learnt from. `wide`: among values, any value that begins in the
	 * same way will do.
	 */
	strict(text: string, quoted: boolean, wide = false): boolean {
		if (text === '') return this.emptySeen;
		if (wide && this.#values) return this.#startsLike(text) && isValue(text);
		if (this.#alwaysQuoted && !quoted) return false;
		if (!quoted && text.startsWith('"') && !this.#quoteSeen) return false;
		const rule = this.#forms ?? this.#runs;
		if (rule === null) return this.#startsLike(text) && text === text.trim();
		// Of the many texts that are tried, most are told by their length or first letter; of a character in two halves it says nothing.
		if (text.length > this.#longest || (text.charCodeAt(0) < 0x80 && !this.#startsLike(text))) return false;
		return rule.has(this.#forms !== null ? formOf(text) : runsOf(text));
	}

	/** Whether a text begins as some of the cells do. */
	#startsLike(text: string): boolean {
		const code = text.charCodeAt(0);
		return this.#starts.has(code < 0x80 ? (asciiForms[code] as string) : formOf(text.slice(0, 1)));
	}

	/** Whether `text` is of the column's kind: a value among values, anything among texts. */
	loose(text: string): boolean {
		return !this.#values || text.trim() === '' || isValue(text);
	}
}

/** Whether a text is a number or a date. */
export function isValue(cell: string): boolean {
	const text = cell.trim();
	if (text === '' || text.length > LONGEST_FORM) return false;
	return looksNumeric(text) || datePartsOf(text) !== null || /^\d{1,2}:\d{2}(?::\d{2})?$/.test(text);
}

/** The distinct texts when they are so few that they are a rule. */
function few(forms: readonly string[]): ReadonlySet<string> | null {
	const seen = new Set(forms);
	if (seen.size === 0 || forms.some((form) => form.length > LONGEST_FORM)) return null;
	// Free text has a form of its own in nearly each row.
	return seen.size <= MOST_FORMS && seen.size <= Math.max(2, forms.length / 4) ? seen : null;
}

/**
 * The form of a text: letters and digits by their kind, all else as it is.
 *
 * @example
 * formOf('RI-87') // => 'AA-99'
 */
export function formOf(text: string): string {
	const start = text.slice(0, LONGEST_FORM + 1);
	return ASCII.test(start)
		? start.replace(/[A-Z]/g, 'A').replace(/[a-z]/g, 'a').replace(/[0-9]/g, '9')
		: formOfAny(start);
}

function formOfAny(text: string): string {
	return text
		.replace(/\p{Lu}/gu, 'A')
		.replace(/\p{Ll}/gu, 'a')
		.replace(/[0-9]/g, '9')
		.replace(/\p{Lo}/gu, '文');
}

/** By code. */
const asciiForms = Array.from({ length: 0x80 }, (_, code) => formOf(String.fromCharCode(code)));

/**
 * The form with runs of one kind made one, for columns whose texts differ in length.
 *
 * @example
 * runsOf('AB-8769') // => 'A-9'
 */
export function runsOf(text: string): string {
	return withoutRuns(formOf(text));
}

const withoutRuns = (form: string): string => form.replace(/([Aa9文])\1+/g, '$1');
