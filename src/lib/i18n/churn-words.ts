import type { ChurnResult } from '#lib/core/methods/churn/types.ts';
import { formatNumber } from './format.ts';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';

type Words = Pick<Messages, 'churn'>;

/** The median of silences with as much of its interval as there is; why there is none otherwise. */
export function survivalWords(
	{ scalars: s, tables }: Pick<ChurnResult, 'scalars' | 'tables'>,
	{ churn: { survival: words } }: Words,
	locale: Locale
): string {
	const { medianDays: median } = s;
	if (Number.isNaN(median)) return tables.survival.rows === 0 ? words.findingNone() : words.findingOpen();
	if (Number.isNaN(s.medianLow)) return words.findingBare({ median });
	const low = formatNumber(s.medianLow, locale, 1);
	return Number.isNaN(s.medianHigh)
		? words.findingFrom({ median, low })
		: words.finding({ median, low, high: formatNumber(s.medianHigh, locale, 1) });
}

/** What the back-test says of the window chosen; why it says nothing otherwise. */
export function backTestWords(
	{ scalars: s, params }: Pick<ChurnResult, 'scalars' | 'params'>,
	{ churn: { backtest: words } }: Words
): string {
	// Without a cut there is no window at all.
	if (Number.isNaN(s.churnedAfter)) return words.findingNone();
	const known = { window: s.churnedAfter, rate: s.winBackRate, days: params.winBackDays };
	if (Number.isNaN(s.winBackRate)) return words.findingUntested(known);
	return Number.isNaN(s.suggestedDays)
		? words.finding(known)
		: words.findingSuggested({ ...known, suggested: s.suggestedDays, tolerated: params.toleratedReturn });
}
