import type { ChurnParams } from '#lib/api/index.ts';

type Which = 'atRisk' | 'churned';
const offered = {
	percentile: [20, 30, 40, 50, 60, 70, 80, 90, 95],
	days: [7, 14, 30, 45, 60, 90, 120, 180, 365]
};

/** The cut in use, in the unit of the rule in use. */
export function cutOf(params: ChurnParams, which: Which): number {
	if (params.window === 'days') return which === 'atRisk' ? params.atRiskDays : params.churnedDays;
	return which === 'atRisk' ? params.atRiskPercentile : params.churnedPercentile;
}

/** What is offered for a cut: round numbers and the one in use. */
export function cutChoices(params: ChurnParams, which: Which): number[] {
	return [...new Set([...offered[params.window], cutOf(params, which)])].sort((a, b) => a - b);
}

/**
 * The change of parameters by which a cut is set: the other cut moves along where "at risk" would pass "churned".
 *
 * @example
 * cutsAfter({ window: 'days', atRiskDays: 30, churnedDays: 90 }, 'churned', 14) // => { atRiskDays: 14, churnedDays: 14 }
 * cutsAfter({ window: 'percentile', atRiskPercentile: 40, churnedPercentile: 80 }, 'atRisk', 60) // => { atRiskPercentile: 60, churnedPercentile: 80 }
 */
export function cutsAfter(params: ChurnParams, which: Which, value: number): Partial<ChurnParams> {
	const atRisk = which === 'atRisk' ? value : Math.min(value, cutOf(params, 'atRisk'));
	const churned = which === 'churned' ? value : Math.max(value, cutOf(params, 'churned'));
	return params.window === 'days'
		? { atRiskDays: atRisk, churnedDays: churned }
		: { atRiskPercentile: atRisk, churnedPercentile: churned };
}
