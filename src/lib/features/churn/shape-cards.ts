import { riskBands, type ChurnResult } from '#lib/api/index.ts';
import { formatCount, formatMoneyShort, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { HeadlineCard } from '#lib/ui/types.ts';
import type { Wording } from './wording.ts';

/** A headline number, and the row of people behind it (null: nobody to list). */

/** The three bands, what is at stake, and how many of the lost come back. */
export function churnCards({ scalars: s, params, tables }: ChurnResult, wording: Wording): HeadlineCard[] {
	const { messages, locale, money } = wording;
	const words = messages.churn.cards;
	const cut = (days: number, write: (given: { days: number }) => string): string =>
		Number.isNaN(days) ? words.noCut() : write({ days });
	const band = (row: number, n: number, label: string, sub: string): HeadlineCard => ({
		id: riskBands[row] ?? '',
		label,
		value: formatCount(n, locale),
		sub,
		behind: { table: 'bands', row, mark: label }
	});
	const chosen = tables.backtest.columns.chosen.indexOf(1);
	return [
		band(0, s.active, words.active(), cut(s.atRiskAfter, words.activeSub)),
		band(1, s.atRisk, words.atRisk(), cut(s.atRiskAfter, words.atRiskSub)),
		band(2, s.churned, words.churned(), cut(s.churnedAfter, words.churnedSub)),
		{
			id: 'stake',
			label: words.stake(),
			value: formatMoneyShort(s.stakeAtRisk, locale, money),
			sub: words.stakeSub({ days: params.stakeDays }),
			behind: { table: 'bands', row: 1, mark: words.atRisk() }
		},
		{
			id: 'win-back',
			label: words.winBack(),
			value: formatShare(s.winBackRate, locale),
			sub:
				s.followed === 0
					? words.winBackNone()
					: words.winBackSub({
							back: s.wonBack,
							followed: s.followed,
							interval: formatShareInterval(s.winBackLow, s.winBackHigh, locale)
						}),
			behind: chosen < 0 ? null : { table: 'backtest', row: chosen, mark: words.winBack() }
		}
	];
}
