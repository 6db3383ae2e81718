import { verdictIds, type ValueResult } from '#lib/api/index.ts';
import { formatMoneyShort, formatNumber } from '#lib/i18n/format.ts';
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
	const verdict = verdictText(s, { messages, locale });
	if (verdict !== '') parts.push(verdict);
	return {
		lead: Number.isNaN(s.predictedValue)
			? words.leadHistoric({ historic })
			: words.lead({ historic, predicted, months: params.months }),
		rest: parts.join(' ')
	};
}

/** What the hold-out says of the model, in a sentence; empty without one. */
export function verdictText(
	s: ValueResult['scalars'],
	{ messages, locale }: Pick<Wording, 'messages' | 'locale'>
): string {
	const verdict = verdictIds[s.verdict] ?? 'none';
	if (verdict === 'none') return '';
	return messages.value.verdict[verdict]({
		days: s.holdoutDays,
		error: formatNumber(s.holdoutError, locale, 2),
		rival: formatNumber(s.holdoutRivalError, locale, 2)
	});
}
