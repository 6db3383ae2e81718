import { dictionaryOf, NO_CODE, type Dictionary } from './dictionary.ts';

/**
 * Gives each distinct string a code, 0, 1, 2 … in order of first appearance, and packs them at the end.
 * A column is read with one `intern` per row; equal strings always get the same code.
 *
 * @example
 * const builder = new DictionaryBuilder();
 * builder.intern('b') // => 0
 * builder.intern('a') // => 1
 * builder.intern('b') // => 0
 * builder.size // => 2
 */
export class DictionaryBuilder {
	// A Map, never a plain object: a key called `__proto__` is an ordinary key here.
	readonly #codes = new Map<string, number>();
	readonly #strings: string[] = [];
	#lastString = '';
	#lastCode = NO_CODE;

	/** Distinct strings so far. */
	get size(): number {
		return this.#strings.length;
	}

	/** The code of a string, new when it was not seen before. Repeats of the row above cost one comparison. */
	intern(text: string): number {
		if (this.#lastCode !== NO_CODE && text === this.#lastString) return this.#lastCode;
		let code = this.#codes.get(text);
		if (code === undefined) {
			code = this.#strings.length;
			this.#codes.set(text, code);
			this.#strings.push(text);
		}
		this.#lastString = text;
		this.#lastCode = code;
		return code;
	}

	/** The code of a string already interned, or `NO_CODE`. */
	codeOf(text: string): number {
		return this.#codes.get(text) ?? NO_CODE;
	}

	/** The string of a code given out by `intern`. */
	stringOf(code: number): string {
		const text = this.#strings[code];
		if (text === undefined) throw new RangeError(`no entry ${code} in the builder`);
		return text;
	}

	/** The strings in the order of their codes; a copy. */
	strings(): string[] {
		return this.#strings.slice();
	}

	/** Packs what was interned so far; the builder can go on. */
	build(): Dictionary {
		return dictionaryOf(this.#strings);
	}
}
