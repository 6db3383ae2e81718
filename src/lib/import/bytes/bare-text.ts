/** Where the text of a cell stands that `cellText` gives; `exact` false when only `cellText` can say. */
export interface BareText {
	from: number;
	to: number;
	exact: boolean;
}

const QUOTE = 34;
export const BLANK = 32;
export const APOSTROPHE = 39;
export const EQUALS = 61;
const ZERO = 48;
const NINE = 57;
/** `=+-@`, and the last bytes of their full-width forms. */
const FORMULA: readonly number[] = [EQUALS, 43, 45, 64];
const WIDE_FORMULA: readonly number[] = [0x9d, 0x8b, 0x8d, 0xa0];

/** Longest of the words that mean "no value". */
export const LONGEST_NO_VALUE = 6;

/** Whether such a word may begin with a byte: N, n, #, \\ or (. */
export function mayBeNoValue(first: number): boolean {
	return first === 0x4e || first === 0x6e || first === 0x23 || first === 0x5c || first === 0x28;
}

/**
 * `cellText` on bytes: outer blanks go, and the wrappings of spreadsheets. Blanks beyond ASCII are left to
 * `cellText` itself; they are rare at the edges of a cell.
 */
export function bareText(bytes: Uint8Array, from: number, to: number, out: BareText): void {
	trim(bytes, from, to, out);
	if (
		out.to - out.from > 3 &&
		bytes[out.from] === EQUALS &&
		bytes[out.from + 1] === QUOTE &&
		bytes[out.to - 1] === QUOTE &&
		out.exact
	) {
		trim(bytes, out.from + 2, out.to - 1, out);
	}
	if (bytes[out.from] === APOSTROPHE && isMarked(bytes, out.from + 1, out.to)) out.from++;
}

/** Whether what follows an apostrophe is a text only because of it: a digit, or what would begin a formula. */
function isMarked(bytes: Uint8Array, at: number, to: number): boolean {
	if (at >= to) return false;
	const first = bytes[at] as number;
	if (first < 0x80) return (first >= ZERO && first <= NINE) || FORMULA.includes(first);
	return (
		to - at >= 3 && first === 0xef && bytes[at + 1] === 0xbc && WIDE_FORMULA.includes(bytes[at + 2] as number)
	);
}

function trim(bytes: Uint8Array, start: number, end: number, out: BareText): void {
	let from = start;
	let to = end;
	while (from < to && isBlank(bytes[from] as number)) from++;
	while (to > from && isBlank(bytes[to - 1] as number)) to--;
	out.from = from;
	out.to = to;
	out.exact =
		from === to ||
		(((bytes[from] as number) < 0x80 || !startsWithWideBlank(bytes, from, to)) &&
			((bytes[to - 1] as number) < 0x80 || !endsWithWideBlank(bytes, from, to)));
}

/** Tab, line ends, vertical tab, form feed and the blank itself: what `trim` takes off in ASCII. */
function isBlank(byte: number): boolean {
	return byte <= BLANK && (byte === BLANK || (byte >= 9 && byte <= 13));
}

function startsWithWideBlank(bytes: Uint8Array, from: number, to: number): boolean {
	if (to - from >= 2 && bytes[from] === 0xc2 && bytes[from + 1] === 0xa0) return true;
	return (
		to - from >= 3 && isWideBlank(bytes[from] as number, bytes[from + 1] as number, bytes[from + 2] as number)
	);
}

function endsWithWideBlank(bytes: Uint8Array, from: number, to: number): boolean {
	if (to - from >= 2 && bytes[to - 2] === 0xc2 && bytes[to - 1] === 0xa0) return true;
	return (
		to - from >= 3 && isWideBlank(bytes[to - 3] as number, bytes[to - 2] as number, bytes[to - 1] as number)
	);
}

/** U+1680, U+2000–200A, U+2028, U+2029, U+202F, U+205F, U+3000 and U+FEFF: the other blanks of ECMAScript. */
function isWideBlank(a: number, b: number, c: number): boolean {
	switch (a) {
		case 0xe1:
			return b === 0x9a && c === 0x80;
		case 0xe2:
			if (b === 0x80) return c <= 0x8a || c === 0xa8 || c === 0xa9 || c === 0xaf;
			return b === 0x81 && c === 0x9f;
		case 0xe3:
			return b === 0x80 && c === 0x80;
		default:
			return a === 0xef && b === 0xbb && c === 0xbf;
	}
}
