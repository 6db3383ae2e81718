import type { ComparedState, StateComparison } from '#lib/api/index.ts';
import { formatDay, type MoneyStyle } from '#lib/i18n/format.ts';
import type { FigureStyle } from '#lib/i18n/figure-text.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';

/** What shaping needs to write numbers: the language, its words, those of this screen, and how money is written. */
export interface Wording extends FigureStyle {
	readonly locale: Locale;
	readonly money: MoneyStyle;
	readonly messages: Messages;
	readonly words: TopicTexts<'comparison'>;
}

/** Money of a comparison is in the units of the finer state, and shown in the later one's currency. */
export function moneyOf({ first, second }: Pick<StateComparison, 'first' | 'second'>): MoneyStyle {
	return { scale: Math.max(first.scale, second.scale), currency: second.currency ?? first.currency };
}

/** A state as it is called: now, or a snapshot's label, with its as-of date. */
export function stateName({ kind, name, asOf }: ComparedState, words: Wording['words']): string {
	const day = formatDay(asOf);
	return kind === 'now' ? `${words.state.now()} (${day})` : words.sides.snapshot({ name, day });
}
