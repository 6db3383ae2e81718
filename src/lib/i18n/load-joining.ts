import { i18nObject } from 'typesafe-i18n';
import type en from './en/joining.ts';
import { formattersFor } from './formatters.ts';
import type { Locale } from './locales.ts';
import type { MessageTree } from './make-messages.ts';

/** What is said where files are added to a dataset. */
export type JoiningTexts = MessageTree<typeof en>;

/**
 * Loads the texts about files that are added to a dataset: they are needed by few visits, and not part of the catalogue
 * that the first page loads. (Wrapped, as messages cannot be awaited on their own.)
 */
export async function loadJoining(locale: Locale): Promise<{ readonly texts: JoiningTexts }> {
	const { default: joining } =
		locale === 'zh-CN' ? await import('./zh-CN/joining.ts') : await import('./en/joining.ts');
	const loose: unknown = joining;
	// As in make-messages.ts: the library's types come from a code generator, ours from the English texts.
	return { texts: i18nObject(locale, loose as never, formattersFor(locale) as never) };
}
