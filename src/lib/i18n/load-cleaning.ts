import type en from './en/cleaning.ts';
import type { Locale } from './locales.ts';
import { makeWords, type MessageTree } from './make-messages.ts';

/** What the review of an import says of cleaning steps and of recipes for other files. */
export type CleaningWords = MessageTree<typeof en>;

/** Loads these texts in one language: they are of use on one screen, and the first page does without. */
export async function loadCleaningWords(locale: Locale): Promise<{ readonly words: CleaningWords }> {
	const { default: catalogue } =
		locale === 'zh-CN' ? await import('./zh-CN/cleaning.ts') : await import('./en/cleaning.ts');
	// Wrapped: words have a text for every name, `then` among them, and could not be awaited.
	return { words: makeWords<typeof en>(locale, catalogue) };
}
