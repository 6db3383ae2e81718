import { isCutShort, type PeriodTable } from '../../calendar/period-table.ts';
import { windowsOf } from '../../calendar/rolling.ts';
import type { Ledger } from '../../ledger/types.ts';
import { sumFromTheRight } from '../../math/sum-from-the-right.ts';
import type { CohortPlan } from './cohorts.ts';

/** Cohorts × N in one array each: the cell of cohort row c at N is at c · width + N. */
export interface RetentionGrid {
	readonly width: number;
	/** Members whose period N has begun by the as-of date. */
	readonly base: Uint32Array;
	/** Those of them active in N (or in N or later). */
	readonly active: Uint32Array;
	/** 1 when the as-of date cuts period N short for at least one member counted in the base. */
	readonly cut: Uint8Array;
	/** Different customers in the cohorts shown. */
	readonly customers: number;
}

/**
 * Counts every entry's returns. Calendar: N is the number of calendar periods since the cohort's own. Rolling:
 * N = whole windows between the customer's first order in the cohort's period and the order. An entry has
 * reached N when its period N has begun by the as-of date; that period is cut when it has not ended by then.
 *
 * Counts of how far entries reach (and, for `on-or-after`, of their last return) are summed from the right at
 * the end, so that each entry costs one step there. One pass over the orders; for `recurring` with `on`, one
 * per entry over the following `longest` periods with an order (calendar), or over the orders in them (rolling).
 */
export function countReturns(ledger: Ledger, plan: CohortPlan): RetentionGrid {
	const { offsets, day } = ledger;
	const { periods, asOf, windowDays, recurring, orAfter, longest, rowOf } = plan;
	const { firstDay, of } = periods;
	const width = longest + 1;
	const cells = plan.periodOf.length * width;
	const base = new Uint32Array(cells);
	const active = new Uint32Array(cells);
	const cut = new Uint8Array(cells);
	const lastPeriod = periods.count - 1;
	const lastIsCut = isCutShort(periods, lastPeriod, asOf);
	// N of an order is read from a table in both kinds of period: a division per order would cost more than all else.
	const windowOf = windowDays === 0 ? of : windowsOf(of.length, windowDays);
	const ownPeriods = recurring && windowDays === 0 && !orAfter ? new Int32Array(periods.count) : null;
	let customers = 0;
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const start = offsets[customer] as number;
		let end = offsets[customer + 1] as number;
		while (end > start && (day[end - 1] as number) > asOf) end--;
		const found = ownPeriods === null ? 0 : periodsOf(day, start, end, periods, ownPeriods);
		let entered = 0;
		let counted = false;
		let previous = -1;
		for (let entry = start; entry < end; entry++) {
			if (entry > start && !recurring) break;
			const entryDay = day[entry] as number;
			const period = of[entryDay - firstDay] as number;
			if (period === previous) continue;
			previous = period;
			const own = entered++;
			const row = rowOf[period] as number;
			if (row < 0) continue;
			counted = true;
			const at = row * width;
			const age = asOf - entryDay;
			const reach = windowDays === 0 ? lastPeriod - period : (windowOf[age] as number);
			const reachCut = windowDays === 0 ? lastIsCut : (age + 1) % windowDays !== 0;
			if (reachCut && reach <= longest) cut[at + reach] = 1;
			const furthest = at + Math.min(reach, longest);
			base[furthest] = (base[furthest] as number) + 1;
			if (ownPeriods !== null) {
				for (let i = own; i < found; i++) {
					const n = (ownPeriods[i] as number) - period;
					if (n > longest) break;
					active[at + n] = (active[at + n] as number) + 1;
				}
				continue;
			}
			const origin = windowDays === 0 ? firstDay : entryDay;
			const less = windowDays === 0 ? period : 0;
			if (orAfter) {
				const n = (windowOf[(day[end - 1] as number) - origin] as number) - less;
				const cell = at + Math.min(n, longest);
				active[cell] = (active[cell] as number) + 1;
				continue;
			}
			let last = -1;
			for (let i = entry; i < end; i++) {
				const n = (windowOf[(day[i] as number) - origin] as number) - less;
				if (n > longest) break;
				// 1 in a new period, else 0: nobody can guess which, and a wrong guess costs more than the sum.
				active[at + n] = (active[at + n] as number) + ((last - n) >>> 31);
				last = n;
			}
		}
		if (counted) customers++;
	}
	sumFromTheRight(base, width);
	if (orAfter) sumFromTheRight(active, width);
	return { width, base, active, cut, customers };
}

/** Writes the different periods of the orders start .. end − 1 to `found`, ascending, and says how many there are. */
function periodsOf(
	day: Int32Array,
	start: number,
	end: number,
	{ of, firstDay }: PeriodTable,
	found: Int32Array
): number {
	let count = 0;
	for (let i = start; i < end; i++) {
		const period = of[(day[i] as number) - firstDay] as number;
		if (count === 0 || found[count - 1] !== period) found[count++] = period;
	}
	return count;
}
