import { describe, expect, it } from 'vitest';
import { MAX_SCALE } from '#lib/import/limits.ts';
import { moneyOf, newMoney, productOf } from '#lib/import/values/money.ts';
import { newReading, NumberStatus, readNumber } from '#lib/import/values/read-number.ts';

const point = { decimal: '.', group: ',' } as const;
const comma = { decimal: ',', group: '.' } as const;
const space = { decimal: ',', group: ' ' } as const;
const swiss = { decimal: '.', group: "'" } as const;
const plain = { decimal: '.', group: '' } as const;

type Style = Parameters<typeof readNumber>[1];

/** Cell, style, and the decimal number that it is, or why it is none. */
const cells: readonly (readonly [string, Style, string])[] = [
	['0', point, '0'],
	['-0', point, '0'],
	['-0.00', point, '0'],
	['+5', point, '5'],
	['007', point, '7'],
	['12.50', point, '12.5'],
	['.5', point, '0.5'],
	['5.', point, '5'],
	['1,234', point, '1234'],
	['1,234.56', point, '1234.56'],
	['1,234,567.891', point, '1234567.891'],
	['12,34,567', point, '1234567'],
	['1,23', point, 'invalid'],
	['1,2345', point, 'invalid'],
	['12,34', point, 'invalid'],
	['1.234,56', point, 'invalid'],
	['1.2.3', point, 'invalid'],
	['1,,234', point, 'invalid'],
	['1.234,56', comma, '1234.56'],
	['1.652,29', comma, '1652.29'],
	['1.234', comma, '1234'],
	['12,5', comma, '12.5'],
	['1,234.56', comma, 'invalid'],
	['1.23', comma, 'invalid'],
	['1 234,56', space, '1234.56'],
	['1\u00a0234,56', space, '1234.56'],
	['1\u202f234,56', space, '1234.56'],
	["1'234.50", swiss, '1234.5'],
	['1234.5', plain, '1234.5'],
	['1,234', plain, 'invalid'],
	['１２３', point, '123'],
	['１，２３４．５', point, '1234.5'],
	['－１２', point, '-12'],
	['（１２）', point, '-12'],
	['(1,234)', point, '-1234'],
	['(1,234.50)', point, '-1234.5'],
	['1,234-', point, '-1234'],
	['-1,234', point, '-1234'],
	['−5', point, '-5'],
	['-(5)', point, 'invalid'],
	['--5', point, 'invalid'],
	['(-5)', point, 'invalid'],
	['¥12', point, '12 ¥'],
	['￥12.50', point, '12.5 ¥'],
	['￥1.2万', point, '12000 ¥'],
	['1.2万', point, '12000'],
	['3亿', point, '300000000'],
	['0.5亿元', point, '50000000 元'],
	['1.2万元', point, '12000 元'],
	['12元', point, '12 元'],
	['¥12元', point, '12 元'],
	['2百万', point, '2000000'],
	['1.5k', point, '1500'],
	['2M', point, '2000000'],
	['$1,234.56', point, '1234.56 $'],
	['-$5', point, '-5 $'],
	['$-5', point, '-5 $'],
	['($5.00)', point, '-5 $'],
	['$(5.00)', point, '-5 $'],
	['US$ 5', point, '5 US$'],
	['R$1.652,29', comma, '1652.29 R$'],
	['R$ 1.652,29', comma, '1652.29 R$'],
	['12,50 €', comma, '12.5 €'],
	['€12.50', point, '12.5 €'],
	['£0.85', point, '0.85 £'],
	['12.50 USD', point, '12.5 USD'],
	['usd 12', point, '12 usd'],
	['$12 €', point, 'invalid'],
	['12%', point, '0.12 %'],
	['12.5 %', point, '0.125 %'],
	['1e3', point, '1000'],
	['1.5E+2', point, '150'],
	['12e-2', point, '0.12'],
	['1.23457E+17', point, '123457000000000000'],
	['1e400', point, 'too-large'],
	['1e-400', point, '0'],
	['9007199254740993', point, '9007199254740993'],
	['123456789012345678901234567890', point, '123456789012345678901234567890'],
	['0.30000000000000004', point, '0.3 noise'],
	['12.340000000000001', point, '12.34 noise'],
	['1234.5600000000002', point, '1234.56 noise'],
	['-19.990000000000002', point, '-19.99 noise'],
	['0.1234567890123456789', point, '0.1234567890123456789'],
	['3.3333333333333335', point, '3.3333333333333335'],
	['="12.50"', point, '12.5'],
	["'12.50", point, '12.5'],
	['  7  ', point, '7'],
	['\u3000７', point, '7'],
	['', point, 'empty'],
	['   ', point, 'empty'],
	['abc', point, 'invalid'],
	['12abc', point, 'invalid'],
	['1 2', point, 'invalid'],
	['NaN', point, 'invalid'],
	['Infinity', point, 'invalid'],
	['0x10', point, 'invalid'],
	['1e', point, 'invalid'],
	['.', point, 'invalid'],
	['-', point, 'invalid'],
	['$', point, 'invalid'],
	['2024-03-05', point, 'invalid'],
	['9'.repeat(300), point, 'invalid']
];

function written(text: string, style: Style): string {
	const reading = newReading();
	const status = readNumber(text, style, reading);
	if (status === NumberStatus.EMPTY) return 'empty';
	if (status === NumberStatus.INVALID) return 'invalid';
	if (status === NumberStatus.TOO_LARGE) return 'too-large';
	const exact = reading.big ?? BigInt(reading.mantissa);
	const negative = exact < 0n ? '-' : '';
	const digits = (exact < 0n ? -exact : exact).toString().padStart(reading.decimals + 1, '0');
	const at = digits.length - reading.decimals;
	const number = reading.decimals === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
	const marks = `${reading.sign === '' ? '' : ` ${reading.sign}`}${reading.percent ? ' %' : ''}`;
	return `${negative}${number}${marks}${reading.denoised ? ' noise' : ''}`;
}

describe('A number in a cell', () => {
	it.each(cells)('%j in the style %j is %s', (text, style, expected) => {
		expect(written(text, style)).toBe(expected);
	});

	it('is never a negative zero', () => {
		const reading = newReading();
		readNumber('-0', point, reading);
		expect(Object.is(reading.mantissa, 0)).toBe(true);
		readNumber('(0.00)', point, reading);
		expect(Object.is(reading.mantissa, 0)).toBe(true);
	});
});

function product(a: string, b: string): { units: number; decimals: number; rounded: boolean } | null {
	const [x, y, money] = [newReading(), newReading(), newMoney()];
	readNumber(a, point, x);
	readNumber(b, point, y);
	return productOf(x, y, money) ? money : null;
}

describe('Money', () => {
	it('of quantity × price is exact where floating point is not', () => {
		expect(product('3', '0.1')).toEqual({ units: 3, decimals: 1, rounded: false });
		expect(product('3', '1.005')).toEqual({ units: 3015, decimals: 3, rounded: false });
		expect(product('80995', '2.08')).toEqual({ units: 1684696, decimals: 1, rounded: false });
		expect(product('-1', '0.55')).toEqual({ units: -55, decimals: 2, rounded: false });
		expect(Object.is(product('-1', '0')?.units, 0)).toBe(true);
	});

	it('is cleaned of binary noise before it is multiplied, and says so', () => {
		expect(product('3', '0.30000000000000004')).toEqual({ units: 9, decimals: 1, rounded: true });
	});

	it(`keeps ${MAX_SCALE} decimals, rounds half away from zero beyond, and says so`, () => {
		expect(product('1', '0.0000005')).toEqual({ units: 1, decimals: 6, rounded: true });
		expect(product('-1', '0.0000005')).toEqual({ units: -1, decimals: 6, rounded: true });
		expect(product('1', '0.00000049')).toEqual({ units: 0, decimals: 0, rounded: true });
		expect(product('3', '3.3333333333333335')).toEqual({ units: 10, decimals: 0, rounded: true });
		expect(product('1', '0.123456')).toEqual({ units: 123456, decimals: 6, rounded: false });
	});

	it('beyond 2^53 of its unit is refused, not rounded', () => {
		expect(product('1', '9007199254740991')).toEqual({
			units: 9007199254740991,
			decimals: 0,
			rounded: false
		});
		expect(product('1', '9007199254740993')).toBeNull();
		expect(product('9007199254740991', '2')).toBeNull();
		const money = newMoney();
		const reading = newReading();
		readNumber('90071992547409.93', point, reading);
		expect(moneyOf(reading, money)).toBe(false);
	});
});
