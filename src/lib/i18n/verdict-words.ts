import { rivalIds, verdictIds, type ValueScalars } from '#lib/core/methods/value/types.ts';
import { formatNumber } from './format.ts';
import { formatInterval } from './format-interval.ts';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';

/**
 * What the hold-out says of the model, in sentences: closer or not, and whether the difference to the best rival is beyond
 * chance. Nothing without a hold-out; nothing of chance in snapshots of versions that did not know.
 */
export function verdictWords(
	s: ValueScalars,
	{ value: words }: Pick<Messages, 'value'>,
	locale: Locale
): string[] {
	const verdict = verdictIds[s.verdict] ?? 'none';
	if (verdict === 'none') return [];
	const said = words.verdict[verdict]({
		days: s.holdoutDays,
		error: formatNumber(s.holdoutError, locale, 2),
		rival: formatNumber(s.holdoutRivalError, locale, 2)
	});
	const rival = rivalIds[s.holdoutRival];
	if (rival === undefined || Number.isNaN(s.holdoutDifferenceLow)) return [said];
	const three = (value: number): string => formatNumber(value, locale, 3, 3);
	const sure = verdict === 'equal' ? words.verdictWithin : words.verdictBeyond;
	return [
		said,
		sure({
			name: words.rivals.names[rival](),
			difference: three(s.holdoutDifference),
			interval: formatInterval(s.holdoutDifferenceLow, s.holdoutDifferenceHigh, three)
		})
	];
}
