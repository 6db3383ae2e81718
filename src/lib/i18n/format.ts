import type { Locale } from './locales.ts';

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = locale + JSON.stringify(options);
	let format = numberFormats.get(key);
	if (format === undefined) {
		format = new Intl.NumberFormat(locale, options);
		numberFormats.set(key, format);
	}
	return format;
}

/** A number in words, with a true minus sign: the hyphen of the formats is shorter than a plus and breaks lines. */
function written(value: number, locale: Locale, options: Intl.NumberFormatOptions): string {
	return numberFormat(locale, options).format(value).replace('-', '−');
}

/** A dash: what stands for "no value" everywhere. */
export const NO_VALUE = '–';

/**
 * A whole number with thousands separators; NaN gives a dash.
 *
 * @example
 * formatCount(4338, 'en') // => '4,338'
 */
export function formatCount(value: number, locale: Locale): string {
	if (Number.isNaN(value)) return NO_VALUE;
	return written(value, locale, { maximumFractionDigits: 0 });
}

/**
 * A number with up to `digits` decimals, and at least `least` where numbers stand under one another; NaN gives a dash.
 *
 * @example
 * formatNumber(1.25, 'en', 1) // => '1.3'
 * formatNumber(4, 'en', 2, 2) // => '4.00'
 */
export function formatNumber(value: number, locale: Locale, digits = 1, least = 0): string {
	if (Number.isNaN(value)) return NO_VALUE;
	return written(value, locale, { minimumFractionDigits: least, maximumFractionDigits: digits });
}

/**
 * A share (0..1) as a percentage with one decimal; NaN gives a dash.
 *
 * @example
 * formatShare(0.6203, 'en') // => '62.0%'
 */
export function formatShare(value: number, locale: Locale, digits = 1): string {
	if (Number.isNaN(value)) return NO_VALUE;
	return written(value, locale, {
		style: 'percent',
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	});
}

/** How a dataset writes money: 10^-scale is its smallest unit; null currency means no sign is known. */
export interface MoneyStyle {
	readonly scale: number;
	readonly currency: string | null;
}

/**
 * Money given in smallest units, written out in full with at most two decimals (all of the data's with `exact`).
 * Where the data go to tenths, hundredths are written: nobody writes £12.5. NaN gives a dash.
 *
 * @example
 * formatMoney(125, 'en', { scale: 1, currency: 'GBP' }) // => '£12.50'
 * formatMoney(891140790, 'en', { scale: 2, currency: 'GBP' }) // => '£8,911,407.90'
 * formatMoney(-14345, 'en', { scale: 2, currency: 'GBP' }) // => '−£143.45'
 */
export function formatMoney(units: number, locale: Locale, style: MoneyStyle, exact = false): string {
	if (Number.isNaN(units)) return NO_VALUE;
	const full = style.scale === 1 ? 2 : style.scale;
	const digits = exact ? full : Math.min(full, 2);
	return written(units / 10 ** style.scale, locale, {
		...currencyOptions(style.currency),
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	});
}

/**
 * Money given in smallest units, rounded to whole units: for typical values, where cents say nothing. NaN gives a dash.
 *
 * @example
 * formatMoneyWhole(310421, 'en', { scale: 2, currency: 'GBP' }) // => '£3,104'
 */
export function formatMoneyWhole(units: number, locale: Locale, style: MoneyStyle): string {
	if (Number.isNaN(units)) return NO_VALUE;
	return written(units / 10 ** style.scale, locale, {
		...currencyOptions(style.currency),
		maximumFractionDigits: 0
	});
}

/**
 * Money in smallest units, short: k, M in English; 万, 亿 in 中文. NaN gives a dash.
 *
 * @example
 * formatMoneyShort(552000000, 'en', { scale: 2, currency: 'GBP' }) // => '£5.52M'
 */
export function formatMoneyShort(units: number, locale: Locale, style: MoneyStyle): string {
	if (Number.isNaN(units)) return NO_VALUE;
	const value = units / 10 ** style.scale;
	const text = written(value, locale, {
		...currencyOptions(style.currency),
		notation: 'compact',
		// 中文 has no word for thousands: they are parted as in every other number.
		useGrouping: true,
		minimumFractionDigits: 0,
		...(Math.abs(value) < 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 })
	});
	return locale === 'en' ? text.replace('K', 'k') : text;
}

/**
 * The low end of a scale that begins at zero, where what lies below is drawn as zero is.
 *
 * @example
 * scaleLow([0, 5], '€0') // => '€0'
 * scaleLow([-2, 5], '€0') // => '≤ €0'
 */
export function scaleLow(values: ArrayLike<number>, zero: string): string {
	for (let i = 0; i < values.length; i++) if ((values[i] as number) < 0) return `≤ ${zero}`;
	return zero;
}

/**
 * The sign of a currency, for a format that writes it itself; nothing for one that is not known.
 *
 * @example
 * currencySign('CNY', 'zh-CN') // => '¥'
 * currencySign('pounds', 'en') // => ''
 */
export function currencySign(currency: string | null, locale: Locale): string {
	if (currency === null || !/^[A-Z]{3}$/.test(currency)) return '';
	const parts = numberFormat(locale, currencyOptions(currency)).formatToParts(0);
	return parts.find(({ type }) => type === 'currency')?.value ?? '';
}

/** A count, short: k, M in English; 万, 亿 in 中文. */
export function formatCountShort(value: number, locale: Locale): string {
	if (Number.isNaN(value)) return NO_VALUE;
	const text = written(value, locale, {
		notation: 'compact',
		useGrouping: true,
		maximumSignificantDigits: 3
	});
	return locale === 'en' ? text.replace('K', 'k') : text;
}

function currencyOptions(currency: string | null): Intl.NumberFormatOptions {
	if (currency === null) return {};
	return { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
}

/**
 * A day number (days since 1970-01-01) as an ISO date, the same in both languages.
 *
 * @example
 * formatDay(15317) // => '2011-12-09'
 */
export function formatDay(day: number): string {
	if (!Number.isFinite(day)) return NO_VALUE;
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The reverse of `formatDay`; null when the text is not an ISO date that exists.
 *
 * @example
 * parseDay('2011-12-09') // => 15317
 */
export function parseDay(text: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
	const ms = Date.parse(`${text}T00:00:00Z`);
	if (Number.isNaN(ms) || formatDay(ms / 86_400_000) !== text) return null;
	return ms / 86_400_000;
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/**
 * The short name of the period that starts on a day: 2011-12, 2011 Q4, 2011, or the start day itself for days and
 * weeks. Where years begin in another month than January, quarters and years are fiscal: a year is named by the one in
 * which it ends.
 *
 * @param yearStart month in which years begin, 1 … 12
 * @example
 * formatPeriod(15309, 'month', 'en') // => '2011-12'
 * formatPeriod(15248, 'quarter', 'en') // => '2011 Q4'
 * formatPeriod(15248, 'quarter', 'en', 4) // => 'FY2012 Q3'
 * formatPeriod(15248, 'quarter', 'zh-CN', 4) // => '2012财年第3季度'
 * formatPeriod(15065, 'year', 'zh-CN', 4) // => '2012财年'
 */
export function formatPeriod(startDay: number, unit: PeriodUnit, locale: Locale, yearStart = 1): string {
	const iso = formatDay(startDay);
	if (unit === 'month' && iso !== NO_VALUE) return iso.slice(0, 7);
	if ((unit !== 'quarter' && unit !== 'year') || iso === NO_VALUE) return iso;
	const months = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - yearStart;
	const quarter = Math.floor((months % 12) / 3) + 1;
	if (yearStart === 1) return unit === 'year' ? iso.slice(0, 4) : `${iso.slice(0, 4)} Q${quarter}`;
	const year = Math.floor(months / 12) + 1;
	if (locale === 'zh-CN') return unit === 'year' ? `${year}财年` : `${year}财年第${quarter}季度`;
	return unit === 'year' ? `FY${year}` : `FY${year} Q${quarter}`;
}
