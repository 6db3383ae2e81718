import type { ValueResult } from '#lib/api/index.ts';
import { formatMoneyShort } from '#lib/i18n/format.ts';
import { verdictWords } from '#lib/i18n/verdict-words.ts';
import { joinSentences } from '#lib/i18n/join-sentences.ts';
import { spokenOf, type Wording } from './wording.ts';

/** The finding on top: value so far and to come, who carries it, and whether the forecast has earned trust. */
export function valueFinding(
	{ scalars: s, params }: ValueResult,
	wording: Wording
): { lead: string; rest: string } {
	const { messages, locale, money } = spokenOf({ params }, wording);
	const words = messages.value;
	const historic = formatMoneyShort(s.historicValue, locale, money);
	const predicted = formatMoneyShort(s.predictedValue, locale, money);
	const parts: string[] = [];
	if (!Number.isNaN(s.topFifthShare)) parts.push(words.concentration({ share: s.topFifthShare }));
	// How sure the difference is stands with the forecasts.
	parts.push(...verdictWords(s, messages, locale).slice(0, 1));
	return {
		lead: Number.isNaN(s.predictedValue)
			? words.leadHistoric({ historic })
			: words.lead({ historic, predicted, months: params.months }),
		rest: joinSentences(parts)
	};
}
