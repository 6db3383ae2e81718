import { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import { NO_STAGE, stagesBy, type StageMeasures } from './measures.ts';
import type { ResolvedRule } from './resolve-rules.ts';
import { stageIds, type LifecycleTables } from './types.ts';

const nothingTold = { contacts: null, score: null };

/** Each customer's stage of the seven on the as-of date, and what the stage table needs beside it. */
export interface CustomerStages {
	/** Per customer: index into `stageIds`, or NO_STAGE. */
	readonly stage: Uint8Array;
	/** Per customer: −1 without an order. */
	readonly daysSinceLast: Int32Array;
	/** Per stage: revenue in the window. */
	readonly revenue: Float64Array;
}

/**
 * Puts every known customer into the one of the seven stages whose rule matches first: orders alone decide.
 *
 * @example
 * const measures = { known: [1], orders: [2], daysSinceLast: [3], previousGap: [7], revenue: [9] };
 * customerStages(measures, [{ stage: 3, when: [] }]).revenue // => [0, 0, 0, 9, 0, 0, 0]
 */
export function customerStages(measures: StageMeasures, rules: readonly ResolvedRule[]): CustomerStages {
	const stage = stagesBy(measures, nothingTold, rules);
	const revenue = new Float64Array(stageIds.length);
	for (let customer = 0; customer < stage.length; customer++) {
		const own = stage[customer] as number;
		if (own !== NO_STAGE) revenue[own] = (revenue[own] as number) + (measures.revenue[customer] as number);
	}
	return { stage, daysSinceLast: measures.daysSinceLast, revenue };
}

/** One row per stage, empty ones included; shares are of all known customers and of the window's revenue. */
export function stagesTable({ stage, daysSinceLast, revenue }: CustomerStages): LifecycleTables['stages'] {
	const rows = stageIds.length;
	const customers = new Uint32Array(rows);
	const days = stageIds.map(() => new WholeNumberCounts());
	let known = 0;
	for (let customer = 0; customer < stage.length; customer++) {
		const own = stage[customer] as number;
		if (own === NO_STAGE) continue;
		known++;
		customers[own] = (customers[own] as number) + 1;
		const silent = daysSinceLast[customer] as number;
		if (silent >= 0) days[own]?.add(silent);
	}
	const total = revenue.reduce((sum, money) => sum + money, 0);
	return {
		rows,
		columns: {
			stage: Uint8Array.from(stageIds, (_, row) => row),
			customers,
			share: Float64Array.from(customers, (count) => (known === 0 ? Number.NaN : count / known)),
			revenue: revenue.slice(),
			revenueShare: Float64Array.from(revenue, (money) => (total === 0 ? Number.NaN : money / total)),
			medianDaysSinceLast: Float64Array.from(days, (counts) => counts.quantile(0.5))
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
