import { rivalIds, verdictIds, type ValueScalars } from '#lib/core/methods/value/types.ts';
import { formatNumber } from './format.ts';
import { formatInterval } from './format-interval.ts';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';

/**
 * What the hold-out says of the model, in sentences: closer or not, and whether the difference to the best rival is beyond
 * chance. Nothing without a hold-out; nothing of chance in snapshots of versions that did not know, for which equal meant a
 * difference of less than 2 %.
 */
export function verdictWords(
	s: ValueScalars,
	{ value: words }: Pick<Messages, 'value'>,
	locale: Locale
): string[] {
	const verdict = verdictIds[s.verdict] ?? 'none';
	if (verdict === 'none') return [];
	const { holdoutDifferenceLow: low, holdoutDifferenceHigh: high } = s;
	const isChance = low <= 0 && high >= 0;
	const digits = digitsToPart(s.holdoutError, s.holdoutRivalError, locale);
	const say = verdict === 'equal' && !isChance ? words.verdictClose : words.verdict[verdict];
	const said = say({
		days: s.holdoutDays,
		error: formatNumber(s.holdoutError, locale, digits, digits),
		rival: formatNumber(s.holdoutRivalError, locale, digits, digits)
	});
	const rival = rivalIds[s.holdoutRival];
	if (rival === undefined || Number.isNaN(low)) return [said];
	const more = Math.max(3, digits);
	const write = (value: number): string => formatNumber(value, locale, more, more);
	return [
		said,
		(isChance ? words.verdictWithin : words.verdictBeyond)({
			name: words.rivals.names[rival](),
			difference: write(s.holdoutDifference),
			interval: formatInterval(low, high, write)
		})
	];
}

/** Two decimals, or as many as it takes, up to six, for two errors not to read the same. */
function digitsToPart(a: number, b: number, locale: Locale): number {
	let digits = 2;
	while (digits < 6 && formatNumber(a, locale, digits) === formatNumber(b, locale, digits)) digits++;
	return a === b ? 2 : digits;
}
