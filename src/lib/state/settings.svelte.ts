import { messagesFor, type Locale, type Messages } from '#lib/i18n/messages.ts';
import { readRecord, writeRecord, type KeyValueStore } from './key-value-store.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Also read by static/theme.js, before the first paint. */
export const settingsKey = 'clientele.settings';

/**
 * The language to begin with, from the browser's wishes in order: the first that is Chinese or English.
 *
 * @example
 * preferredLocale(['fr-FR', 'zh-TW', 'en']) // => 'zh-CN'
 * preferredLocale(['de']) // => 'en'
 */
export function preferredLocale(languages: readonly string[]): Locale {
	for (const language of languages) {
		if (/^zh\b/i.test(language)) return 'zh-CN';
		if (/^en\b/i.test(language)) return 'en';
	}
	return 'en';
}

/** Language, theme and keyboard settings of this browser. */
export class Settings {
	#locale = $state<Locale>('en');
	#theme = $state<Theme>('system');
	#singleKeys = $state(true);
	readonly #store: KeyValueStore | null;
	/** The messages of the language chosen. */
	readonly t: Messages = $derived(messagesFor(this.#locale));

	constructor(store: KeyValueStore | null, languages: readonly string[]) {
		this.#store = store;
		const saved = readRecord(store, settingsKey);
		this.#locale =
			saved?.locale === 'en' || saved?.locale === 'zh-CN' ? saved.locale : preferredLocale(languages);
		this.#theme = themes.find((theme) => theme === saved?.theme) ?? 'system';
		this.#singleKeys = saved?.singleKeys !== false;
	}

	get locale(): Locale {
		return this.#locale;
	}

	set locale(locale: Locale) {
		this.#locale = locale;
		this.#save();
	}

	get theme(): Theme {
		return this.#theme;
	}

	set theme(theme: Theme) {
		this.#theme = theme;
		this.#save();
	}

	/** Whether shortcuts of a single key (`?`, `/`) work; WCAG 2.1.4 wants a way to switch them off. */
	get singleKeys(): boolean {
		return this.#singleKeys;
	}

	set singleKeys(on: boolean) {
		this.#singleKeys = on;
		this.#save();
	}

	#save(): void {
		writeRecord(this.#store, settingsKey, {
			locale: this.#locale,
			theme: this.#theme,
			singleKeys: this.#singleKeys
		});
	}
}
