import type { Ledger } from '../../ledger/types.ts';
import { selectCustomers } from '../select-customers.ts';
import type { CohortPlan } from './cohorts.ts';

/**
 * The customers who entered one of the accepted cohorts and were active at N there (or at N or later, as the
 * plan says); N = 0 with `on` asks for all members. Ascending indices. With recurring entry a customer of
 * several cohorts is listed once. One pass over the orders, like counting them.
 */
export function returnedMembers(
	ledger: Ledger,
	plan: CohortPlan,
	n: number,
	accepts: (row: number) => boolean
): Uint32Array {
	const { offsets, day } = ledger;
	const { periods, asOf, windowDays, recurring, orAfter } = plan;
	const periodAt = (on: number): number => periods.of[on - periods.firstDay] as number;
	return selectCustomers(ledger.customers.size, (customer) => {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		let previous = -1;
		for (let entry = start; entry < end; entry++) {
			const entryDay = day[entry] as number;
			if (entryDay > asOf || (entry > start && !recurring)) return false;
			const period = periodAt(entryDay);
			if (period === previous) continue;
			previous = period;
			const row = plan.rowOf[period] as number;
			if (row < 0 || !accepts(row)) continue;
			for (let i = entry; i < end; i++) {
				const on = day[i] as number;
				if (on > asOf) break;
				const own = windowDays === 0 ? periodAt(on) - period : Math.floor((on - entryDay) / windowDays);
				if (own === n || (orAfter && own > n)) return true;
				if (own > n) break;
			}
		}
		return false;
	});
}

/** All members of one cohort, given by its row. */
export function cohortMembers(ledger: Ledger, plan: CohortPlan, row: number): Uint32Array {
	return returnedMembers(ledger, plan, 0, (own) => own === row);
}
