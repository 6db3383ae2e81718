import { loadSpeech, type Speech } from '#lib/i18n/load-messages.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
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

/** The language chosen at an earlier visit, else the one the browser wishes for. */
export function startLocale(store: KeyValueStore | null, languages: readonly string[]): Locale {
	const saved = readRecord(store, settingsKey)?.locale;
	return saved === 'en' || saved === 'zh-CN' ? saved : preferredLocale(languages);
}

/** Language, theme and keyboard settings of this browser. */
export class Settings {
	#speech: Speech;
	#whole = $state(false);
	#theme = $state<Theme>('system');
	#singleKeys = $state(true);
	readonly #store: KeyValueStore | null;
	/** The language wished for last: of two quick wishes the later one counts, whichever is loaded first. */
	#wished: Locale;

	constructor(store: KeyValueStore | null, speech: Speech) {
		this.#store = store;
		this.#speech = $state.raw(speech);
		this.#wished = speech.locale;
		const saved = readRecord(store, settingsKey);
		this.#theme = themes.find((theme) => theme === saved?.theme) ?? 'system';
		this.#singleKeys = saved?.singleKeys !== false;
	}

	/** The messages of the language chosen. */
	get t(): Messages {
		return this.#speech.messages;
	}

	get locale(): Locale {
		return this.#speech.locale;
	}

	/** Whether all texts are here, and not those of the first page alone. */
	get isWhole(): boolean {
		return this.#whole;
	}

	/** Loads the texts of the other screens. */
	complete(): Promise<void> {
		return this.#load(this.#wished);
	}

	/** Changes the language, as soon as its texts are here. */
	async speak(locale: Locale): Promise<void> {
		this.#wished = locale;
		await this.#load(locale);
		if (this.#wished === locale) this.#save();
	}

	async #load(locale: Locale): Promise<void> {
		const speech = await loadSpeech(locale);
		if (this.#wished !== locale) return;
		this.#speech = speech;
		this.#whole = true;
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
			locale: this.#speech.locale,
			theme: this.#theme,
			singleKeys: this.#singleKeys
		});
	}
}
