import { describe, expect, it } from 'vitest';
import { compareKeys } from '../../../support/compare-keys.ts';
import { decodeAll, dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { remapCodes, sortDictionary } from '#lib/core/columns/sort-dictionary.ts';

const inOrder = [
	'', // no digits at all, so not a number: the first of the texts
	'-1',
	'1.5',
	'A',
	'B',
	'a',
	'客',
	'\ue000',
	'\uffee',
	'😀'
];
const numbersInOrder = [
	'0',
	'00',
	'007',
	'07',
	'7',
	'8',
	'0010',
	'10',
	'9007199254740993',
	'9007199254740994'
];

describe('canonical key order', () => {
	const expected = [...numbersInOrder, ...inOrder];

	it('puts numbers first, by value and then by text, and all else by code point', () => {
		const shuffled = expected.map((_, i) => expected[(i * 7 + 3) % expected.length] as string);
		expect(new Set(shuffled).size).toBe(expected.length);
		expect(shuffled.sort(compareKeys)).toEqual(expected);
	});

	it('keeps apart ids over 2^53 that a float would make equal', () => {
		expect(Number('9007199254740993') === Number('9007199254740992')).toBe(true);
		expect(compareKeys('9007199254740992', '9007199254740993')).toBeLessThan(0);
	});

	it('sorts a dictionary alike, and says where each code went', () => {
		const shuffled = expected.map((_, i) => expected[(i * 11 + 5) % expected.length] as string);
		const { dictionary, newCode } = sortDictionary(dictionaryOf(shuffled));
		expect(decodeAll(dictionary)).toEqual(expected);
		expect(shuffled.map((_, old) => expected[newCode[old] as number])).toEqual(shuffled);
	});

	it('leaves empty codes empty', () => {
		const codes = Uint32Array.of(1, NO_CODE, 0);
		expect([...remapCodes(codes, Uint32Array.of(9, 8))]).toEqual([8, NO_CODE, 9]);
		expect([...codes]).toEqual([1, NO_CODE, 0]);
	});
});
