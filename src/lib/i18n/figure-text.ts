import { formatCount, formatMoney, formatNumber, formatShare, type MoneyStyle } from './format.ts';
import type { Locale } from './locales.ts';

/** What a figure is. */
type FigureKind = 'count' | 'money' | 'share' | 'number' | 'days';

/** How figures are written: in which language, and money how. */
export interface FigureStyle {
	readonly locale: Locale;
	readonly money: MoneyStyle;
}

/**
 * A figure as text; a dash for no value.
 *
 * @example
 * figureText(0.256, 'share', { locale: 'en', money: { scale: 2, currency: null } }) // => '25.6%'
 * figureText(NaN, 'count', { locale: 'en', money: { scale: 2, currency: null } }) // => '–'
 */
export function figureText(value: number, as: FigureKind, { locale, money }: FigureStyle): string {
	if (Number.isNaN(value)) return '–';
	switch (as) {
		case 'count':
			return formatCount(value, locale);
		case 'money':
			return formatMoney(value, locale, money);
		case 'share':
			return formatShare(value, locale);
		case 'days':
			return formatNumber(value, locale, 1);
		case 'number':
			return formatNumber(value, locale, Math.abs(value) < 100 ? 2 : 1);
	}
}

/**
 * A relative change with its sign; nothing for none.
 *
 * @example
 * relativeText(0.308, 'en') // => '+30.8%'
 * relativeText(NaN, 'en') // => ''
 */
export function relativeText(value: number, locale: Locale): string {
	if (Number.isNaN(value)) return '';
	return `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(Math.abs(value) * 100, locale, 1)}%`;
}

/**
 * A change with its sign; of a share in percentage points, which `points` writes.
 *
 * @example
 * changeText(12, 'count', { locale: 'en', money: { scale: 0, currency: null } }, ({ n }) => `${n} pts`) // => '+12'
 * changeText(-0.031, 'share', { locale: 'en', money: { scale: 0, currency: null } }, ({ n }) => `${n} pts`) // => '−3.1 pts'
 */
export function changeText(
	value: number,
	as: FigureKind,
	style: FigureStyle,
	points: (params: { readonly n: string }) => string
): string {
	if (Number.isNaN(value)) return '–';
	const sign = value > 0 ? '+' : value < 0 ? '−' : '';
	const size = Math.abs(value);
	if (as === 'share') return points({ n: `${sign}${formatNumber(size * 100, style.locale, 1)}` });
	return sign + figureText(size, as, style);
}
