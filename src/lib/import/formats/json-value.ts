import { exactText, truthText } from './cell-words.ts';

/** A field of a record: its text, and whether it is a number or a truth value by type. */
export interface JsonField {
	readonly text: string;
	readonly typed: boolean;
}

/** Objects within objects, at most. */
const MAX_DEPTH = 32;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const BLANK = /[ \t\r\n]*/y;

/**
 * The fields of one JSON object, as texts under their names. Numbers keep the digits they are written with, so that an
 * id beyond 2^53 stays whole; objects within give `outer.inner`; lists stay as JSON; null is nothing. Names are keys of
 * a map, never properties, so that no name can do harm. Null for anything that is not one whole object.
 *
 * @example
 * recordOf('{"id":123456789012345678,"by":{"name":"ada"},"paid":true}')?.get('by.name')?.text // => 'ada'
 * recordOf('{"id":123456789012345678}')?.get('id')?.text // => '123456789012345678'
 * recordOf('{"id":}') // => null
 */
export function recordOf(text: string): ReadonlyMap<string, JsonField> | null {
	const reader = new RecordReader(text);
	return reader.read() ? reader.fields : null;
}

class RecordReader {
	readonly fields = new Map<string, JsonField>();
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	read(): boolean {
		this.#blank();
		if (!this.#object('', 0)) return false;
		this.#blank();
		return this.#at === this.#text.length;
	}

	#blank(): void {
		this.#match(BLANK);
	}

	#match(pattern: RegExp): string | null {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.#text)?.[0] ?? null;
		if (found !== null) this.#at += found.length;
		return found;
	}

	#sign(sign: string): boolean {
		if (this.#text[this.#at] !== sign) return false;
		this.#at++;
		return true;
	}

	#string(): string | null {
		const token = this.#match(STRING);
		if (token === null) return null;
		if (!token.includes('\\')) return token.slice(1, -1);
		try {
			return JSON.parse(token) as string;
		} catch {
			return null;
		}
	}

	#object(prefix: string, depth: number): boolean {
		if (depth > MAX_DEPTH || !this.#sign('{')) return false;
		this.#blank();
		if (this.#sign('}')) return true;
		for (;;) {
			this.#blank();
			const name = this.#string();
			if (name === null) return false;
			this.#blank();
			if (!this.#sign(':')) return false;
			this.#blank();
			if (!this.#value(prefix === '' ? name : `${prefix}.${name}`, depth)) return false;
			this.#blank();
			if (this.#sign('}')) return true;
			if (!this.#sign(',')) return false;
		}
	}

	#value(name: string, depth: number): boolean {
		const first = this.#text[this.#at];
		if (first === '{') return this.#object(name, depth + 1);
		if (first === '"') {
			const text = this.#string();
			if (text === null) return false;
			this.fields.set(name, { text, typed: false });
			return true;
		}
		if (first === '[') {
			const from = this.#at;
			if (!this.#list(depth + 1)) return false;
			this.fields.set(name, { text: this.#text.slice(from, this.#at), typed: false });
			return true;
		}
		for (const [word, text] of words) {
			if (!this.#text.startsWith(word, this.#at)) continue;
			this.#at += word.length;
			this.fields.set(name, { text, typed: text !== '' });
			return true;
		}
		const token = this.#match(NUMBER);
		if (token === null) return false;
		this.fields.set(name, { text: exactText(token), typed: true });
		return true;
	}

	/** Passes a list over; its text is what is kept of it. */
	#list(depth: number): boolean {
		if (depth > MAX_DEPTH) return false;
		this.#at++;
		this.#blank();
		if (this.#sign(']')) return true;
		const inner = new Map(this.fields);
		for (;;) {
			this.#blank();
			if (!this.#value('', depth)) return false;
			this.#blank();
			if (this.#sign(']')) break;
			if (!this.#sign(',')) return false;
		}
		// What stood inside are no fields of the record.
		this.fields.clear();
		for (const [name, field] of inner) this.fields.set(name, field);
		return true;
	}
}

const words: readonly (readonly [string, string])[] = [
	['true', truthText(true)],
	['false', truthText(false)],
	['null', '']
];
