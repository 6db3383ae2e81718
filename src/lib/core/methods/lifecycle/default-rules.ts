import type { StageRule } from './types.ts';

/** Percentiles of the gaps between order days beyond which a silence is a decline, and a loss. */
export const declinePercentile = 40;
export const lossPercentile = 80;

/**
 * The rules of the default template, first match first.
 *
 * Silence is judged before history: whoever has been quiet for longer than 80 % of all gaps is lost, longer
 * than 40 % is declining, whatever came before. "Won back" stands after "declining" on purpose: as new,
 * growing and mature customers do, a returned customer who falls quiet again needs a call now, and a list
 * of won-back customers should hold those who are back, not those who are leaving a second time.
 *
 * @example
 * defaultStageRules(5).map((rule) => rule.stage) // => ['potential', 'lost', 'declining', 'won-back', 'new', 'growing', 'mature']
 */
export function defaultStageRules(matureOrders: number): readonly StageRule[] {
	const loss = { percentile: lossPercentile };
	const decline = { percentile: declinePercentile };
	return [
		{ stage: 'potential', when: [{ measure: 'orders', is: '=', value: 0 }] },
		{ stage: 'lost', when: [{ measure: 'daysSinceLast', is: '>', value: loss }] },
		{ stage: 'declining', when: [{ measure: 'daysSinceLast', is: '>', value: decline }] },
		{ stage: 'won-back', when: [{ measure: 'previousGap', is: '>', value: loss }] },
		{ stage: 'new', when: [{ measure: 'orders', is: '=', value: 1 }] },
		{ stage: 'growing', when: [{ measure: 'orders', is: '<', value: matureOrders }] },
		{ stage: 'mature', when: [] }
	];
}
