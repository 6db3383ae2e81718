import type entities from './en/entities.ts';
import type { Locale } from './locales.ts';
import { makeWords, type MessageTree } from './make-messages.ts';

/** What is said of tables of other entities than orders. */
export type EntityWords = MessageTree<typeof entities>;

/** Loads the texts about tables in a language, where they are shown. (Wrapped: see `loadSpeech`.) */
export async function loadEntityWords(locale: Locale): Promise<{ readonly words: EntityWords }> {
	const { default: catalogue } =
		locale === 'zh-CN' ? await import('./zh-CN/entities.ts') : await import('./en/entities.ts');
	return { words: makeWords<typeof entities>(locale, catalogue) };
}
