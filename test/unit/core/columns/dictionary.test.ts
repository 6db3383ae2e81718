import { describe, expect, it } from 'vitest';
import { decodeAll, dictionaryOf, NO_CODE, stringAt } from '#lib/core/columns/dictionary.ts';
import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';

const nasty = ['', 'a', '客户', '😀 x', '\ufeffmark', '__proto__', 'é', 'a\u0000b', 'ﾊﾝ', '007'];

describe('dictionary', () => {
	it('gives back every string as it was, among them empty ones, pairs and byte order marks', () => {
		const dictionary = dictionaryOf(nasty);
		expect(decodeAll(dictionary)).toEqual(nasty);
		expect(nasty.map((_, code) => stringAt(dictionary, code))).toEqual(nasty);
	});

	it('takes the short way for plain ASCII with the same answer', () => {
		const plain = ['17850', '', 'x y', 'Z'];
		expect(decodeAll(dictionaryOf(plain))).toEqual(plain);
	});

	it('keeps growing when text is wider than a byte a unit', () => {
		const wide = Array.from({ length: 500 }, (_, i) => '客'.repeat(i % 7) + i);
		const dictionary = dictionaryOf(wide);
		expect(decodeAll(dictionary)).toEqual(wide);
		expect(dictionary.bytes.length).toBe(dictionary.offsets[wide.length]);
	});

	it('refuses codes that it does not hold', () => {
		const dictionary = dictionaryOf(['a']);
		expect(() => stringAt(dictionary, 1)).toThrow(RangeError);
		expect(() => stringAt(dictionary, NO_CODE)).toThrow(RangeError);
		expect(() => stringAt(dictionary, Number.NaN)).toThrow(RangeError);
	});

	it('writes a lone surrogate as the replacement character', () => {
		expect(decodeAll(dictionaryOf(['a\ud800b']))).toEqual(['a\ufffdb']);
	});
});

describe('DictionaryBuilder', () => {
	it('gives equal strings one code, in order of first appearance', () => {
		const builder = new DictionaryBuilder();
		const codes = ['b', 'b', '__proto__', 'a', 'b', '', ''].map((text) => builder.intern(text));
		expect(codes).toEqual([0, 0, 1, 2, 0, 3, 3]);
		expect(builder.size).toBe(4);
		expect(decodeAll(builder.build())).toEqual(['b', '__proto__', 'a', '']);
	});

	it('keeps the empty string as a key of its own, wherever it comes', () => {
		const builder = new DictionaryBuilder();
		expect(['', 'a', '', 'a'].map((text) => builder.intern(text))).toEqual([0, 1, 0, 1]);
		const later = new DictionaryBuilder();
		expect(['a', '', 'a', ''].map((text) => later.intern(text))).toEqual([0, 1, 0, 1]);
	});

	it('goes on after a build', () => {
		const builder = new DictionaryBuilder();
		builder.intern('a');
		const first = builder.build();
		builder.intern('b');
		expect([first.size, builder.build().size]).toEqual([1, 2]);
	});
});
