import { CoreError } from '#lib/core/errors.ts';
import { MAX_LINE_UNITS } from '../limits.ts';

/** A record as it is written, and where. */
export interface JsonText {
	readonly text: string;
	/** Line on which it starts, from 1. */
	readonly line: number;
	/** Name of the list that it is in; null for a list without one and for records one a line. */
	readonly list: string | null;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const COMMA = 44;
const NEWLINE = 10;

/**
 * Cuts JSON into the texts of its records, piece by piece: a list of them, an object with lists of them, or one after
 * the other. What a record holds is not looked into; memory holds one record.
 *
 * An object alone is a record; if it has lists of objects it is their wrapping. Which one cannot be known before its
 * end, so `wrapped` says it.
 */
export class JsonRecords {
	readonly #wrapped: boolean;
	#held = '';
	#line = 1;
	#depth = 0;
	#inString = false;
	#escaped = false;
	#start = -1;
	#startLine = 1;
	/** Depth at which records start: within one list, or within a list of an object. */
	#level = 0;
	#list: string | null = null;
	#inList = false;
	#name = '';
	#nameFrom = -1;
	#begun = false;

	constructor(wrapped: boolean) {
		this.#wrapped = wrapped;
	}

	/** @throws CoreError `json-malformed` {line} */
	push(piece: string, last: boolean): JsonText[] {
		const text = this.#held + piece;
		const records: JsonText[] = [];
		for (let at = this.#held.length; at < text.length; at++) {
			const unit = text.charCodeAt(at);
			if (this.#inString) {
				if (unit === NEWLINE) this.#line++;
				if (this.#escaped) this.#escaped = false;
				else if (unit === BACKSLASH) this.#escaped = true;
				else if (unit === QUOTE) this.#closeString(text, at);
				continue;
			}
			if (unit === NEWLINE) this.#line++;
			else if (unit === QUOTE) this.#openString(at);
			else if (unit === OPEN || unit === OPEN_LIST) this.#open(unit, at);
			else if (unit === CLOSE || unit === CLOSE_LIST) {
				const record = this.#close(unit, text, at);
				if (record !== null) records.push(record);
			} else if (
				unit > 32 &&
				unit !== COMMA &&
				unit !== 0xfeff &&
				this.#depth <= this.#level &&
				this.#bare()
			) {
				throw this.#malformed();
			}
		}
		this.#keep(text);
		if (last && (this.#depth !== 0 || this.#inString)) throw this.#malformed();
		return records;
	}

	#malformed(): CoreError {
		return new CoreError('json-malformed', { line: this.#line });
	}

	/** Between records stands nothing but commas; in a wrapping object stand its other fields and lists. */
	#bare(): boolean {
		return !this.#wrapped || this.#depth === 0;
	}

	#openString(at: number): void {
		if (this.#depth <= this.#level && this.#bare()) throw this.#malformed();
		this.#inString = true;
		if (this.#wrapped && this.#depth === 1) this.#nameFrom = at;
	}

	#closeString(text: string, at: number): void {
		this.#inString = false;
		if (this.#nameFrom < 0) return;
		const token = text.slice(this.#nameFrom, at + 1);
		this.#nameFrom = -1;
		try {
			this.#name = JSON.parse(token) as string;
		} catch {
			throw this.#malformed();
		}
	}

	#open(unit: number, at: number): void {
		if (!this.#begun) {
			this.#begun = true;
			if (unit === OPEN_LIST) {
				this.#inList = true;
				this.#level = 1;
				this.#depth = 1;
				return;
			}
			this.#level = this.#wrapped ? 2 : 0;
		}
		if (this.#wrapped && this.#depth === 1 && unit === OPEN_LIST) {
			this.#inList = true;
			this.#list = this.#name;
		} else if (unit === OPEN && this.#depth === this.#level && (this.#inList || !this.#wrapped)) {
			this.#start = at;
			this.#startLine = this.#line;
		}
		this.#depth++;
	}

	#close(unit: number, text: string, at: number): JsonText | null {
		this.#depth--;
		if (this.#depth < 0) throw this.#malformed();
		if (this.#wrapped && this.#depth === 1 && unit === CLOSE_LIST) this.#inList = false;
		if (this.#start < 0 || this.#depth !== this.#level) return null;
		const record = { text: text.slice(this.#start, at + 1), line: this.#startLine, list: this.#list };
		this.#start = -1;
		return record;
	}

	/** What is still needed of the text so far. */
	#keep(text: string): void {
		const from = this.#start >= 0 ? this.#start : this.#nameFrom;
		this.#held = from < 0 ? '' : text.slice(from);
		if (this.#held.length > MAX_LINE_UNITS) throw this.#malformed();
		if (this.#start >= 0) this.#start = 0;
		else if (this.#nameFrom >= 0) this.#nameFrom = 0;
	}
}
