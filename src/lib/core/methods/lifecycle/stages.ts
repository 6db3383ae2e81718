import type { Ledger } from '../../ledger/types.ts';
import { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import type { ObservedSpan } from '../observed-span.ts';
import { stageFinder, type ResolvedRule } from './resolve-rules.ts';
import { stageIds, type LifecycleTables } from './types.ts';

/** The stage of a customer who is not known yet on the as-of date. */
export const NO_STAGE = 255;

/** Each customer's stage on the as-of date, and what the stage table needs beside it. */
export interface CustomerStages {
	/** Per customer: index into `stageIds`, or NO_STAGE. */
	readonly stage: Uint8Array;
	/** Per customer: −1 without an order. */
	readonly daysSinceLast: Int32Array;
	/** Per stage: revenue in the window. */
	readonly revenue: Float64Array;
}

/**
 * Puts every customer known by the as-of date into the stage of the first matching rule. Orders and gaps are
 * those of all history up to that date; only the revenue is the window's. One pass over the orders.
 */
export function customerStages(
	ledger: Ledger,
	span: ObservedSpan,
	rules: readonly ResolvedRule[]
): CustomerStages {
	const { offsets, day, amount, firstSeen } = ledger;
	const { from, asOf } = span;
	const stageOf = stageFinder(rules);
	const size = ledger.customers.size;
	const stage = new Uint8Array(size).fill(NO_STAGE);
	const daysSinceLast = new Int32Array(size).fill(-1);
	const revenue = new Float64Array(stageIds.length);
	for (let customer = 0; customer < size; customer++) {
		const start = offsets[customer] as number;
		let end = offsets[customer + 1] as number;
		while (end > start && (day[end - 1] as number) > asOf) end--;
		if (start === end) {
			if ((firstSeen[customer] as number) <= asOf) stage[customer] = stageOf(0, Number.NaN, Number.NaN);
			continue;
		}
		const last = day[end - 1] as number;
		let before = end - 2;
		while (before >= start && day[before] === last) before--;
		const gap = before < start ? Number.NaN : last - (day[before] as number);
		const own = stageOf(end - start, asOf - last, gap);
		stage[customer] = own;
		daysSinceLast[customer] = asOf - last;
		let first = start;
		while (first < end && (day[first] as number) < from) first++;
		let money = 0;
		for (let i = first; i < end; i++) money += amount[i] as number;
		revenue[own] = (revenue[own] as number) + money;
	}
	return { stage, daysSinceLast, revenue };
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
