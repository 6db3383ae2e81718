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
 * lunarNewYear(2024) === dayNumber(2024, 2, 10) // => true
 * lunarNewYear(2030) === dayNumber(2030, 2, 3) // => true
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
 * sameDayByNewYear(dayNumber(2024, 2, 10)) === dayNumber(2023, 1, 22) // => true
 * sameDayByNewYear(dayNumber(2024, 1, 31)) === dayNumber(2023, 1, 12) // => true
 * sameDayByNewYear(dayNumber(2024, 12, 31)) === dayNumber(2024, 1, 12) // => true
 */
export function sameDayByNewYear(day: number): number | null {
	const { year } = civilDate(day);
	let nearest: number | null = null;
	let distance = Infinity;
	for (const of of [year, year + 1]) {
		const start = lunarNewYear(of);
		if (start === null || Math.abs(day - start) >= distance) continue;
		distance = Math.abs(day - start);
		nearest = of;
	}
	const [own, before] = [nearest, nearest && nearest - 1].map((of) =>
		of === null ? null : lunarNewYear(of)
	);
	return own == null || before == null ? null : before + day - own;
}
