import { formatNumber } from './format.ts';
import { formatInterval, formatShareInterval } from './format-interval.ts';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';

/** Scalars of concentration with the ends of their intervals, as the overview, value and growth have them. */
type Scalars = Readonly<Record<string, number>>;

const ends = (s: Scalars, name: string): [number, number] => [
	s[`${name}Low`] ?? Number.NaN,
	s[`${name}High`] ?? Number.NaN
];

const shareOf = (s: Scalars, name: string, locale: Locale): string =>
	formatShareInterval(...ends(s, name), locale);

const giniOf = (s: Scalars, name: string, digits: number, locale: Locale): string =>
	formatInterval(...ends(s, name), (value) => formatNumber(value, locale, digits, digits));

/** Snapshots of earlier versions, and too few customers, do not say how sure a figure is. */
const isSure = (s: Scalars): boolean => !Number.isNaN(s['giniLow'] ?? Number.NaN);

/** How sure the overview's figures of concentration are; nothing where that is not known. */
export function sureOverview(s: Scalars, { overview }: Pick<Messages, 'overview'>, locale: Locale): string[] {
	if (!isSure(s)) return [];
	return [
		overview.concentration.sure({
			tenth: shareOf(s, 'topTenthRevenueShare', locale),
			fifth: shareOf(s, 'topFifthRevenueShare', locale),
			gini: giniOf(s, 'gini', 3, locale)
		})
	];
}

/** How sure the median purchase interval is; nothing where that is not known. */
export function sureInterval(s: Scalars, { overview }: Pick<Messages, 'overview'>, locale: Locale): string[] {
	const [low, high] = ends(s, 'purchaseInterval');
	if (Number.isNaN(low)) return [];
	const write = (value: number): string => formatNumber(value, locale);
	return [overview.intervals.sure({ interval: formatInterval(low, high, write) })];
}

/** How sure value's figures of concentration are. */
export function sureValue(s: Scalars, { value }: Pick<Messages, 'value'>, locale: Locale): string[] {
	if (!isSure(s)) return [];
	return [
		value.curve.sure({
			tenth: shareOf(s, 'topTenthShare', locale),
			fifth: shareOf(s, 'topFifthShare', locale),
			gini: giniOf(s, 'gini', 2, locale)
		})
	];
}

/** How sure those of both periods of growth are. */
export function sureGrowth(
	s: Scalars,
	{ contribution }: Pick<Messages, 'contribution'>,
	locale: Locale
): string[] {
	const words = contribution.top;
	const wasSure = !Number.isNaN(s['giniBeforeLow'] ?? Number.NaN);
	return [
		...(isSure(s) ? [words.sure({ gini: giniOf(s, 'gini', 2, locale) })] : []),
		...(wasSure ? [words.sureBefore({ gini: giniOf(s, 'giniBefore', 2, locale) })] : [])
	];
}
