import type { Ledger } from '../../ledger/types.ts';
import { wilson } from '../../math/wilson.ts';
import { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import { stageIds, type LifecycleTables, type StageId } from './types.ts';

/** The steps of the funnel, row by row; `before` is the row that a step is measured against (−1: none). */
export const funnelSteps: readonly { readonly stage: StageId; readonly before: number }[] = [
	{ stage: 'potential', before: -1 },
	{ stage: 'new', before: 0 },
	{ stage: 'growing', before: 1 },
	{ stage: 'mature', before: 2 },
	{ stage: 'lost', before: 1 },
	{ stage: 'won-back', before: 4 }
];

/** Who ever reached which step, and how many days each step took from the one before. */
export interface FunnelWalk {
	/** Per customer: bit s for the step in row s. */
	readonly reached: Uint8Array;
	readonly days: readonly WholeNumberCounts[];
}

/**
 * Follows every customer known by the as-of date through the steps: known, first order, second order,
 * `matureOrders`-th order; and to the side: the first silence of `lostAfter` days or more (lost on the day on
 * which it reached that length), and the order that ended it. All history up to the as-of date counts.
 * One pass over the orders.
 */
export function walkFunnel(
	ledger: Ledger,
	asOf: number,
	matureOrders: number,
	lostAfter: number
): FunnelWalk {
	const { offsets, day, firstSeen } = ledger;
	const size = ledger.customers.size;
	const reached = new Uint8Array(size);
	// A whole number in all cases, and longer than any silence where nothing counts as lost.
	const silence = Math.min(lostAfter, 0x7fffffff);
	const toNew = new WholeNumberCounts();
	const toGrowing = new WholeNumberCounts();
	const toMature = new WholeNumberCounts();
	const toLost = new WholeNumberCounts();
	const toWonBack = new WholeNumberCounts();
	for (let customer = 0; customer < size; customer++) {
		const start = offsets[customer] as number;
		let end = offsets[customer + 1] as number;
		while (end > start && (day[end - 1] as number) > asOf) end--;
		const orders = end - start;
		const seen = firstSeen[customer] as number;
		if (orders === 0) {
			if (seen <= asOf) reached[customer] = 1;
			continue;
		}
		const first = day[start] as number;
		let bits = 3;
		toNew.add(first - Math.min(first, seen));
		if (orders >= 2) {
			bits |= 4;
			const second = day[start + 1] as number;
			toGrowing.add(second - first);
			if (orders >= matureOrders) {
				bits |= 8;
				toMature.add((day[start + matureOrders - 1] as number) - second);
			}
		}
		let i = start + 1;
		let last = first;
		let gap = 0;
		for (; i < end; i++) {
			gap = (day[i] as number) - last;
			if (gap >= silence) break;
			last = day[i] as number;
		}
		const isBack = i < end;
		if (isBack || asOf - last >= silence) {
			bits |= 16;
			toLost.add(last + silence - first);
		}
		if (isBack) {
			bits |= 32;
			toWonBack.add(gap - silence);
		}
		reached[customer] = bits;
	}
	return { reached, days: [new WholeNumberCounts(), toNew, toGrowing, toMature, toLost, toWonBack] };
}

/** One row per step: how many reached it, of those of the step before, how many did not, and how long it took. */
export function funnelTable({ reached, days }: FunnelWalk): LifecycleTables['funnel'] {
	const rows = funnelSteps.length;
	const customers = new Uint32Array(rows);
	const combinations = new Uint32Array(1 << rows);
	for (let customer = 0; customer < reached.length; customer++) {
		const bits = reached[customer] as number;
		combinations[bits] = (combinations[bits] as number) + 1;
	}
	for (let bits = 0; bits < combinations.length; bits++) {
		for (let row = 0; row < rows; row++) {
			if ((bits & (1 << row)) === 0) continue;
			customers[row] = (customers[row] as number) + (combinations[bits] as number);
		}
	}
	const conversion = new Float64Array(rows).fill(Number.NaN);
	const low = new Float64Array(rows).fill(Number.NaN);
	const high = new Float64Array(rows).fill(Number.NaN);
	const stopped = new Uint32Array(rows);
	funnelSteps.forEach(({ before }, row) => {
		const base = customers[before];
		if (base === undefined) return;
		const here = customers[row] as number;
		stopped[row] = base - here;
		if (base === 0) return;
		const interval = wilson(here, base);
		conversion[row] = here / base;
		low[row] = interval.low;
		high[row] = interval.high;
	});
	return {
		rows,
		columns: {
			stage: Uint8Array.from(funnelSteps, ({ stage }) => stageIds.indexOf(stage)),
			customers,
			conversion,
			low,
			high,
			stopped,
			medianDays: Float64Array.from(days, (counts) => counts.quantile(0.5)),
			p90Days: Float64Array.from(days, (counts) => counts.quantile(0.9))
		},
		types: {
			stage: 'code',
			customers: 'count',
			conversion: 'share',
			low: 'share',
			high: 'share',
			stopped: 'count',
			medianDays: 'days',
			p90Days: 'days'
		}
	};
}
