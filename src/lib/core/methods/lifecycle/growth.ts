import { isCutShort, type PeriodTable } from '../../calendar/period-table.ts';
import type { Ledger } from '../../ledger/types.ts';
import type { ObservedSpan } from '../observed-span.ts';
import { growthStates, type LifecycleTables } from './types.ts';

export type GrowthState = (typeof growthStates)[number] | 'active';

/** Stands before a customer's first period, and is not next to any. */
const NO_PERIOD = -2;

/** Customers per period of all history, by what they did in it. */
export type GrowthCounts = Readonly<Record<GrowthState, Uint32Array>>;

/**
 * New, returning, resurrected and dormant customers of every period from the first order to the as-of date.
 * A customer is new in the period of the first order ever; returning when active in it and in the one before;
 * resurrected when active in it, not in the one before, and not new; dormant when active in the one before and
 * not in it. `periods` must begin with the first day of all history. One pass over the orders.
 */
export function growthCounts(ledger: Ledger, periods: PeriodTable): GrowthCounts {
	const { offsets, day } = ledger;
	const { firstDay, lastDay, count, of } = periods;
	const fresh = new Uint32Array(count);
	const active = new Uint32Array(count);
	const returning = new Uint32Array(count);
	let customer = -1;
	let end = 0;
	let last = NO_PERIOD;
	for (let i = 0; i < day.length; i++) {
		const on = day[i] as number;
		if (on > lastDay) continue;
		const period = of[on - firstDay] as number;
		if (i >= end) {
			last = NO_PERIOD;
			fresh[period] = (fresh[period] as number) + 1;
			do end = offsets[++customer + 1] as number;
			while (end <= i);
		}
		// 0 in the same period, 1 in the next; whether it is cannot be guessed, and a wrong guess costs more than sums.
		const step = period - last;
		const notNext = ((step - 1) | (1 - step)) >>> 31;
		active[period] = (active[period] as number) + (-step >>> 31);
		returning[period] = (returning[period] as number) + 1 - notNext;
		last = period;
	}
	// Whoever is active and neither new nor returning came back; whoever was active and does not return is dormant.
	const resurrected = new Uint32Array(count);
	const dormant = new Uint32Array(count);
	for (let period = 0; period < count; period++) {
		const back = returning[period] as number;
		resurrected[period] = (active[period] as number) - (fresh[period] as number) - back;
		if (period > 0) dormant[period] = (active[period - 1] as number) - back;
	}
	return { new: fresh, returning, resurrected, dormant, active };
}

/**
 * The periods that the window shows. History before the window counts, and every period is counted whole: the
 * first one also where the window begins inside it, and it is then marked, as is the one the as-of date cuts.
 */
export function growthTable(
	counts: GrowthCounts,
	periods: PeriodTable,
	span: ObservedSpan
): LifecycleTables['growth'] {
	const first = firstShown(periods, span);
	const rows = periods.count - first;
	const shown = (values: Uint32Array): Uint32Array => values.slice(first);
	const pulse = new Float64Array(rows);
	const incomplete = new Uint8Array(rows);
	for (let row = 0; row < rows; row++) {
		const period = first + row;
		const gone = counts.dormant[period] as number;
		const came = (counts.new[period] as number) + (counts.resurrected[period] as number);
		pulse[row] = gone === 0 ? Number.NaN : came / gone;
		const cutAtStart = span.cut && (periods.starts[period] as number) < span.from;
		incomplete[row] = cutAtStart || isCutShort(periods, period, span.asOf) ? 1 : 0;
	}
	return {
		rows,
		columns: {
			period: periods.starts.slice(first, periods.count),
			new: shown(counts.new),
			returning: shown(counts.returning),
			resurrected: shown(counts.resurrected),
			dormant: shown(counts.dormant),
			active: shown(counts.active),
			pulse,
			incomplete
		},
		types: {
			period: 'day',
			new: 'count',
			returning: 'count',
			resurrected: 'count',
			dormant: 'count',
			active: 'count',
			pulse: 'number',
			incomplete: 'flag'
		}
	};
}

/** Index, among the periods of all history, of the first that the window shows. */
export function firstShown(periods: PeriodTable, span: ObservedSpan): number {
	return periods.of[span.from - periods.firstDay] as number;
}
