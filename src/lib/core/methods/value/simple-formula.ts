import { isCutShort, type PeriodTable } from '../../calendar/period-table.ts';
import type { Ledger } from '../../ledger/types.ts';

/** What the simple formula is made of, over the complete periods of all history. */
export interface SimpleFormula {
	/** Customers with an order in a period, summed over the periods, and what they brought, in smallest units. */
	readonly active: number;
	readonly value: number;
	/** Of these, in a period that a complete one follows: how many, and how many of them had no order in the next. */
	readonly followed: number;
	readonly lost: number;
}

/**
 * Counts what "income per customer ÷ churn" takes in: who bought in each period, with how much, and who of them did not
 * buy in the next. Periods that the as-of date cuts short are left out. One pass over the orders.
 *
 * @param firstDay day of the first order of all, with which the periods begin
 */
export function simpleFormula(
	{ customers, offsets, day, amount }: Ledger,
	periods: PeriodTable,
	firstDay: number,
	asOf: number
): SimpleFormula {
	const last = isCutShort(periods, periods.count - 1, asOf) ? periods.count - 2 : periods.count - 1;
	const sums = { active: 0, value: 0, followed: 0, lost: 0 };
	for (let who = 0; who < customers.size; who++) {
		const end = offsets[who + 1] as number;
		let before = -1;
		for (let i = offsets[who] as number; i < end; i++) {
			const on = day[i] as number;
			const period = on > asOf ? Infinity : (periods.of[on - firstDay] as number);
			if (period > last) break;
			sums.value += amount[i] as number;
			if (period === before) continue;
			sums.active++;
			if (period < last) sums.followed++;
			if (before >= 0 && period > before + 1) sums.lost++;
			before = period;
		}
		if (before >= 0 && before < last) sums.lost++;
	}
	return sums;
}

/**
 * Income per active customer and period ÷ the share lost from one period to the next: what a customer brings until
 * lost, were all alike and lost at an even rate. NaN where nobody was followed, or nobody lost.
 *
 * @example
 * simpleValue({ active: 10, value: 1000, followed: 8, lost: 2 }, 0.5) // => { income: 50, churn: 0.25, value: 200 }
 * simpleValue({ active: 10, value: 1000, followed: 8, lost: 0 }, 1).value // => NaN
 */
export function simpleValue(
	{ active, value, followed, lost }: SimpleFormula,
	margin: number
): { readonly income: number; readonly churn: number; readonly value: number } {
	const income = active === 0 ? Number.NaN : (value * margin) / active;
	const churn = followed === 0 ? Number.NaN : lost / followed;
	return { income, churn, value: churn > 0 ? income / churn : Number.NaN };
}
