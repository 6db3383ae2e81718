import type { PeriodTable } from '../../calendar/period-table.ts';
import type { CustomerSigns } from '../../dataset/customer-signs.ts';
import { NO_DAY } from '../../dataset/entity-table.ts';
import { NEVER_SEEN, type Ledger } from '../../ledger/types.ts';

/** Orders and revenue of each period: of all, and of those who are new in it. */
export interface PeriodSales {
	readonly orders: Uint32Array;
	readonly revenue: Float64Array;
	readonly newOrders: Uint32Array;
	readonly newRevenue: Float64Array;
	/** Customers known by the period's end, with or without an order: by a row of their own or one of a linked table. */
	readonly known: Uint32Array;
}

/** Sums the orders of every period of all history, those of a customer's first period apart. One pass. */
export function periodSales(ledger: Ledger, periods: PeriodTable, signs: CustomerSigns | null): PeriodSales {
	const { offsets, day, amount, firstSeen } = ledger;
	const { firstDay, lastDay, count, of } = periods;
	const orders = new Uint32Array(count);
	const newOrders = new Uint32Array(count);
	const revenue = new Float64Array(count);
	const newRevenue = new Float64Array(count);
	const known = new Uint32Array(count);
	for (let who = 0; who < ledger.customers.size; who++) {
		const start = offsets[who] as number;
		const end = offsets[who + 1] as number;
		const seen = Math.max(
			firstDay,
			Math.min(
				firstSeen[who] as number,
				start < end ? (day[start] as number) : NEVER_SEEN,
				firstSign(signs, who)
			)
		);
		if (seen > lastDay) continue;
		const since = of[seen - firstDay] as number;
		known[since] = (known[since] as number) + 1;
		let first = -1;
		for (let i = start; i < end && (day[i] as number) <= lastDay; i++) {
			const period = of[(day[i] as number) - firstDay] as number;
			if (first < 0) first = period;
			orders[period] = (orders[period] as number) + 1;
			revenue[period] = (revenue[period] as number) + (amount[i] as number);
			if (period !== first) continue;
			newOrders[period] = (newOrders[period] as number) + 1;
			newRevenue[period] = (newRevenue[period] as number) + (amount[i] as number);
		}
	}
	for (let period = 1; period < count; period++) {
		known[period] = (known[period] as number) + (known[period - 1] as number);
	}
	return { orders, revenue, newOrders, newRevenue, known };
}

/** The first day on which a linked table has a dated row of a customer; `NEVER_SEEN` without one. */
function firstSign(signs: CustomerSigns | null, who: number): number {
	if (signs === null) return NEVER_SEEN;
	let row = signs.offsets[who] as number;
	const end = signs.offsets[who + 1] as number;
	while (row < end && signs.day[row] === NO_DAY) row++;
	return row < end ? (signs.day[row] as number) : NEVER_SEEN;
}
