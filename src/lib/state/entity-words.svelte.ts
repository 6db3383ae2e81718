import { loadEntityWords, type EntityWords } from '#lib/i18n/load-entity-words.ts';
import type { Settings } from './settings.svelte.ts';

/** The texts about tables, in the language of the page; loaded by the screen that shows them, as long as it stands. */
export class TableWords {
	#words = $state.raw<EntityWords | null>(null);

	constructor(settings: Settings) {
		$effect(() => {
			const { locale } = settings;
			void loadEntityWords(locale).then(({ words }) => {
				if (settings.locale === locale) this.#words = words;
			});
		});
	}

	/** Null until they are here. */
	get current(): EntityWords | null {
		return this.#words;
	}
}
