import type { Locale } from './locales.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/**
 * A size in the largest unit of which it has one at least (of 1,000 each, as disks count).
 *
 * @example
 * formatBytes(45_600_000, 'en') // => '45.6 MB'
 * formatBytes(812, 'en') // => '812 bytes'
 * formatBytes(999_999, 'en') // => '1 MB'
 */
export function formatBytes(bytes: number, locale: Locale): string {
	// What rounds to a thousand of a unit is one of the next.
	const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes / 0.9995) / 3));
	const value = bytes / 1000 ** step;
	return new Intl.NumberFormat(locale, {
		style: 'unit',
		unit: units[step] ?? 'byte',
		unitDisplay: step === 0 ? 'long' : 'short',
		maximumFractionDigits: value < 100 ? 1 : 0
	}).format(value);
}

/** A point in time as the reader's clock shows it: date and minute, the date as every other date is written. */
export function formatTime(ms: number): string {
	const two = (part: number) => String(part).padStart(2, '0');
	const at = new Date(ms);
	const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
	return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
