import { civilDate } from '../calendar/day.ts';
import type { FunctionName } from './function-list.ts';
import { negated, rounded, whole } from './rational.ts';
import { countOf, dayOf, NoValue, numberOf, short, textOf, type Reading, type Value } from './value.ts';

/** Decimals that a number may be rounded to, either way. */
const MOST_DECIMALS = 30;

/**
 * A function of a formula. Arguments are asked for when they are needed: `if` reckons one of its branches.
 *
 * @throws NoValue where it has none
 * @example
 * callFunction('len', [() => 'ab'], (value) => value === true, { cell: () => '', number: () => null, date: () => null }) // => { n: 2n, d: 1n }
 */
export function callFunction(
	name: FunctionName,
	args: readonly (() => Value)[],
	truth: (value: Value) => boolean,
	reading: Reading
): Value {
	const at = (i: number): Value => args[i]?.() ?? null;
	const text = (i: number): string => textOf(at(i));
	const count = (i: number): number => countOf(at(i), reading);
	switch (name) {
		case 'if':
			return truth(at(0)) ? at(1) : at(2);
		case 'coalesce':
			for (const arg of args) {
				const value = arg();
				if (value !== null && value !== '') return value;
			}
			return null;
		case 'isempty':
			return text(0) === '';
		case 'round': {
			const number = numberOf(at(0), reading);
			const decimals = args.length > 1 ? count(1) : 0;
			if (Math.abs(decimals) > MOST_DECIMALS) throw new NoValue();
			return number && rounded(number, decimals);
		}
		case 'abs': {
			const number = numberOf(at(0), reading);
			return number !== null && number.n < 0n ? negated(number) : number;
		}
		case 'number':
			return numberOf(at(0), reading);
		case 'date': {
			const value = at(0);
			return value === null ? null : { day: dayOf(value, reading) };
		}
		case 'year':
		case 'month':
		case 'day': {
			const value = at(0);
			return value === null ? null : whole(civilDate(dayOf(value, reading))[name]);
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
			return letters(text(0), 0, count(1));
		case 'right': {
			const all = text(0);
			return letters(all, [...all].length - Math.max(0, count(1)), Infinity);
		}
		case 'mid':
			return letters(text(0), count(1) - 1, count(1) - 1 + count(2));
		case 'contains':
			return text(0).includes(text(1));
		case 'replace':
			return text(1) === '' ? text(0) : short(text(0).replaceAll(text(1), () => text(2)));
		case 'concat':
			return short(args.map((_, i) => text(i)).join(''));
	}
}

/** Characters, not units, from a place to another. */
function letters(text: string, from: number, to: number): string {
	return [...text].slice(Math.max(0, from), Math.max(0, to)).join('');
}
