import type { Locale } from '#lib/i18n/messages.ts';
import { loadTopic, type Topic, type TopicTexts } from '#lib/i18n/load-topic.ts';

/** The texts of a topic in the language of the moment. Made by a component: it follows as long as that stands. */
export class TopicWords<T extends Topic> {
	#texts = $state.raw<TopicTexts<T> | null>(null);

	constructor(topic: T, locale: () => Locale) {
		$effect(() => {
			let wanted = true;
			void loadTopic(topic, locale()).then(({ texts }) => {
				if (wanted) this.#texts = texts;
			});
			return () => (wanted = false);
		});
	}

	/** Null until they are here; those of the language before stay until then. */
	get texts(): TopicTexts<T> | null {
		return this.#texts;
	}
}
