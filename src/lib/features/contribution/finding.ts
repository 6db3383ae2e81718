import type { ContributionResult } from '#lib/api/index.ts';
import { formatMoneyShort } from '#lib/i18n/format.ts';
import { growthLead } from '#lib/i18n/growth-lead.ts';
import { signedMoney } from './shape-steps.ts';
import type { Wording } from './wording.ts';

/** The finding on top: how revenue changed, and what each of its three factors had to do with it. */
export function contributionFinding(
	result: ContributionResult,
	wording: Wording
): { lead: string; rest: string } {
	const { messages, locale, money } = wording;
	const lead = growthLead(result, messages.contribution, (units) => formatMoneyShort(units, locale, money));
	if (!(result.scalars.revenueBefore > 0)) return { lead, rest: '' };
	const [, customers = 0, frequency = 0, basket = 0] = result.tables.steps.columns.change;
	return {
		lead,
		rest: messages.contribution.rest({
			customers: signedMoney(customers, wording),
			frequency: signedMoney(frequency, wording),
			basket: signedMoney(basket, wording)
		})
	};
}
