import { i18nObject } from 'typesafe-i18n';
import { formattersFor } from '#lib/i18n/formatters.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import type { MessageTree } from '#lib/i18n/make-messages.ts';

/** Texts that a screen loads on demand, for tests that look for them. */
export function makeWords<T>(locale: Locale, catalogue: T): MessageTree<T> {
	return i18nObject(locale, catalogue as never, formattersFor(locale) as never);
}
