import type { PeriodTable } from '../../calendar/period-table.ts';
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

/**
 * Sums of the window's days, `dayWidth` to a day: orders; customers whose first order in one of the trend's periods it
 * has; revenue; first orders ever. By day and not by period, so that neighbouring orders seldom wait for one another.
 */
export type DaySums = Float64Array;
export const dayWidth = 4;

/** Each customer's orders and revenue in the window, and their standing in the current and former period. */
export interface CustomerFacts {
	readonly orders: Uint32Array;
	readonly revenue: Float64Array;
	/** Of the current period. */
	readonly currentOrders: Uint32Array;
	readonly currentRevenue: Float64Array;
	readonly standing: Uint8Array;
	readonly onDay: DaySums;
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
 *
 * @param trend the periods of the window's days
 */
export function customerFacts(
	ledger: Ledger,
	span: ObservedSpan,
	days: number,
	trend: PeriodTable
): CustomerFacts {
	const { offsets, day, amount, firstSeen } = ledger;
	const size = ledger.customers.size;
	const orders = new Uint32Array(size);
	const revenue = new Float64Array(size);
	const ordersNow = new Uint32Array(size);
	const revenueNow = new Float64Array(size);
	const standing = new Uint8Array(size);
	const { from, asOf } = span;
	const { of } = trend;
	const windowDays = Math.max(0, asOf - from + 1);
	const onDay = new Float64Array(windowDays * dayWidth);
	const currentFrom = asOf - days + 1;
	const beforeFrom = currentFrom - days;
	const current = noTotals();
	const before = noTotals();
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
		let count = 0;
		let sum = 0;
		let previous = -1;
		for (let i = start; i < end; i++) {
			const on = (day[i] as number) - from;
			// Below 0 is above all days, too.
			if (on >>> 0 >= windowDays) continue;
			const period = of[on] as number;
			const money = amount[i] as number;
			const cell = on * dayWidth;
			count++;
			sum += money;
			onDay[cell] = (onDay[cell] as number) + 1;
			// 1 in a new period, else 0: nobody can guess which, and a wrong guess costs more than the sum.
			onDay[cell + 1] = (onDay[cell + 1] as number) + ((previous - period) >>> 31);
			onDay[cell + 2] = (onDay[cell + 2] as number) + money;
			previous = period;
		}
		orders[customer] = count;
		revenue[customer] = sum;
		if (firstOrder >= from) {
			const cell = (firstOrder - from) * dayWidth + 3;
			onDay[cell] = (onDay[cell] as number) + 1;
		}
		// Days ascend within a customer: the orders of each period stand together, and most have none in either.
		if ((day[end - 1] as number) < beforeFrom) continue;
		let last = end;
		while ((day[last - 1] as number) > asOf) last--;
		let at = last;
		let currentRevenue = 0;
		while (at > start && (day[at - 1] as number) >= currentFrom) currentRevenue += amount[--at] as number;
		const currentOrders = last - at;
		const between = at;
		let beforeRevenue = 0;
		while (at > start && (day[at - 1] as number) >= beforeFrom) beforeRevenue += amount[--at] as number;
		const beforeOrders = between - at;
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
	const ends = { firstDay: asOf + 1, lastDay: from - 1 };
	for (let on = 0; on < windowDays; on++) {
		if (onDay[on * dayWidth] === 0) continue;
		ends.firstDay = Math.min(ends.firstDay, from + on);
		ends.lastDay = from + on;
	}
	const lines = linesBetween(ledger, from, asOf);
	return { orders, revenue, ...now, standing, onDay, ...ends, lines, prospects, current, before };
}

/** Lines behind the orders of some days; of all days they are known. */
function linesBetween(ledger: Ledger, from: number, asOf: number): number {
	if (from <= ledger.firstDay && asOf >= ledger.lastDay) return ledger.lines;
	const { day, orderLines } = ledger;
	let lines = 0;
	for (let i = 0; i < day.length; i++) {
		const on = day[i] as number;
		if (on >= from && on <= asOf) lines += orderLines[i] as number;
	}
	return lines;
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
