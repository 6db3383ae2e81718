import type { Ledger } from '../../ledger/types.ts';
import type { ObservedSpan } from '../observed-span.ts';

/** What a customer did in and before the two periods compared: bits of `CustomerFacts.standing`. */
export const Standing = {
	PROSPECT: 1,
	CURRENT_ACTIVE: 2,
	BEFORE_ACTIVE: 4,
	CURRENT_NEW: 8,
	BEFORE_NEW: 16
} as const;

/** Sums over the customers of one of the two periods compared. */
export interface PeriodTotals {
	active: number;
	new: number;
	orders: number;
	revenue: number;
	/** Revenue in the period from the customers that are new in it. */
	newRevenue: number;
}

/** Each customer's orders and revenue in the window, and their standing in the current and former period. */
export interface CustomerFacts {
	readonly orders: Uint32Array;
	readonly revenue: Float64Array;
	/** Of the current period. */
	readonly currentOrders: Uint32Array;
	readonly currentRevenue: Float64Array;
	readonly standing: Uint8Array;
	/** First and last day with an order in the window; the first is the later one when there is none. */
	readonly firstDay: number;
	readonly lastDay: number;
	/** Lines behind the orders in the window. */
	readonly lines: number;
	readonly prospects: number;
	readonly current: PeriodTotals;
	readonly before: PeriodTotals;
}

/**
 * Walks every customer's orders once, up to the as-of date. The current period is the last `days` days up to
 * and including the as-of date, the period before as many days before those; both look at all history, so
 * that a narrow window does not make the comparison lopsided. A customer is new in a period when the first
 * order ever falls in it. Amounts are sums of whole smallest units, exact. The ledger is not changed.
 */
export function customerFacts(ledger: Ledger, span: ObservedSpan, days: number): CustomerFacts {
	const { offsets, day, amount, orderLines, firstSeen } = ledger;
	const size = ledger.customers.size;
	const orders = new Uint32Array(size);
	const revenue = new Float64Array(size);
	const ordersNow = new Uint32Array(size);
	const revenueNow = new Float64Array(size);
	const standing = new Uint8Array(size);
	const { from, asOf } = span;
	const currentFrom = asOf - days + 1;
	const beforeFrom = currentFrom - days;
	const current = noTotals();
	const before = noTotals();
	let firstDay = asOf + 1;
	let lastDay = from - 1;
	let lines = 0;
	let prospects = 0;
	for (let customer = 0; customer < size; customer++) {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		const firstOrder = start < end ? (day[start] as number) : asOf + 1;
		if (firstOrder > asOf) {
			if ((firstSeen[customer] as number) <= asOf) {
				standing[customer] = Standing.PROSPECT;
				prospects++;
			}
			continue;
		}
		// Days ascend within a customer: the orders of the window and of each period stand together.
		let last = end;
		while ((day[last - 1] as number) > asOf) last--;
		let first = start;
		while (first < last && (day[first] as number) < from) first++;
		const windowOrders = last - first;
		let windowRevenue = 0;
		for (let i = first; i < last; i++) {
			windowRevenue += amount[i] as number;
			lines += orderLines[i] as number;
		}
		if (windowOrders > 0) {
			if ((day[first] as number) < firstDay) firstDay = day[first] as number;
			if ((day[last - 1] as number) > lastDay) lastDay = day[last - 1] as number;
		}
		let at = last;
		let currentRevenue = 0;
		while (at > start && (day[at - 1] as number) >= currentFrom) currentRevenue += amount[--at] as number;
		const currentOrders = last - at;
		const between = at;
		let beforeRevenue = 0;
		while (at > start && (day[at - 1] as number) >= beforeFrom) beforeRevenue += amount[--at] as number;
		const beforeOrders = between - at;
		orders[customer] = windowOrders;
		revenue[customer] = windowRevenue;
		ordersNow[customer] = currentOrders;
		revenueNow[customer] = currentRevenue;
		let bits = 0;
		if (currentOrders > 0) {
			bits |= Standing.CURRENT_ACTIVE;
			if (add(current, currentOrders, currentRevenue, firstOrder >= currentFrom))
				bits |= Standing.CURRENT_NEW;
		}
		if (beforeOrders > 0) {
			bits |= Standing.BEFORE_ACTIVE;
			if (add(before, beforeOrders, beforeRevenue, firstOrder >= beforeFrom)) bits |= Standing.BEFORE_NEW;
		}
		standing[customer] = bits;
	}
	const now = { currentOrders: ordersNow, currentRevenue: revenueNow };
	return { orders, revenue, ...now, standing, firstDay, lastDay, lines, prospects, current, before };
}

function noTotals(): PeriodTotals {
	return { active: 0, new: 0, orders: 0, revenue: 0, newRevenue: 0 };
}

function add(totals: PeriodTotals, orders: number, revenue: number, isNew: boolean): boolean {
	totals.active++;
	totals.orders += orders;
	totals.revenue += revenue;
	if (isNew) {
		totals.new++;
		totals.newRevenue += revenue;
	}
	return isNew;
}
