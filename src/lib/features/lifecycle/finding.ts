import { stageIds, type LifecycleResult } from '#lib/api/index.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { joinSentences } from '#lib/i18n/join-sentences.ts';
import type { Wording } from './wording.ts';

/** The finding on top: the stage that carries the revenue, who can still be kept, and whether the base grows. */
export function lifecycleFinding(result: LifecycleResult, wording: Wording): { lead: string; rest: string } {
	const { messages, locale } = wording;
	const words = messages.lifecycle;
	const { columns, rows } = result.tables.stages;
	let best = 0;
	for (let row = 1; row < rows; row++) {
		if ((columns.revenueShare[row] ?? 0) > (columns.revenueShare[best] ?? 0)) best = row;
	}
	const declining = columns.customers[stageIds.indexOf('declining')] ?? 0;
	const { pulse } = result.scalars;
	const written = formatNumber(pulse, locale, 2);
	const sentences = [
		declining > 0 ? words.declining({ n: declining }) : '',
		Number.isNaN(pulse)
			? ''
			: pulse >= 1
				? words.grows({ pulse: written })
				: words.shrinks({ pulse: written })
	];
	return {
		lead: words.lead({
			share: columns.share[best] ?? NaN,
			stage: messages.terms.stages[stageIds[columns.stage[best] ?? best] ?? 'mature'](),
			revenue: columns.revenueShare[best] ?? NaN
		}),
		rest: joinSentences(sentences)
	};
}
