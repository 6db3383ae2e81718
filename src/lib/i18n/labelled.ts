import type { Locale } from './locales.ts';

/**
 * A label and what it says, joined as the language does.
 *
 * @example
 * [labelled('Rows', 'now', 'en'), labelled('行数', '当前', 'zh-CN')] // => ['Rows: now', '行数：当前']
 */
export function labelled(label: string, text: string, locale: Locale): string {
	return `${label}${locale === 'en' ? ': ' : '：'}${text}`;
}
