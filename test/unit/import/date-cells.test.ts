import { describe, expect, it } from 'vitest';
import type { DateOrder } from '#lib/core/dataset/recipe.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { dateEvidence, decideOrder } from '#lib/import/values/date-order.ts';
import { DateStatus, newDateReading, readDate } from '#lib/import/values/read-date.ts';

/** Cell, order of the column, and what it is: a day, a day and a time, or why it is none. */
const cells: readonly (readonly [string, DateOrder, string])[] = [
	['2024-03-05', 'ymd', '2024-03-05'],
	['2024/3/5', 'ymd', '2024-03-05'],
	['2024.03.05', 'ymd', '2024-03-05'],
	['2024-3-5', 'dmy', '2024-03-05'],
	['2024-03-05', 'mdy', '2024-03-05'],
	['2024年3月5日', 'ymd', '2024-03-05'],
	['2024 年 3 月 5 日', 'ymd', '2024-03-05'],
	['24年3月5日', 'ymd', '2024-03-05'],
	['２０２４－０３－０５', 'ymd', '2024-03-05'],
	['20240305', 'compact-ymd', '2024-03-05'],
	['20240305', 'ymd', '2024-03-05'],
	['20240305143015', 'compact-ymd', '2024-03-05 14:30:15'],
	['20240305 14:30', 'compact-ymd', '2024-03-05 14:30:00'],
	['20240305', 'dmy', 'invalid'],
	['3/4/2024', 'dmy', '2024-04-03'],
	['3/4/2024', 'mdy', '2024-03-04'],
	['03-04-2024', 'dmy', '2024-04-03'],
	['3.4.2024', 'dmy', '2024-04-03'],
	['13/12/2024', 'dmy', '2024-12-13'],
	['12/13/2024', 'mdy', '2024-12-13'],
	['13/12/2024', 'mdy', 'impossible'],
	['12/13/2024', 'dmy', 'impossible'],
	['3/4/2024', 'ymd', 'invalid'],
	['3/4/24', 'dmy', '2024-04-03'],
	['3/4/99', 'dmy', '1999-04-03'],
	['3/4/69', 'dmy', '2069-04-03'],
	['99-04-03', 'ymd', '1999-04-03'],
	['5 Mar 2024', 'ymd', '2024-03-05'],
	['05-Mar-2024', 'dmy', '2024-03-05'],
	['Mar 5, 2024', 'mdy', '2024-03-05'],
	['March 5th 2024', 'mdy', '2024-03-05'],
	['5th of March 2024', 'dmy', 'invalid'],
	['Tue, 5 Mar 2024', 'ymd', '2024-03-05'],
	['2024-Mar-05', 'ymd', '2024-03-05'],
	['5 Sept 2024', 'ymd', '2024-09-05'],
	['5 Foo 2024', 'ymd', 'invalid'],
	['2024-03-05 星期二', 'ymd', '2024-03-05'],
	['2024-03-05 14:30', 'ymd', '2024-03-05 14:30:00'],
	['2024-03-05 14:30:15', 'ymd', '2024-03-05 14:30:15'],
	['2024-03-05T14:30:15Z', 'ymd', '2024-03-05 14:30:15'],
	['2024-03-05T14:30:15.250+08:00', 'ymd', '2024-03-05 14:30:15'],
	['2024-03-05 14:30:15 UTC', 'ymd', '2024-03-05 14:30:15'],
	['2024-03-05 2:30 PM', 'ymd', '2024-03-05 14:30:00'],
	['2024-03-05 12:00 AM', 'ymd', '2024-03-05'],
	['2024-03-05 12:00 PM', 'ymd', '2024-03-05 12:00:00'],
	['2024-03-05 13:00 PM', 'ymd', 'impossible'],
	['2024/3/5 下午 2:30', 'ymd', '2024-03-05 14:30:00'],
	['2024/3/5 下午2:30:15', 'ymd', '2024-03-05 14:30:15'],
	['2024/3/5 上午 9:05', 'ymd', '2024-03-05 09:05:00'],
	['2024年3月5日 下午2点30分', 'ymd', '2024-03-05 14:30:00'],
	['2024年3月5日14:30', 'ymd', '2024-03-05 14:30:00'],
	['2024年3月5日 14时30分15秒', 'ymd', '2024-03-05 14:30:15'],
	['2024-03-05 中午 12:30', 'ymd', '2024-03-05 12:30:00'],
	['2024-03-05 晚上 8:00', 'ymd', '2024-03-05 20:00:00'],
	['2024-03-05 凌晨 1:00', 'ymd', '2024-03-05 01:00:00'],
	['2024-03-05 25:00', 'ymd', 'impossible'],
	['2024-03-05 14:60', 'ymd', 'impossible'],
	['2024-03-05 teatime', 'ymd', 'invalid'],
	['2024/2/30', 'ymd', 'impossible'],
	['2023-02-29', 'ymd', 'impossible'],
	['2024-02-29', 'ymd', '2024-02-29'],
	['1900-02-29', 'ymd', 'impossible'],
	['2000-02-29', 'ymd', '2000-02-29'],
	['2024-13-01', 'ymd', 'impossible'],
	['2024-00-10', 'ymd', 'impossible'],
	['2024-04-31', 'ymd', 'impossible'],
	['0000-00-00', 'ymd', 'impossible'],
	['1899-12-31', 'ymd', 'impossible'],
	['2200-01-01', 'ymd', 'impossible'],
	['45000', 'serial-1900', '2023-03-15'],
	['45000.5', 'serial-1900', '2023-03-15 12:00:00'],
	['1', 'serial-1900', '1900-01-01'],
	['59', 'serial-1900', '1900-02-28'],
	['60', 'serial-1900', 'impossible'],
	['61', 'serial-1900', '1900-03-01'],
	['45000', 'serial-1904', '2027-03-16'],
	['0', 'serial-1904', '1904-01-01'],
	['999999', 'serial-1900', 'impossible'],
	['2024-03-05', 'serial-1900', '2024-03-05'],
	['1709654400', 'unix', '2024-03-05 16:00:00'],
	['1709654400000', 'unix', '2024-03-05 16:00:00'],
	['2024-03-05', 'unix', '2024-03-05'],
	['17096544', 'unix', 'invalid'],
	['令和6年3月5日', 'ymd', '2024-03-05'],
	['5 de março de 2024 10:05 hs.', 'dmy', '2024-03-05 10:05:00'],
	['2024/03/05 午後2:30', 'ymd', '2024-03-05 14:30:00'],
	['平成元年1月8日', 'ymd', '1989-01-08'],
	['民國113年3月5日', 'ymd', '2024-03-05'],
	['45000', 'ymd', 'invalid'],
	['="2024-03-05"', 'ymd', '2024-03-05'],
	["'2024-03-05", 'ymd', '2024-03-05'],
	['  2024-03-05 ', 'ymd', '2024-03-05'],
	['', 'ymd', 'empty'],
	['  ', 'ymd', 'empty'],
	['3月5日', 'ymd', 'invalid'],
	['2024-03', 'ymd', 'invalid'],
	['202403', 'ymd', 'invalid'],
	['202403', 'month', '2024-03-01'],
	['2024-03', 'month', '2024-03-01'],
	['2024 / 3', 'month', '2024-03-01'],
	['2024.03', 'month', '2024-03-01'],
	['03/2024', 'month', '2024-03-01'],
	['２０２４年３月', 'month', '2024-03-01'],
	['24年3月份', 'month', '2024-03-01'],
	['March 2024', 'month', '2024-03-01'],
	['Mar-24', 'month', '2024-03-01'],
	['2024-Mar', 'month', '2024-03-01'],
	['2024-03-05', 'month', '2024-03-05'],
	['202413', 'month', 'invalid'],
	['Max-24', 'month', 'invalid'],
	['Mar-99', 'month', '1999-03-01'],
	['2150-03', 'month', 'invalid'],
	['2024-13', 'month', 'invalid'],
	['Jan 5', 'month', 'invalid'],
	['yesterday', 'ymd', 'invalid'],
	['2024-03/05', 'ymd', 'invalid'],
	['1.2.3', 'dmy', 'invalid']
];

function written(text: string, order: DateOrder): string {
	const reading = newDateReading();
	const status = readDate(text, order, reading);
	if (status === DateStatus.EMPTY) return 'empty';
	if (status === DateStatus.INVALID) return 'invalid';
	if (status === DateStatus.IMPOSSIBLE) return 'impossible';
	if (reading.time === 0) return formatDay(reading.day);
	const seconds = Math.floor(reading.time / 1000);
	const two = (n: number) => String(n).padStart(2, '0');
	const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
	return `${formatDay(reading.day)} ${clock}`;
}

describe('A date in a cell', () => {
	it.each(cells)('%j in a column of %s is %s', (text, order, expected) => {
		expect(written(text, order)).toBe(expected);
	});

	it.each([
		['days of a month', ['Jan 15', 'Feb 03', 'Mar 28'], null],
		['seasons', ['2009/10', '2010/11', '2011/12'], null],
		['seasons of each row alike', ['2009/10', '2009/10'], null],
		['codes', ['2150-1', '2150-2'], null],
		['months as Excel writes them', ['Jan-23', 'Feb-23', 'Mar-24'], 'month'],
		['months, one of which could be a season', ['2009/10', '2009/11'], 'month']
	])('%s: %j together are read by %s', (_, texts, order) => {
		const evidence = dateEvidence(texts);
		expect(evidence.months).toBe(order === null ? 0 : texts.length);
		expect(decideOrder(evidence).order === 'month').toBe(order === 'month');
	});

	it('keeps the thousandths of a second', () => {
		const reading = newDateReading();
		readDate('2019-01-01 00:17:59.125', 'ymd', reading);
		expect(reading.time).toBe(1_079_125);
	});
});
