import { civilDate } from '../calendar/day.ts';
import type { Expression, FunctionName, PairSign } from './parse.ts';
import {
	add,
	compared,
	decimalText,
	divided,
	multiplied,
	negated,
	rationalOf,
	rounded,
	whole,
	type Rational
} from './rational.ts';

/** A day, as days since 1970-01-01. */
interface Day {
	readonly day: number;
}

/** What a part of a formula is worth; null is the empty value. */
export type Value = string | boolean | Rational | Day | null;

/** How the texts of columns are looked up and read. Null: no number, no date. */
export interface Reading {
	readonly cell: (name: string) => string;
	readonly number: (text: string) => Rational | null;
	readonly date: (text: string) => number | null;
}

/** A value that does not exist: a text that is no number, a division by zero. Thrown inside this file alone. */
class NoValue extends Error {}

const isDay = (value: Value): value is Day => typeof value === 'object' && value !== null && 'day' in value;
const isNumber = (value: Value): value is Rational =>
	typeof value === 'object' && value !== null && 'n' in value;

/**
 * The result of a formula for one row as the text of a cell: numbers with a point, dates as YYYY-MM-DD, `true` and
 * `false`, '' for the empty value. Null where there is no such value: a text that is no number, a division by zero.
 *
 * Empty cells: reckoning with an empty value gives an empty value; an empty value equals only another, and is neither
 * more nor less than anything; as a truth it is false; in texts it is nothing.
 *
 * @example
 * const reading = { cell: () => '4', number: (text) => ({ n: BigInt(text), d: 1n }), date: () => null };
 * resultText({ kind: 'pair', sign: '/', left: { kind: 'number', value: '1' }, right: { kind: 'column', name: 'A', at: 0 } }, reading) // => '0.25'
 */
export function resultText(tree: Expression, reading: Reading): string | null {
	try {
		return textOf(new Evaluator(reading).value(tree));
	} catch (error) {
		if (error instanceof NoValue) return null;
		throw error;
	}
}

function textOf(value: Value): string {
	if (value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return String(value);
	return isDay(value) ? dateText(value.day) : decimalText(value);
}

function dateText(day: number): string {
	const { year, month, day: date } = civilDate(day);
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

class Evaluator {
	readonly #reading: Reading;

	constructor(reading: Reading) {
		this.#reading = reading;
	}

	value(tree: Expression): Value {
		switch (tree.kind) {
			case 'number':
				return rationalOf(tree.value);
			case 'text':
			case 'truth':
				return tree.value;
			case 'empty':
				return null;
			case 'column': {
				const text = this.#reading.cell(tree.name).trim();
				return text === '' ? null : text;
			}
			case 'not':
				return !this.#truth(tree.of);
			case 'minus': {
				const number = this.#number(this.value(tree.of));
				return number && negated(number);
			}
			case 'pair':
				return this.#pair(tree.sign, tree.left, tree.right);
			case 'call':
				return this.#call(tree.name, tree.args);
		}
	}

	#pair(sign: PairSign, left: Expression, right: Expression): Value {
		if (sign === 'and') return this.#truth(left) && this.#truth(right);
		if (sign === 'or') return this.#truth(left) || this.#truth(right);
		const a = this.value(left);
		const b = this.value(right);
		switch (sign) {
			case '&':
				return short(textOf(a) + textOf(b));
			case '+':
			case '-':
				return this.#sum(a, b, sign === '-');
			case '*':
			case '/': {
				const x = this.#number(a);
				const y = this.#number(b);
				if (x === null || y === null) return null;
				return sign === '*' ? multiplied(x, y) : existing(divided(x, y));
			}
			case '=':
				return this.#order(a, b, true) === 0;
			case '<>':
				return this.#order(a, b, true) !== 0;
			default: {
				const order = this.#order(a, b, false);
				if (order === null) return false;
				if (order === 0) return sign === '<=' || sign === '>=';
				return order < 0 ? sign.startsWith('<') : sign.startsWith('>');
			}
		}
	}

	/** Days and days: the days between; days and a number: another day. */
	#sum(a: Value, b: Value, minus: boolean): Value {
		if (a === null || b === null) return null;
		if (isDay(a) && isDay(b)) return minus ? whole(a.day - b.day) : existing(null);
		if (isDay(a)) return { day: a.day + (minus ? -1 : 1) * this.#count(b) };
		const x = this.#number(a);
		const y = this.#number(b);
		if (x === null || y === null) return null;
		return add(x, minus ? negated(y) : y);
	}

	/**
	 * −1, 0, 1, or null: one of them is empty. Beside a number or a day a text is read as one. Two texts are the same when
	 * they are written the same, and ordered as numbers if both are numbers.
	 */
	#order(a: Value, b: Value, same: boolean): number | null {
		if (a === null || b === null) return same && a === b ? 0 : null;
		if (isDay(a) || isDay(b)) return Math.sign(this.#day(a) - this.#day(b));
		if (isNumber(a) || isNumber(b)) return compared(existing(this.#number(a)), existing(this.#number(b)));
		const x = textOf(a);
		const y = textOf(b);
		if (!same) {
			const left = this.#reading.number(x);
			const right = this.#reading.number(y);
			if (left !== null && right !== null) return compared(left, right);
		}
		return x < y ? -1 : x > y ? 1 : 0;
	}

	#truth(tree: Expression): boolean {
		const value = this.value(tree);
		if (typeof value === 'boolean') return value;
		if (value === null) return false;
		throw new NoValue();
	}

	#number(value: Value): Rational | null {
		if (value === null || isNumber(value)) return value;
		if (typeof value === 'string') return existing(this.#reading.number(value));
		throw new NoValue();
	}

	#day(value: Value): number {
		if (value !== null && isDay(value)) return value.day;
		if (typeof value === 'string') return existing(this.#reading.date(value));
		throw new NoValue();
	}

	/** A small whole number: characters, decimals, days. */
	#count(value: Value): number {
		const { n, d } = existing(this.#number(value));
		const count = Number(n / d);
		if (n % d !== 0n || Math.abs(count) > 1e6) throw new NoValue();
		return count;
	}

	#call(name: FunctionName, args: readonly Expression[]): Value {
		const at = (i: number): Value => (args[i] === undefined ? null : this.value(args[i]));
		const text = (i: number): string => textOf(at(i));
		switch (name) {
			case 'if':
				return this.#truth(args[0] as Expression) ? at(1) : at(2);
			case 'coalesce':
				for (const arg of args) {
					const value = this.value(arg);
					if (value !== null && value !== '') return value;
				}
				return null;
			case 'round': {
				const number = this.#number(at(0));
				const decimals = args.length > 1 ? this.#count(at(1)) : 0;
				if (Math.abs(decimals) > 30) throw new NoValue();
				return number && rounded(number, decimals);
			}
			case 'abs': {
				const number = this.#number(at(0));
				return number !== null && number.n < 0n ? negated(number) : number;
			}
			case 'number':
				return this.#number(at(0));
			case 'date': {
				const value = at(0);
				return value === null ? null : { day: this.#day(value) };
			}
			case 'year':
			case 'month':
			case 'day': {
				const value = at(0);
				return value === null ? null : whole(civilDate(this.#day(value))[name]);
			}
			case 'lower':
				return text(0).toLowerCase();
			case 'upper':
				return text(0).toUpperCase();
			case 'trim':
				return text(0).trim().replace(/\s+/gu, ' ');
			case 'len':
				return whole([...text(0)].length);
			case 'left':
				return [...text(0)].slice(0, Math.max(0, this.#count(at(1)))).join('');
			case 'right': {
				const letters = [...text(0)];
				return letters.slice(Math.max(0, letters.length - Math.max(0, this.#count(at(1))))).join('');
			}
			case 'mid': {
				const from = this.#count(at(1)) - 1;
				return [...text(0)].slice(Math.max(0, from), Math.max(0, from + this.#count(at(2)))).join('');
			}
			case 'contains':
				return text(0).includes(text(1));
			case 'replace':
				return text(1) === '' ? text(0) : short(text(0).replaceAll(text(1), () => text(2)));
			case 'concat':
				return short(args.map((_, i) => text(i)).join(''));
			case 'isempty': {
				const value = at(0);
				return value === null || value === '';
			}
		}
	}
}

/** Characters of a cell, as in spreadsheets: texts that a formula puts together must end somewhere. */
const LONGEST_TEXT = 32_767;

function short(text: string): string {
	if (text.length > LONGEST_TEXT) throw new NoValue();
	return text;
}

function existing<T>(value: T | null): T {
	if (value === null) throw new NoValue();
	return value;
}
