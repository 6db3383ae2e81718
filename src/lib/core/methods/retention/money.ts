import { windowsOf } from '../../calendar/rolling.ts';
import type { Ledger } from '../../ledger/types.ts';
import { sumFromTheRight } from '../../math/sum-from-the-right.ts';
import type { CohortPlan } from './cohorts.ts';

/** Cohorts × N in smallest units, laid out like the grid of customers. */
export interface MoneyGrid {
	/** What the members that reached N spent in their period 0. */
	readonly base: Float64Array;
	/** What the cohort's members spent in exactly period N. */
	readonly kept: Float64Array;
}

/**
 * Adds up every entry's money by period since entry, for the same entries, periods and reach as `countReturns`. Whole
 * units add up exactly whatever their order. One pass over the orders; for `recurring`, one per entry over the orders of
 * the following `longest` periods.
 */
export function sumMoney(ledger: Ledger, plan: CohortPlan): MoneyGrid {
	const { offsets, day, amount } = ledger;
	const { periods, asOf, windowDays, recurring, longest, rowOf } = plan;
	const { firstDay, of } = periods;
	const width = longest + 1;
	const base = new Float64Array(plan.periodOf.length * width);
	const kept = new Float64Array(base.length);
	const lastPeriod = periods.count - 1;
	const windowOf = windowDays === 0 ? of : windowsOf(of.length, windowDays);
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		let previous = -1;
		for (let entry = start; entry < end; entry++) {
			if (entry > start && !recurring) break;
			const entryDay = day[entry] as number;
			if (entryDay > asOf) break;
			const period = of[entryDay - firstDay] as number;
			if (period === previous) continue;
			previous = period;
			const row = rowOf[period] as number;
			if (row < 0) continue;
			const at = row * width;
			const origin = windowDays === 0 ? firstDay : entryDay;
			const less = windowDays === 0 ? period : 0;
			let own = 0;
			for (let i = entry; i < end; i++) {
				const on = day[i] as number;
				if (on > asOf) break;
				const n = (windowOf[on - origin] as number) - less;
				if (n > longest) break;
				const spent = amount[i] as number;
				kept[at + n] = (kept[at + n] as number) + spent;
				if (n === 0) own += spent;
			}
			const reach = windowDays === 0 ? lastPeriod - period : (windowOf[asOf - entryDay] as number);
			const furthest = at + Math.min(reach, longest);
			base[furthest] = (base[furthest] as number) + own;
		}
	}
	sumFromTheRight(base, width);
	return { base, kept };
}
