import type { MethodResult } from '#lib/core/methods/types.ts';
import { formatDay, formatPeriod } from './format.ts';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';

const DAY_MS = 86_400_000;

/** The name of a month, 1 = January. */
export function monthName(month: number, locale: Locale): string {
	return named({ month: 'long' }, Date.UTC(1970, month - 1, 1), locale);
}

/** The name of a day of the week, 1 = Monday. */
export function weekdayName(weekday: number, locale: Locale): string {
	// The fifth of January 1970 was a Monday.
	return named({ weekday: 'long' }, Date.UTC(1970, 0, 4 + weekday), locale);
}

/**
 * What must be known of the calendar to read a result: where weeks begin that it is cut by, or fiscal years. Null where
 * its unit means the same to everybody.
 */
export function calendarWords(
	{ method, params, frame: { weekStart, yearStart } }: Pick<MethodResult, 'method' | 'params' | 'frame'>,
	locale: Locale,
	{ calendar }: Pick<Messages['terms'], 'calendar'>
): string | null {
	// Groups at entry are followed for days from each customer's own first order.
	if (method === 'origins' || typeof params !== 'object' || params === null || !('unit' in params))
		return null;
	const { unit } = params;
	if (unit === 'week') return calendar.weeks({ day: weekdayName(weekStart, locale) });
	const isFiscal = yearStart !== undefined && (unit === 'quarter' || unit === 'year');
	return isFiscal ? calendar.years({ month: monthName(yearStart, locale) }) : null;
}

/** A year that begins in a month, as an example: its first and last day and its name. Of January, the year 2025. */
export function fiscalExample(
	yearStart: number,
	locale: Locale
): Readonly<Record<'month' | 'from' | 'to' | 'name', string>> {
	const year = yearStart === 1 ? 2025 : 2024;
	const from = Date.UTC(year, yearStart - 1, 1) / DAY_MS;
	const to = Date.UTC(year + 1, yearStart - 1, 0) / DAY_MS;
	return {
		month: monthName(yearStart, locale),
		from: formatDay(from),
		to: formatDay(to),
		name: formatPeriod(from, 'year', locale, yearStart)
	};
}

function named(options: Intl.DateTimeFormatOptions, at: number, locale: Locale): string {
	return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at);
}
