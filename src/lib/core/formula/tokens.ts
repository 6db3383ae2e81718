/** A piece of a formula; `at` and `end` are places in its text, from 0. */
export interface Token {
	readonly kind: 'number' | 'text' | 'column' | 'word' | 'sign' | 'end';
	/** The value of a text or column, the small letters of a word, the sign. */
	readonly value: string;
	readonly at: number;
	readonly end: number;
}

/** Where a formula cannot be read, and why; `at` is a place in its text, from 0. */
export interface FormulaError {
	readonly code:
		| 'formula-empty'
		| 'formula-unfinished'
		| 'formula-unexpected'
		| 'formula-text-open'
		| 'formula-unknown-function'
		| 'formula-arguments'
		| 'formula-too-long';
	readonly at: number;
	readonly name?: string;
}

/** Thrown inside the parser alone. */
export class Unreadable extends Error {
	readonly error: FormulaError;

	constructor(error: FormulaError) {
		super(error.code);
		this.error = error;
	}
}

const pattern =
	/(?<blank>[\s\u3000]+)|(?<number>\d+(?:\.\d+)?)|(?<text>"(?:[^"]|"")*"|“[^”]*”)|(?<column>\[[^\]]+\])|(?<word>[A-Za-z_]\w*)|(?<sign><=|>=|<>|!=|==|[-+*/&(),=<>，（）])/uy;

/** Signs that mean the same as another. */
const same: Readonly<Record<string, string>> = { '!=': '<>', '==': '=', '，': ',', '（': '(', '）': ')' };

/**
 * Cuts a formula into tokens, an `end` last. Texts stand in quotation marks, doubled within; columns in square brackets.
 *
 * @throws Unreadable
 * @example
 * tokensOf('[Net] * 1.5').map(({ kind, value }) => `${kind} ${value}`) // => ['column Net', 'sign *', 'number 1.5', 'end ']
 */
export function tokensOf(formula: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < formula.length) {
		pattern.lastIndex = at;
		const match = pattern.exec(formula);
		if (match === null) {
			const open = formula[at] === '"' || formula[at] === '“' || formula[at] === '[';
			throw new Unreadable({ code: open ? 'formula-text-open' : 'formula-unexpected', at });
		}
		const end = pattern.lastIndex;
		const { number, text, column, word, sign } = match.groups as Record<string, string | undefined>;
		if (number !== undefined) tokens.push({ kind: 'number', value: number, at, end });
		else if (text !== undefined)
			tokens.push({ kind: 'text', value: text.slice(1, -1).replaceAll('""', '"'), at, end });
		else if (column !== undefined)
			tokens.push({ kind: 'column', value: column.slice(1, -1).trim(), at, end });
		else if (word !== undefined) tokens.push({ kind: 'word', value: word.toLowerCase(), at, end });
		else if (sign !== undefined) tokens.push({ kind: 'sign', value: same[sign] ?? sign, at, end });
		at = end;
	}
	tokens.push({ kind: 'end', value: '', at, end: at });
	return tokens;
}
