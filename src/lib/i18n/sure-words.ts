import { formatCount, formatNumber } from './format.ts';
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

/** As many customers of equal size: 1 ÷ HHI, so that the ends change places. */
function equalOf(s: Scalars, name: string, locale: Locale): string {
	const [low, high] = ends(s, name);
	return formatInterval(1 / high, 1 / low, (value) => formatCount(Math.round(value), locale));
}

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
			gini: giniOf(s, 'gini', 2, locale),
			equal: equalOf(s, 'hhi', locale)
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
	const hhi = formatInterval(...ends(s, 'hhi'), (value) => formatNumber(value, locale, 4, 4));
	const of = (suffix: string) => ({
		equal: equalOf(s, `hhi${suffix}`, locale),
		gini: giniOf(s, `gini${suffix}`, 2, locale)
	});
	return [
		...(isSure(s) ? [words.sure({ hhi, ...of('') })] : []),
		...(Number.isNaN(s['giniBeforeLow'] ?? Number.NaN) ? [] : [words.sureBefore(of('Before'))])
	];
}
