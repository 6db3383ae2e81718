/** Words that mean "no value" where an id or a name is expected; written just so, as exports write them. */
const NO_VALUE = new Set(['NULL', 'null', 'NaN', 'nan', 'None', 'N/A', '#N/A', '\\N', '(null)', '(NULL)']);

/** An apostrophe that says that what follows is a text: before a digit, or before what would begin a formula. */
const MARKED = /^'[0-9=+\-@＝＋－＠]/;

/**
 * The text of a cell, without the wrapping that spreadsheets put around text that looks like a number, and exports around
 * text that looks like a formula: `="00123"` and a leading `'` before a digit or one of `=+-@`. Outer blanks go, also full-width ones.
 *
 * @example
 * cellText(' ="00123" ') // => '00123'
 * cellText("'0042") // => '0042'
 * cellText("'=1+1") // => '=1+1'
 * cellText("'t Hooft") // => "'t Hooft"
 */
export function cellText(raw: string): string {
	let text = raw.trim();
	if (text.length > 3 && text.charCodeAt(0) === 61 && text.startsWith('="') && text.endsWith('"')) {
		text = text.slice(2, -1).trim();
	}
	if (text.charCodeAt(0) === 39 && MARKED.test(text)) text = text.slice(1);
	return text;
}

/**
 * The text of a cell that names something (a customer, an order), or '' when it says that there is none.
 * Ids stay text whatever they look like: leading zeros and more than 15 digits are kept.
 *
 * @example
 * keyText('9007199254740993') // => '9007199254740993'
 * keyText('NULL') // => ''
 */
export function keyText(raw: string): string {
	const text = cellText(raw);
	return NO_VALUE.has(text) ? '' : text;
}

/** Strings up to this length are copied when cut out of a larger one; longer ones keep the larger one alive. */
export const COPIED_UNITS = 12;

/**
 * A copy that does not keep alive the megabyte of text that it was cut from. For strings that are kept.
 *
 * @example
 * detached('a customer id of some length') // => 'a customer id of some length'
 */
export function detached(text: string): string {
	if (text.length <= COPIED_UNITS) return text;
	let copy = '';
	for (let from = 0; from < text.length; from += 4096) {
		const units: number[] = [];
		const to = Math.min(text.length, from + 4096);
		for (let i = from; i < to; i++) units.push(text.charCodeAt(i));
		copy += String.fromCharCode(...units);
	}
	return copy;
}
