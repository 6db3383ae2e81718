import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { dictionaryOf } from '#lib/core/columns/dictionary.ts';
import { sortKeys } from '#lib/core/columns/sort-dictionary.ts';
import { headsOf, isBefore, sharedStart } from '#lib/import/key-run.ts';

const digits = fc.stringMatching(/^[0-9]{1,18}$/);
const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.stringMatching(/^[0a#]{0,14}$/));

describe('Runs of keys', () => {
	test.prop([
		fc.uniqueArray(fc.oneof(texts, digits), { minLength: 2, maxLength: 40 }),
		fc.constantFrom('', '12', 'customer-'),
		fc.nat()
	])('are merged by their heads into canonical order', (keys, start, seed) => {
		const dictionary = dictionaryOf(keys.map((key) => start + key));
		const sorted = sortKeys(dictionary);
		const rank = new Map([...sorted].map((code, place) => [code, place]));
		const isOne = (code: number): boolean => (Math.imul(code + seed, 0x9e3779b1) >>> 16) % 2 === 0;
		const parts = [sorted.filter(isOne), sorted.filter((code) => !isOne(code))];
		fc.pre(parts.every(({ length }) => length > 0));
		const skip = sharedStart(dictionary, parts);
		const [a, b] = parts.map((codes) => headsOf(dictionary, codes, skip));
		for (const [i, one] of a!.codes.entries()) {
			for (const [j, other] of b!.codes.entries())
				expect(isBefore(dictionary, a!, i, b!, j)).toBe(rank.get(one)! < rank.get(other)!);
		}
	});
});
