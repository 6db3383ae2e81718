import { describe, expect, test } from 'vitest';
import { dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { latestValues } from '#lib/core/dataset/latest-values.ts';
import { columnNature } from '#lib/core/privacy/column-nature.ts';
import { masked } from '#lib/core/privacy/mask.ts';
import { pseudonymCodes } from '#lib/core/privacy/pseudonym-codes.ts';

describe('a mask', () => {
	test.each([
		['欧阳娜娜', 'name', '欧**'],
		['(020) 7946 0018', 'contact', '***18'],
		['+86 138 0013 8000', 'contact', '138****8000'],
		['ｌｉ＠ｅｘａｍｐｌｅ．ｃｎ', 'contact', 'l***@…'],
		['call 13800138000, ask for Zoe', 'text', 'c***'],
		['  ', 'text', ''],
		['x', 'text', '***'],
		['💎张伟', 'text', '💎***']
	] as const)('of %s (%s) is %s', (value, nature, expected) => {
		expect(masked(value, nature)).toBe(expected);
	});

	test('tells no length', () => {
		expect(masked('Al', 'name')).toBe(masked('Alexandra Bartholomew', 'name'));
	});
});

describe('codes', () => {
	const digest = (...bytes: number[]) => Uint8Array.from({ length: 32 }, (_, i) => bytes[i] ?? 0);

	test('that would be alike are lengthened, and only those', () => {
		const [a, b, c] = pseudonymCodes([
			digest(1, 2, 3, 4, 5, 6, 0x00, 1),
			digest(1, 2, 3, 4, 5, 6, 0x00, 2),
			digest(9)
		]);
		expect(a).not.toBe(b);
		expect(a).toHaveLength(17);
		expect(a?.slice(0, 11)).toBe(b?.slice(0, 11));
		expect(c).toHaveLength(11);
	});

	test('of equal digests there are none', () => {
		expect(() => pseudonymCodes([digest(1), digest(1)])).toThrow(RangeError);
	});
});

describe('what a column holds', () => {
	const many = (of: (i: number) => string, n = 200) =>
		dictionaryOf(Array.from({ length: n }, (_, i) => of(i)));
	test.each([
		['few values', dictionaryOf(['微信', '抖音', '门店']), 900, 'category'],
		['phone numbers', many((i) => String(13800138000 + i)), 900, 'contact'],
		[
			'mostly plain values with some addresses among them',
			many((i) => (i % 8 ? `v${i}` : `a${i}@b.cn`)),
			9e6,
			'contact'
		],
		['one value a row', many((i) => `note ${i}`), 400, 'text'],
		['many groups of many rows', many((i) => `city ${i}`), 40_000, 'category'],
		[
			'a long sentence',
			dictionaryOf(['y', 'The customer asked to be called back after the holidays.']),
			900,
			'text'
		],
		['nothing', dictionaryOf([]), 0, 'category']
	] as const)('%s', (_, values, rows, nature) => {
		expect(columnNature(values, rows)).toBe(nature);
	});
});

test('the latest value is that of the last row that has one, whatever came of the order', () => {
	const table = {
		rows: 6,
		customers: dictionaryOf(['a', 'b', 'c']),
		customer: Uint32Array.of(0, 0, 0, 1, 2, NO_CODE)
	};
	const codes = Uint32Array.of(0, 1, NO_CODE, NO_CODE, 0, 1);
	const latest = latestValues(table, { header: 'Consent', dictionary: dictionaryOf(['yes', 'no']), codes });
	expect([...latest]).toEqual([1, NO_CODE, 0]);
});
