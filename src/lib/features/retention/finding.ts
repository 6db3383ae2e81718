import type { RetentionResult } from '#lib/api/index.ts';
import { joinSentences } from '#lib/i18n/join-sentences.ts';
import { lengthsOf } from './lengths.ts';
import { unitAfter, type Wording } from './wording.ts';

/** The finding on top: how many come back first, and how many are still there at the far end. */
export function retentionFinding(result: RetentionResult, wording: Wording): { lead: string; rest: string } {
	const { messages } = wording;
	const words = messages.retention;
	const { unit, measure } = result.params;
	const { columns, rows } = result.tables.curve;
	const rateAt = (period: number) => columns.rate[columns.n.indexOf(period)] ?? NaN;
	const cohorts = words.cohorts({ n: result.scalars.cohorts });
	if (Number.isNaN(rateAt(1))) return { lead: words.leadNone(), rest: cohorts };
	const longest = columns.n[rows - 1] ?? 1;
	// The last of the usual stops that most cohorts have reached, so that the sentence rests on more than one.
	const stop = lengthsOf(unit).stops.find(
		(n) => n <= longest && (columns.cohorts[columns.n.indexOf(n)] ?? 0) > 1
	);
	const later =
		stop === undefined
			? ''
			: words.later({ n: stop, unit: unitAfter(stop, unit, wording), rate: rateAt(stop) });
	return {
		lead: words.lead[measure]({ rate: rateAt(1), n: 1, unit: unitAfter(1, unit, wording) }),
		rest: joinSentences([later, cohorts])
	};
}
