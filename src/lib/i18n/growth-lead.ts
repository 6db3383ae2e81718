import type { ContributionResult } from '#lib/core/methods/contribution/types.ts';
import type { Messages } from './messages.ts';

/** With less than this share of the earlier period in the data, a rate of growth would say when the data begin. */
const LEAST_KNOWN = 0.9;

/** How revenue changed, in a sentence: no growth is told against a period of which the data hold but a part. */
export function growthLead(
	{ scalars: s, warnings }: Pick<ContributionResult, 'scalars' | 'warnings'>,
	{ lead }: Messages['contribution'],
	money: (units: number) => string
): string {
	const given = { change: money(Math.abs(s.change)), rate: Math.abs(s.changeRate), now: money(s.revenue) };
	if (!(s.revenueBefore > 0)) return lead.first(given);
	const cut = warnings.find(({ code }) => code === 'contribution-before-incomplete')?.params;
	if (cut !== undefined && Number(cut['known']) < LEAST_KNOWN * Number(cut['days']))
		return lead.partly(given);
	if (s.change === 0) return lead.same(given);
	return s.change > 0 ? lead.up(given) : lead.down(given);
}
