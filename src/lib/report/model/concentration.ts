import { overviewSets, type OverviewResult } from '#lib/core/methods/overview/types.ts';
import { sureOverview } from '#lib/i18n/sure-words.ts';
import { end, numberAt, plain, said, start } from './columns.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** Who carries the revenue: the top tenth, the rest of the top fifth and of those who make 80 % of it, all others. */
export function concentration({ tables: { sets }, scalars: s }: OverviewResult, voice: Voice): Block {
	const words = voice.messages.overview.concentration;
	const { measures } = voice.messages.terms;
	const at = (id: (typeof overviewSets)[number], label: string) => {
		const row = overviewSets.indexOf(id);
		// A tenth and a fifth of all can be reckoned by whoever knows how many there are.
		const given = id !== 'eighty-percent';
		return {
			given,
			label,
			customers: numberAt(sets, 'customers', row),
			revenue: numberAt(sets, 'revenue', row)
		};
	};
	// Each set lies inside the larger ones: all take the customers with the most revenue. Up to version 2 there is no fifth.
	const cuts = [
		at('top-tenth', words.top()),
		at('top-fifth', words.fifth()),
		at('eighty-percent', words.core())
	].filter(({ customers: n }) => !Number.isNaN(n));
	const steps = [...cuts.sort((a, b) => a.customers - b.customers), at('customers', words.rest())];
	const title = words.title();
	return {
		id: 'concentration',
		kind: 'table',
		title,
		finding: [
			words.finding({ customers: s.eightyPercentCustomerShare, gini: voice.number(s.gini, 3, 3) }),
			...sureOverview(s, voice.messages, voice.locale)
		].join(voice.locale === 'en' ? ' ' : ''),
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(words.group()),
				...[measures.customers(), measures.share(), measures.revenue()].map(end),
				start(measures.share())
			],
			given: steps.map(({ given }, i) => given && (steps[i - 1]?.given ?? true)),
			rows: steps.map(({ label, ...step }, i): Cell[] => {
				const customers = step.customers - (steps[i - 1]?.customers ?? 0);
				const revenue = step.revenue - (steps[i - 1]?.revenue ?? 0);
				const share = s.revenue > 0 ? revenue / s.revenue : NaN;
				return [
					plain(label),
					said(voice, 'count', customers),
					said(voice, 'share', customers / s.customers),
					said(voice, 'money', revenue),
					{ ...said(voice, 'share', share), bar: Number.isNaN(share) ? 0 : share, tone: 'mark' }
				];
			})
		}
	};
}
