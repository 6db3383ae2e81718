import { formatNumber, formatShare, NO_VALUE } from './format.ts';
import type { Locale } from './locales.ts';

/**
 * The two ends of an interval, each written by `write`; a dash where there is none. Ends that may have a sign stand apart.
 *
 * @example
 * formatInterval(1.5, 2, String) // => '1.5–2'
 * formatInterval(-1, 2, String) // => '-1 – 2'
 * formatInterval(NaN, NaN, String) // => '–'
 */
export function formatInterval(low: number, high: number, write: (value: number) => string): string {
	if (Number.isNaN(low) || Number.isNaN(high)) return NO_VALUE;
	return `${write(low)}${dashAfter(low)}${write(high)}`;
}

/**
 * The interval of a share (0..1): one percent sign for both ends; a dash where there is none.
 *
 * @example
 * formatShareInterval(0.121, 0.15, 'en') // => '12.1–15.0%'
 * formatShareInterval(-0.05, 0.2, 'en') // => '−5.0 – 20.0%'
 */
export function formatShareInterval(low: number, high: number, locale: Locale): string {
	if (Number.isNaN(low) || Number.isNaN(high)) return NO_VALUE;
	return `${formatNumber(low * 100, locale, 1, 1)}${dashAfter(low)}${formatShare(high, locale)}`;
}

/** A sign is told from a dash by spaces. */
const dashAfter = (low: number): string => (low < 0 ? ' – ' : '–');
