import type { LayoutItem } from '#lib/api/index.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import { isMethod } from '#lib/state/is-method.ts';
import { screenOfMethod } from '#lib/state/screens.ts';

/** The name of a method by its screen. */
export function methodName(method: string, t: Messages): string {
	if (method === 'findings' || !isMethod(method)) return t.findings.title();
	return t.shell.screens[screenOfMethod(method)]();
}

/** What an item is called in the list: its own words, or the title that it will have, once that is known. */
export function itemName(
	item: LayoutItem,
	title: string | undefined,
	words: TopicTexts<'building'>,
	t: Messages
): string {
	switch (item.kind) {
		case 'heading':
			return item.text || title || words.emptyHeading();
		case 'text':
			return item.text.trim().split('\n')[0]?.slice(0, 80) || words.emptyText();
		case 'summary':
			return title || words.addSummary();
		case 'piece':
			return title || methodName(item.method, t);
	}
}
