import { functions, type FunctionName } from './function-list.ts';
import { tokensOf, Unreadable, type FormulaError, type Token } from './tokens.ts';

/** A formula as a tree. */
export type Expression =
	| { readonly kind: 'number'; readonly value: string }
	| { readonly kind: 'text'; readonly value: string }
	| { readonly kind: 'truth'; readonly value: boolean }
	| { readonly kind: 'empty' }
	| { readonly kind: 'column'; readonly name: string; readonly at: number }
	| { readonly kind: 'not' | 'minus'; readonly of: Expression }
	| {
			readonly kind: 'pair';
			readonly sign: PairSign;
			readonly left: Expression;
			readonly right: Expression;
	  }
	| { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] };

export type PairSign = '+' | '-' | '*' | '/' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | 'and' | 'or';

/** How tightly a sign between two parts binds. */
const binding: Readonly<Record<string, number>> = {
	or: 1,
	and: 2,
	'=': 4,
	'<>': 4,
	'<': 4,
	'<=': 4,
	'>': 4,
	'>=': 4,
	'&': 5,
	'+': 6,
	'-': 6,
	'*': 7,
	'/': 7
};
const NOT = 3;
const MINUS = 8;

const LONGEST = 2_000;
const DEEPEST = 60;

export type Parsed =
	| { readonly ok: true; readonly tree: Expression; readonly columns: readonly string[] }
	| { readonly ok: false; readonly error: FormulaError };

/**
 * Reads a formula (its grammar stands in docs/recipes.md), by precedence climbing. Nothing of it is ever run as code.
 * `columns` are the names in square brackets, each once. Linear in the text.
 *
 * @example
 * parseFormula('[Net] * 2').columns // => ['Net']
 * parseFormula('1 +').error // => { code: 'formula-unfinished', at: 3 }
 * parseFormula('sum(1)').error // => { code: 'formula-unknown-function', at: 0, name: 'sum' }
 */
export function parseFormula(formula: string): Parsed {
	try {
		if (formula.length > LONGEST) throw new Unreadable({ code: 'formula-too-long', at: LONGEST });
		const parser = new Parser(tokensOf(formula));
		const tree = parser.whole();
		return { ok: true, tree, columns: [...parser.columns] };
	} catch (error) {
		if (error instanceof Unreadable) return { ok: false, error: error.error };
		throw error;
	}
}

class Parser {
	readonly columns = new Set<string>();
	readonly #tokens: readonly Token[];
	#next = 0;
	#depth = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	whole(): Expression {
		if (this.#peek().kind === 'end') throw new Unreadable({ code: 'formula-empty', at: 0 });
		const tree = this.#expression(0);
		if (this.#peek().kind !== 'end') throw this.#unexpected();
		return tree;
	}

	/** The token that is next. A method and not a getter: it is another one after each step. */
	#peek(): Token {
		return this.#tokens[this.#next] as Token;
	}

	/** Parts that bind more tightly than `least`. */
	#expression(least: number): Expression {
		if (++this.#depth > DEEPEST) throw new Unreadable({ code: 'formula-too-long', at: this.#peek().at });
		let left = this.#prefix();
		for (;;) {
			const { kind, value } = this.#peek();
			const power = kind === 'sign' || kind === 'word' ? binding[value] : undefined;
			if (power === undefined || power <= least) break;
			this.#next++;
			left = { kind: 'pair', sign: value as PairSign, left, right: this.#expression(power) };
		}
		this.#depth--;
		return left;
	}

	#prefix(): Expression {
		const token = this.#peek();
		const { kind, value, at } = token;
		if (kind === 'end') throw this.#unexpected();
		this.#next++;
		if (kind === 'number' || kind === 'text') return { kind, value };
		if (kind === 'column') {
			this.columns.add(value);
			return { kind, name: value, at };
		}
		if (kind === 'word') return this.#word(token);
		if (value === '-') return { kind: 'minus', of: this.#expression(MINUS) };
		if (value === '(') {
			const inner = this.#expression(0);
			this.#take(')');
			return inner;
		}
		this.#next--;
		throw this.#unexpected();
	}

	#word({ value, at }: Token): Expression {
		if (value === 'not') return { kind: 'not', of: this.#expression(NOT) };
		if (value === 'true' || value === 'false') return { kind: 'truth', value: value === 'true' };
		if (value === 'empty') return { kind: 'empty' };
		if (!Object.hasOwn(functions, value))
			throw new Unreadable({ code: 'formula-unknown-function', at, name: value });
		const name = value as FunctionName;
		this.#take('(');
		const args: Expression[] = [];
		if (!this.#is(')')) {
			args.push(this.#expression(0));
			while (this.#is(',')) {
				this.#next++;
				args.push(this.#expression(0));
			}
		}
		this.#take(')');
		const [fewest, most] = functions[name];
		if (args.length < fewest || args.length > most)
			throw new Unreadable({ code: 'formula-arguments', at, name });
		return { kind: 'call', name, args };
	}

	#is(sign: string): boolean {
		return this.#peek().kind === 'sign' && this.#peek().value === sign;
	}

	#take(sign: string): void {
		if (!this.#is(sign)) throw this.#unexpected();
		this.#next++;
	}

	#unexpected(): Unreadable {
		const { kind, at } = this.#peek();
		return new Unreadable({ code: kind === 'end' ? 'formula-unfinished' : 'formula-unexpected', at });
	}
}
