import { formatBytes } from './format-bytes.ts';
import { formatCount, formatNumber, formatShare } from './format.ts';
import type { Locale } from './locales.ts';

/** Formatters that a message can name after a bar: `{n|count}`, `{n|number}`, `{rate|share}`, `{size|bytes}`. */
export function formattersFor(locale: Locale): Record<string, (value: unknown) => string> {
	return {
		count: (value) => formatCount(Number(value), locale),
		number: (value) => formatNumber(Number(value), locale),
		share: (value) => formatShare(Number(value), locale),
		bytes: (value) => formatBytes(Number(value), locale)
	};
}
