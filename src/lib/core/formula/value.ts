import { civilDate } from '../calendar/day.ts';
import { decimalText, type Rational } from './rational.ts';

/** A day, as days since 1970-01-01. */
export interface Day {
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

/** A value that does not exist: a text that is no number, a division by zero. Thrown within a formula alone. */
export class NoValue extends Error {}

/** @example isDay({ day: 3 }) // => true */
export const isDay = (value: Value): value is Day =>
	typeof value === 'object' && value !== null && 'day' in value;

/** @example isNumber({ n: 1n, d: 2n }) // => true */
export const isNumber = (value: Value): value is Rational =>
	typeof value === 'object' && value !== null && 'n' in value;

/**
 * A value that must be there.
 *
 * @throws NoValue
 * @example
 * existing(3) // => 3
 */
export function existing<T>(value: T | null): T {
	if (value === null) throw new NoValue();
	return value;
}

/** Characters of a cell, as in spreadsheets: texts that a formula puts together must end somewhere. */
const LONGEST_TEXT = 32_767;

/**
 * A text that was put together.
 *
 * @throws NoValue where it is too long for a cell
 * @example
 * short('ab') // => 'ab'
 */
export function short(text: string): string {
	if (text.length > LONGEST_TEXT) throw new NoValue();
	return text;
}

/**
 * A value as the text of a cell.
 *
 * @example
 * textOf({ n: 5n, d: 4n }) // => '1.25'
 * textOf({ day: 19722 }) // => '2023-12-31'
 * textOf(null) // => ''
 */
export function textOf(value: Value): string {
	if (value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return String(value);
	if (isNumber(value)) return decimalText(value);
	const { year, month, day } = civilDate(value.day);
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/**
 * A value as a number; an empty one stays empty.
 *
 * @throws NoValue for a text that is no number, a day, a truth
 * @example
 * numberOf({ n: 1n, d: 2n }, { cell: () => '', number: () => null, date: () => null }) // => { n: 1n, d: 2n }
 */
export function numberOf(value: Value, reading: Reading): Rational | null {
	if (value === null || isNumber(value)) return value;
	if (typeof value === 'string') return existing(reading.number(value));
	throw new NoValue();
}

/**
 * A value as a day.
 *
 * @throws NoValue for anything else
 * @example
 * dayOf({ day: 3 }, { cell: () => '', number: () => null, date: () => null }) // => 3
 */
export function dayOf(value: Value, reading: Reading): number {
	if (value !== null && isDay(value)) return value.day;
	if (typeof value === 'string') return existing(reading.date(value));
	throw new NoValue();
}

/**
 * A small whole number: characters, decimals, days.
 *
 * @throws NoValue for anything else
 * @example
 * countOf({ n: 4n, d: 2n }, { cell: () => '', number: () => null, date: () => null }) // => 2
 */
export function countOf(value: Value, reading: Reading): number {
	const { n, d } = existing(numberOf(value, reading));
	const count = Number(n / d);
	if (n % d !== 0n || Math.abs(count) > 1e6) throw new NoValue();
	return count;
}
