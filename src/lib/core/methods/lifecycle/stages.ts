import { medianSilence, NO_STAGE, stagesBy, type StageMeasures } from './measures.ts';
import type { ResolvedRule } from './resolve-rules.ts';
import { stageIds, type LifecycleTables } from './types.ts';

const nothingTold = { contacts: null, score: null };

/** Each customer's stage of the seven on the as-of date, and what the stage table needs beside it. */
export interface CustomerStages {
	/** Per customer: index into `stageIds`, or NO_STAGE. */
	readonly stage: Uint8Array;
	readonly measures: StageMeasures;
}

/**
 * Puts every known customer into the one of the seven stages whose rule matches first: orders alone decide.
 *
 * @example
 * const measures = { known: [1], orders: [2], daysSinceLast: [3], previousGap: [7], revenue: [9] };
 * customerStages(measures, [{ stage: 3, when: [] }]).stage // => [3]
 */
export function customerStages(measures: StageMeasures, rules: readonly ResolvedRule[]): CustomerStages {
	return { stage: stagesBy(measures, nothingTold, rules), measures };
}

/** One row per stage, empty ones included; shares are of all known customers and of the window's revenue. */
export function stagesTable({ stage, measures }: CustomerStages): LifecycleTables['stages'] {
	const rows = stageIds.length;
	const customers = new Uint32Array(rows);
	const revenue = new Float64Array(rows);
	let known = 0;
	for (let customer = 0; customer < stage.length; customer++) {
		const own = stage[customer] as number;
		if (own === NO_STAGE) continue;
		known++;
		customers[own] = (customers[own] as number) + 1;
		revenue[own] = (revenue[own] as number) + (measures.revenue[customer] as number);
	}
	const total = revenue.reduce((sum, money) => sum + money, 0);
	return {
		rows,
		columns: {
			stage: Uint8Array.from(stageIds, (_, row) => row),
			customers,
			share: Float64Array.from(customers, (count) => (known === 0 ? Number.NaN : count / known)),
			revenue,
			revenueShare: Float64Array.from(revenue, (money) => (total === 0 ? Number.NaN : money / total)),
			medianDaysSinceLast: medianSilence(measures, stage, rows)
		},
		types: {
			stage: 'code',
			customers: 'count',
			share: 'share',
			revenue: 'money',
			revenueShare: 'share',
			medianDaysSinceLast: 'days'
		}
	};
}
