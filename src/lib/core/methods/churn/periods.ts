import { isCutShort, type PeriodTable } from '../../calendar/period-table.ts';
import type { Ledger } from '../../ledger/types.ts';
import { wilson } from '../../math/wilson.ts';
import type { ObservedSpan } from '../observed-span.ts';
import { selectCustomers } from '../select-customers.ts';
import type { ChurnParams, ChurnTables } from './types.ts';

/** Customers by period of all history. Active: silent for no more days than the window at the end of the last day. */
export interface PeriodCounts {
	/** Active at the end of the period, or on the as-of date where that cuts it short. */
	readonly end: Uint32Array;
	/** Active at the end of the period before, and not at the end of this one. */
	readonly lost: Uint32Array;
	/** Not active at the end of the period before, but at the end of this one: by their first order, or by a later one. */
	readonly fresh: Uint32Array;
	readonly wonBack: Uint32Array;
	/** First orders ever. */
	readonly first: Uint32Array;
}

/**
 * Follows every customer through runs of days without too long a silence and looks at the last day of each period. A
 * customer who is lost and back within one period is active at both of its ends, and lost in neither. One pass over the
 * orders. `periods` begin with the first day of all history and end with the as-of date.
 */
export function countPeriods(ledger: Ledger, periods: PeriodTable, window: number): PeriodCounts {
	const { offsets, day } = ledger;
	const { firstDay, lastDay, of, starts, count } = periods;
	const made = (): Uint32Array => new Uint32Array(count);
	const [lost, fresh, wonBack, first] = [made(), made(), made(), made()];
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const end = offsets[customer + 1] as number;
		let i = offsets[customer] as number;
		if (i === end || (day[i] as number) > lastDay) continue;
		const born = of[(day[i] as number) - firstDay] as number;
		first[born] = (first[born] as number) + 1;
		// The period in which the last run that reached an end of period was found broken; −1 before any.
		let broken = -1;
		while (i < end && (day[i] as number) <= lastDay) {
			const from = day[i] as number;
			let last = from;
			for (i++; i < end; i++) {
				const on = day[i] as number;
				if (on > lastDay || on - last > window) break;
				last = on;
			}
			const until = Math.min(lastDay, last + window);
			const low = of[from - firstDay] as number;
			const into = of[until - firstDay] as number;
			const reaches = until === lastDay || until + 1 === starts[into + 1];
			const high = reaches ? into : into - 1;
			if (low > high) continue;
			if (broken < 0 && low === born) fresh[low] = (fresh[low] as number) + 1;
			else if (low !== broken) {
				wonBack[low] = (wonBack[low] as number) + 1;
				if (broken >= 0) lost[broken] = (lost[broken] as number) + 1;
			}
			broken = high + 1;
		}
		if (broken >= 0 && broken < count) lost[broken] = (lost[broken] as number) + 1;
	}
	const ends = made();
	let active = 0;
	for (let p = 0; p < count; p++) {
		active += (fresh[p] as number) + (wonBack[p] as number) - (lost[p] as number);
		ends[p] = active;
	}
	return { end: ends, lost, fresh, wonBack, first };
}

/** The periods that the window shows; the rate's base is the active at the start, or everyone who had ordered by then. */
export function periodsTable(
	counts: PeriodCounts,
	periods: PeriodTable,
	span: ObservedSpan,
	base: ChurnParams['base']
): ChurnTables['periods'] {
	const shown = firstShown(periods, span);
	const rows = periods.count - shown;
	const start = new Uint32Array(rows);
	const known = new Uint32Array(rows);
	let ordered = 0;
	for (let p = 0; p < periods.count; p++) {
		if (p >= shown) {
			start[p - shown] = p === 0 ? 0 : (counts.end[p - 1] as number);
			known[p - shown] = ordered;
		}
		ordered += counts.first[p] as number;
	}
	const of = base === 'active' ? start : known;
	const lost = counts.lost.slice(shown);
	const ends = Array.from(lost, (n, row) => wilson(n, of[row] as number));
	return {
		rows,
		columns: {
			period: periods.starts.slice(shown, periods.count),
			start,
			lost,
			new: counts.fresh.slice(shown),
			wonBack: counts.wonBack.slice(shown),
			end: counts.end.slice(shown),
			base: of.slice(),
			rate: Float64Array.from(lost, (n, row) => (of[row] === 0 ? Number.NaN : n / (of[row] as number))),
			low: Float64Array.from(ends, ({ low }) => low),
			high: Float64Array.from(ends, ({ high }) => high),
			incomplete: incompleteFlags(periods, span, shown)
		},
		types: {
			period: 'day',
			start: 'count',
			lost: 'count',
			new: 'count',
			wonBack: 'count',
			end: 'count',
			base: 'count',
			rate: 'share',
			low: 'share',
			high: 'share',
			incomplete: 'flag'
		}
	};
}

/** Index, among the periods of all history, of the first that the window shows. */
export function firstShown(periods: PeriodTable, span: ObservedSpan): number {
	return periods.of[span.from - periods.firstDay] as number;
}

/** 1 for the periods from `shown` on that the as-of date cuts short. */
export function incompleteFlags(periods: PeriodTable, { asOf }: ObservedSpan, shown: number): Uint8Array {
	return Uint8Array.from({ length: periods.count - shown }, (_, row) =>
		isCutShort(periods, shown + row, asOf) ? 1 : 0
	);
}

/** The customers lost in a period of all history. One pass over the orders. */
export function lostCustomers(
	ledger: Ledger,
	periods: PeriodTable,
	window: number,
	period: number
): Uint32Array {
	const { offsets, day } = ledger;
	const before = (periods.starts[period] as number) - 1;
	const after = Math.min(periods.lastDay, (periods.starts[period + 1] as number) - 1);
	return selectCustomers(ledger.customers.size, (customer) => {
		let atStart = Number.NEGATIVE_INFINITY;
		let atEnd = Number.NEGATIVE_INFINITY;
		for (let i = offsets[customer] as number; i < (offsets[customer + 1] as number); i++) {
			const on = day[i] as number;
			if (on > after) break;
			if (on <= before) atStart = on;
			atEnd = on;
		}
		return atStart + window >= before && atEnd + window < after;
	});
}
