import { isCutShort, periodTable, type PeriodTable } from '../../calendar/period-table.ts';
import type { CalendarRule } from '../../calendar/period.ts';
import type { Ledger } from '../../ledger/types.ts';
import type { ObservedSpan } from '../observed-span.ts';
import type { OverviewParams, OverviewTables } from './types.ts';

/** The periods of the trend: from the one that holds the window's first day to that of the as-of date. */
export function trendPeriods(
	span: ObservedSpan,
	unit: OverviewParams['unit'],
	rule: CalendarRule
): PeriodTable {
	return periodTable(span.from, span.asOf, unit, rule);
}

/**
 * Active and new customers, orders and revenue per calendar period of the window. Orders before the window
 * count for nothing but who is new. A period is incomplete when the as-of date or the start of the window
 * cuts it. One pass over the orders; the ledger is not changed.
 */
export function trendTable(
	ledger: Ledger,
	span: ObservedSpan,
	periods: PeriodTable
): OverviewTables['trend'] {
	const { offsets, day, amount } = ledger;
	const { count, of } = periods;
	const { from, asOf } = span;
	const days = Math.max(0, asOf - from + 1);
	const active = new Uint32Array(count);
	const fresh = new Uint32Array(count);
	// By day first: sums of neighbouring orders then seldom wait for one another.
	const ordersOn = new Uint32Array(days);
	const revenueOn = new Float64Array(days);
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		let last = -1;
		for (let i = start; i < end; i++) {
			const on = (day[i] as number) - from;
			if (on < 0) continue;
			if (on >= days) break;
			const period = of[on] as number;
			if (i === start) fresh[period] = (fresh[period] as number) + 1;
			ordersOn[on] = (ordersOn[on] as number) + 1;
			revenueOn[on] = (revenueOn[on] as number) + (amount[i] as number);
			// 1 in a new period, else 0: nobody can guess which, and a wrong guess costs more than the sum.
			active[period] = (active[period] as number) + ((last - period) >>> 31);
			last = period;
		}
	}
	const orders = new Uint32Array(count);
	const revenue = new Float64Array(count);
	for (let on = 0; on < days; on++) {
		const period = of[on] as number;
		orders[period] = (orders[period] as number) + (ordersOn[on] as number);
		revenue[period] = (revenue[period] as number) + (revenueOn[on] as number);
	}
	const incomplete = new Uint8Array(count);
	for (let period = 0; period < count; period++) {
		const cutAtStart = span.cut && (periods.starts[period] as number) < from;
		incomplete[period] = cutAtStart || isCutShort(periods, period, asOf) ? 1 : 0;
	}
	return {
		rows: count,
		columns: { period: periods.starts.slice(0, count), active, new: fresh, orders, revenue, incomplete },
		types: {
			period: 'day',
			active: 'count',
			new: 'count',
			orders: 'count',
			revenue: 'money',
			incomplete: 'flag'
		}
	};
}
