import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvRows, writeCsv } from '#lib/report/csv.ts';

describe('a CSV file for spreadsheets', () => {
	test('starts with a byte order mark and ends every row with CRLF', () => {
		expect(writeCsv(['客户', 'M'], [['甲', 1.5]])).toBe('\ufeff客户,M\r\n甲,1.5\r\n');
	});

	test('keeps numbers numbers, negative ones too, and leaves no value empty', () => {
		expect(csvRows([[-5, 0, NaN, null, Infinity, 1e21]])).toBe('-5,0,,,,1e+21\r\n');
	});

	test.each([
		'=1+1',
		'+1',
		'-1',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		'　＝1',
		'＋1',
		'－1',
		'＠x',
		'\u00a0=1',
		'\n=1',
		'  =1'
	])('disarms the formula %j', (text) => {
		const [row] = Papa.parse<string[]>(csvRows([[text]]), { newline: '\r\n' }).data;
		expect(row?.[0]).toBe(`'${text}`);
	});

	test.each(['a=1', '甲', "it's", '2024-01-05', '', '1,5', 'say "hi"', 'two\nlines'])(
		'keeps the text %j',
		(text) => {
			const [row] = Papa.parse<string[]>(csvRows([[text, 'end']]), { newline: '\r\n' }).data;
			expect(row).toEqual([text, 'end']);
		}
	);

	test('disarms headers as well', () => {
		expect(writeCsv(['=cmd'], [])).toBe('\ufeff"\'=cmd"\r\n');
	});
});
