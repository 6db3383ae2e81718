import { civilDate, dayNumber } from './day.ts';

const firstYear = 1990;
/** Per year from 1990 to 2100 the days from 20 January to the Chinese New Year, one digit of base 36 each. */
const afterJanuary20 =
	'7qf3lbui8rg4nc2k9ti6pe3lbuj8rg5nc2l9sh6oe3mbuj8qf4nc2lash6pd3mcuj8qf4nd1k9sg6pe3mbui7qg4nd2k9sh6pe4lati7qg5nc1k';

/**
 * Day number of the Chinese New Year (春节, the first day of the first month) in a civil year; null outside 1990 to 2100.
 * By the rules of GB/T 33661-2017, as the Hong Kong Observatory publishes the days.
 *
 * @example
 * lunarNewYear(2024) // => 19763
 * lunarNewYear(2030) // => 21948
 * lunarNewYear(2101) // => null
 */
export function lunarNewYear(year: number): number | null {
	const digit = afterJanuary20[year - firstYear];
	return digit === undefined ? null : dayNumber(year, 1, 20) + Number.parseInt(digit, 36);
}

/**
 * The day that lies as far from the Chinese New Year of the year before as a day lies from its own: the nearest one, be it
 * before or after; null where one of them is not known.
 *
 * @example
 * sameDayByNewYear(19763) // => 19379
 * sameDayByNewYear(20088) // => 19734
 */
export function sameDayByNewYear(day: number): number | null {
	const { year } = civilDate(day);
	const own = lunarNewYear(year);
	const next = lunarNewYear(year + 1);
	if (own === null) return null;
	const nearer = next !== null && next - day < Math.abs(day - own);
	if (nearer) return own + day - next;
	const before = lunarNewYear(year - 1);
	return before === null ? null : before + day - own;
}
