import type { ContributionResult } from '#lib/core/methods/contribution/types.ts';
import type { Messages } from './messages.ts';

/** The profit of the later period and what share of its revenue that is, in a sentence. */
export function profitFinding(
	{ profit = NaN, marginRate: margin = NaN, profitKnown: known = NaN }: ContributionResult['scalars'],
	{ byProfit: { growth: words } }: Pick<Messages, 'byProfit'>,
	money: (units: number) => string
): string {
	if (Number.isNaN(profit)) return words.findingNone();
	const given = { profit: money(profit), margin };
	return known < 1 ? words.findingPartly({ ...given, known }) : words.finding(given);
}
