import en from './en/index.ts';
import zhCN from './zh-CN/index.ts';
import type { Locale } from './locales.ts';
import { makeMessages, type Messages } from './make-messages.ts';

export { locales, type Locale } from './locales.ts';
export type { MessageFunction, Messages } from './make-messages.ts';

const made = new Map<Locale, Messages>();

/**
 * The messages of a language, as typed functions. Holds the texts of both: for workers and tests. The page, which
 * shows one language at a time, loads that one alone (see load-messages.ts).
 *
 * @example
 * messagesFor('en').common.customers({ n: 4338 }) // => '4,338 customers'
 */
export function messagesFor(locale: Locale): Messages {
	let messages = made.get(locale);
	if (messages === undefined) {
		messages = makeMessages(locale, locale === 'zh-CN' ? zhCN : en);
		made.set(locale, messages);
	}
	return messages;
}
