import type { ChurnResult } from '#lib/api/index.ts';
import { formatMoneyShort } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

/** The finding on top: who is at risk and with how much, how many left last, and how often that was wrong. */
export function churnFinding(
	{ scalars: s, params }: ChurnResult,
	{ messages, locale, money }: Wording
): { lead: string; rest: string } {
	const words = messages.churn;
	const rest = [
		Number.isNaN(s.churnRate) ? '' : words.restRate({ rate: s.churnRate }),
		Number.isNaN(s.winBackRate) ? '' : words.restBack({ rate: s.winBackRate, days: params.winBackDays })
	];
	return {
		lead:
			s.atRisk === 0
				? words.leadNone()
				: words.lead({ n: s.atRisk, stake: formatMoneyShort(s.stakeAtRisk, locale, money) }),
		rest: rest.filter((sentence) => sentence !== '').join(locale === 'en' ? ' ' : '')
	};
}
