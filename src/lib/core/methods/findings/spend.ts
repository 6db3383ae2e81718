import type { PeriodTable } from '../../calendar/period-table.ts';
import type { Ledger } from '../../ledger/types.ts';
import { topCount } from '../../math/concentration.ts';
import { sortAscending } from '../../math/sort-ascending.ts';

/** What the customers of one period spent in it, in canonical order of the customers. */
export interface PeriodSpend {
	readonly customer: Uint32Array;
	readonly orders: Float64Array;
	readonly revenue: Float64Array;
}

/** By period of the window. */
export interface Spend {
	/** Customers with two or more orders in the period. */
	readonly repeaters: Uint32Array;
	/** Share of the period's revenue from the tenth of its customers (rounded up) that spent most; NaN without revenue. */
	readonly topTenth: Float64Array;
	readonly of: (period: number) => PeriodSpend;
}

/**
 * Each customer's orders and revenue by period. `active` says how many customers each period has. One pass over the
 * orders and a sort of every period's sums; memory grows with customers × the periods they are active in. Sums of whole
 * units are exact. The ledger is not changed.
 *
 * @param periods begin with the first day of the window and end with the as-of date
 */
export function spendByPeriod(ledger: Ledger, periods: PeriodTable, active: Uint32Array): Spend {
	const { offsets, day, amount } = ledger;
	const { firstDay, lastDay, of, count } = periods;
	const starts = new Uint32Array(count + 1);
	for (let p = 0; p < count; p++) starts[p + 1] = (starts[p] as number) + (active[p] as number);
	const next = starts.slice();
	const cells = starts[count] as number;
	const who = new Uint32Array(cells);
	const orders = new Uint32Array(cells);
	const revenue = new Float64Array(cells);
	const repeaters = new Uint32Array(count);
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const end = offsets[customer + 1] as number;
		let last = -1;
		let cell = 0;
		for (let i = offsets[customer] as number; i < end; i++) {
			const on = day[i] as number;
			if (on < firstDay) continue;
			if (on > lastDay) break;
			const period = of[on - firstDay] as number;
			if (period !== last) {
				cell = next[period] as number;
				next[period] = cell + 1;
				who[cell] = customer;
				last = period;
			}
			const nth = (orders[cell] as number) + 1;
			orders[cell] = nth;
			revenue[cell] = (revenue[cell] as number) + (amount[i] as number);
			if (nth === 2) repeaters[period] = (repeaters[period] as number) + 1;
		}
	}
	const range = (period: number): [number, number] => [
		starts[period] as number,
		starts[period + 1] as number
	];
	const topTenth = Float64Array.from({ length: count }, (_, period) => {
		const own = sortAscending(revenue.subarray(...range(period)));
		const total = own.reduce((sum, money) => sum + money, 0);
		return total === 0 ? Number.NaN : topCount(own, Math.ceil(own.length / 10)).sum / total;
	});
	return {
		repeaters,
		topTenth,
		of: (period) => ({
			customer: who.subarray(...range(period)),
			orders: Float64Array.from(orders.subarray(...range(period))),
			revenue: revenue.subarray(...range(period))
		})
	};
}
