import { isCutShort, periodTable, type PeriodTable } from '../../calendar/period-table.ts';
import type { CalendarRule } from '../../calendar/period.ts';
import type { ObservedSpan } from '../observed-span.ts';
import { dayWidth, type DaySums } from './customer-facts.ts';
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
 * Active and new customers, orders and revenue per calendar period of the window, from those of its days. Orders before
 * the window count for nothing but who is new. A period is incomplete when the as-of date or the start of the window
 * cuts it. One pass over the days.
 */
export function trendTable(
	onDay: DaySums,
	span: ObservedSpan,
	periods: PeriodTable
): OverviewTables['trend'] {
	const { count, of } = periods;
	const { from, asOf } = span;
	const active = new Uint32Array(count);
	const fresh = new Uint32Array(count);
	const orders = new Uint32Array(count);
	const revenue = new Float64Array(count);
	for (let cell = 0; cell < onDay.length; cell += dayWidth) {
		const period = of[cell / dayWidth] as number;
		orders[period] = (orders[period] as number) + (onDay[cell] as number);
		active[period] = (active[period] as number) + (onDay[cell + 1] as number);
		revenue[period] = (revenue[period] as number) + (onDay[cell + 2] as number);
		fresh[period] = (fresh[period] as number) + (onDay[cell + 3] as number);
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
