import { callFunction } from './call.ts';
import type { Expression, PairSign } from './parse.ts';
import { add, compared, divided, multiplied, negated, rationalOf, whole } from './rational.ts';
import {
	countOf,
	dayOf,
	existing,
	isDay,
	isNumber,
	NoValue,
	numberOf,
	short,
	textOf,
	type Reading,
	type Value
} from './value.ts';

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
		return textOf(valueOf(tree, reading));
	} catch (error) {
		if (error instanceof NoValue) return null;
		throw error;
	}
}

function valueOf(tree: Expression, reading: Reading): Value {
	switch (tree.kind) {
		case 'number':
			return rationalOf(tree.value);
		case 'text':
		case 'truth':
			return tree.value;
		case 'empty':
			return null;
		case 'column': {
			const text = reading.cell(tree.name).trim();
			return text === '' ? null : text;
		}
		case 'not':
			return !truthOf(valueOf(tree.of, reading));
		case 'minus': {
			const number = numberOf(valueOf(tree.of, reading), reading);
			return number && negated(number);
		}
		case 'pair':
			return pairOf(tree.sign, tree.left, tree.right, reading);
		case 'call':
			return callFunction(
				tree.name,
				tree.args.map((arg) => () => valueOf(arg, reading)),
				truthOf,
				reading
			);
	}
}

function truthOf(value: Value): boolean {
	if (typeof value === 'boolean') return value;
	if (value === null) return false;
	throw new NoValue();
}

function pairOf(sign: PairSign, left: Expression, right: Expression, reading: Reading): Value {
	const a = valueOf(left, reading);
	// What the left side decides is not asked of the right one.
	if (sign === 'and') return truthOf(a) && truthOf(valueOf(right, reading));
	if (sign === 'or') return truthOf(a) || truthOf(valueOf(right, reading));
	const b = valueOf(right, reading);
	switch (sign) {
		case '&':
			return short(textOf(a) + textOf(b));
		case '+':
		case '-':
			return sumOf(a, b, sign === '-', reading);
		case '*':
		case '/': {
			const x = numberOf(a, reading);
			const y = numberOf(b, reading);
			if (x === null || y === null) return null;
			return sign === '*' ? multiplied(x, y) : existing(divided(x, y));
		}
		case '=':
			return orderOf(a, b, true, reading) === 0;
		case '<>':
			return orderOf(a, b, true, reading) !== 0;
		default: {
			const order = orderOf(a, b, false, reading);
			if (order === null) return false;
			if (order === 0) return sign === '<=' || sign === '>=';
			return order < 0 ? sign.startsWith('<') : sign.startsWith('>');
		}
	}
}

/** Two days: the days between them; a day and a number: another day. */
function sumOf(a: Value, b: Value, minus: boolean, reading: Reading): Value {
	if (a === null || b === null) return null;
	if (isDay(a) && isDay(b)) return minus ? whole(a.day - b.day) : existing(null);
	if (isDay(a)) return { day: a.day + (minus ? -1 : 1) * countOf(b, reading) };
	const x = existing(numberOf(a, reading));
	const y = existing(numberOf(b, reading));
	return add(x, minus ? negated(y) : y);
}

/**
 * −1, 0, 1, or null: one of them is empty. Beside a number or a day a text is read as one. Two texts are the same when they
 * are written the same, and ordered as numbers if both are numbers.
 */
function orderOf(a: Value, b: Value, same: boolean, reading: Reading): number | null {
	if (a === null || b === null) return same && a === b ? 0 : null;
	if (isDay(a) || isDay(b)) return Math.sign(dayOf(a, reading) - dayOf(b, reading));
	if (isNumber(a) || isNumber(b))
		return compared(existing(numberOf(a, reading)), existing(numberOf(b, reading)));
	const x = textOf(a);
	const y = textOf(b);
	const [left, right] = same ? [null, null] : [reading.number(x), reading.number(y)];
	if (left !== null && right !== null) return compared(left, right);
	return x < y ? -1 : x > y ? 1 : 0;
}
