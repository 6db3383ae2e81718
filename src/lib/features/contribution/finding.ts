import type { ContributionResult } from '#lib/api/index.ts';
import { formatMoneyShort } from '#lib/i18n/format.ts';
import { signedMoney } from './shape-steps.ts';
import type { Wording } from './wording.ts';

/** The finding on top: how revenue changed, and what each of its three factors had to do with it. */
export function contributionFinding(
	{ scalars: s, tables }: ContributionResult,
	wording: Wording
): { lead: string; rest: string } {
	const { messages, locale, money } = wording;
	const { lead, rest } = messages.contribution;
	const given = {
		change: formatMoneyShort(Math.abs(s.change), locale, money),
		rate: Math.abs(s.changeRate),
		now: formatMoneyShort(s.revenue, locale, money)
	};
	if (!(s.revenueBefore > 0)) return { lead: lead.first(given), rest: '' };
	const [, customers = 0, frequency = 0, basket = 0] = tables.steps.columns.change;
	return {
		lead: s.change === 0 ? lead.same(given) : (s.change > 0 ? lead.up : lead.down)(given),
		rest: rest({
			customers: signedMoney(customers, wording),
			frequency: signedMoney(frequency, wording),
			basket: signedMoney(basket, wording)
		})
	};
}
