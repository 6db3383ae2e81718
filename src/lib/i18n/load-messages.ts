import type { Locale } from './locales.ts';
import { makeMessages, type Messages } from './make-messages.ts';

/** A language with its texts. */
export interface Speech {
	readonly locale: Locale;
	readonly messages: Messages;
}

/** Loads what the first page and the frame say: of every other text the messages have none yet. */
export async function loadFirstSpeech(locale: Locale): Promise<Speech> {
	const { default: first } =
		locale === 'zh-CN' ? await import('./zh-CN/first.ts') : await import('./en/first.ts');
	// No screen but the first is shown before the whole catalogue is here: see `Settings.isWhole`.
	return { locale, messages: makeMessages(locale, first as Parameters<typeof makeMessages>[1]) };
}

/**
 * Loads all texts of one language. Offline they come from the service worker's store. (The messages are wrapped,
 * because on their own they cannot be awaited: they have a text for every name, `then` among them.)
 */
export async function loadSpeech(locale: Locale): Promise<Speech> {
	const { default: catalogue } =
		locale === 'zh-CN' ? await import('./zh-CN/index.ts') : await import('./en/index.ts');
	return { locale, messages: makeMessages(locale, catalogue) };
}
