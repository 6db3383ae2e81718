import type { Ledger } from '../../ledger/types.ts';
import { selectCustomers } from '../select-customers.ts';
import type { CohortPlan } from './cohorts.ts';
import type { RetentionParams } from './types.ts';

/** First and last day of every bracket: whole days since the entry, or calendar days per period of entry. */
interface BracketSpans {
	readonly width: number;
	/** Whether begins and ends are days of the calendar, `width` per period; else days since the entry, once. */
	readonly calendar: boolean;
	readonly begins: Int32Array;
	readonly ends: Int32Array;
}

/** Cohorts × brackets: the cell of cohort row c and bracket b is at c · width + b. */
export interface BracketGrid {
	readonly width: number;
	/** Members whose bracket has ended by the as-of date. */
	readonly base: Uint32Array;
	/** Those of them with an order in it. */
	readonly active: Uint32Array;
}

/**
 * The days of the brackets. In days they are counted from the entry; in periods they are the days of the periods that N
 * counts: rolling windows from the entry, or calendar periods. A calendar bracket beyond the last period known has no
 * end yet and ends on a day that never comes.
 */
function bracketSpans(
	{ periods, windowDays, asOf }: CohortPlan,
	{ brackets, bracketUnit }: RetentionParams
): BracketSpans {
	const width = brackets.length;
	if (bracketUnit === 'day' || windowDays > 0) {
		const days = bracketUnit === 'day' ? 1 : windowDays;
		return {
			width,
			calendar: false,
			begins: Int32Array.from(brackets, ([from]) => from * days),
			ends: Int32Array.from(brackets, ([, to]) => (to + 1) * days - 1)
		};
	}
	const { starts, count } = periods;
	const begins = new Int32Array(count * width).fill(asOf + 1);
	const ends = begins.slice();
	for (let period = 0; period < count; period++) {
		brackets.forEach(([from, to], b) => {
			if (period + to >= count) return;
			begins[period * width + b] = starts[period + from] as number;
			ends[period * width + b] = (starts[period + to + 1] as number) - 1;
		});
	}
	return { width, calendar: true, begins, ends };
}

/**
 * Counts, for every entry and bracket, whether the bracket's last day has come, and whether an order lies in it: any
 * number of orders counts once. One pass over the orders; for `recurring`, one per entry over the orders up to the last
 * bracket's end.
 */
export function countBrackets(ledger: Ledger, plan: CohortPlan, params: RetentionParams): BracketGrid {
	const { offsets, day } = ledger;
	const { periods, asOf, recurring, rowOf } = plan;
	const { width, calendar, begins, ends } = bracketSpans(plan, params);
	const base = new Uint32Array(plan.periodOf.length * width);
	const active = new Uint32Array(base.length);
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		let previous = -1;
		for (let entry = start; entry < end; entry++) {
			if (entry > start && !recurring) break;
			const entryDay = day[entry] as number;
			if (entryDay > asOf) break;
			const period = periods.of[entryDay - periods.firstDay] as number;
			if (period === previous) continue;
			previous = period;
			const row = rowOf[period] as number;
			if (row < 0) continue;
			const at = row * width;
			const from = calendar ? period * width : 0;
			const origin = calendar ? 0 : entryDay;
			let i = entry;
			for (let b = 0; b < width; b++) {
				const last = origin + (ends[from + b] as number);
				if (last > asOf) break;
				const first = origin + (begins[from + b] as number);
				while (i < end && (day[i] as number) < first) i++;
				base[at + b] = (base[at + b] as number) + 1;
				if (i < end && (day[i] as number) <= last) active[at + b] = (active[at + b] as number) + 1;
			}
		}
	}
	return { width, base, active };
}

/**
 * The customers who entered one of the accepted cohorts, reached the end of bracket `bracket` and ordered in it.
 * Ascending indices; with recurring entry each is listed once. One pass over the orders.
 */
export function bracketMembers(
	ledger: Ledger,
	plan: CohortPlan,
	params: RetentionParams,
	bracket: number,
	accepts: (row: number) => boolean
): Uint32Array {
	const { offsets, day } = ledger;
	const { periods, asOf, recurring } = plan;
	const { width, calendar, begins, ends } = bracketSpans(plan, params);
	return selectCustomers(ledger.customers.size, (customer) => {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		let previous = -1;
		for (let entry = start; entry < end; entry++) {
			const entryDay = day[entry] as number;
			if (entryDay > asOf || (entry > start && !recurring)) return false;
			const period = periods.of[entryDay - periods.firstDay] as number;
			if (period === previous) continue;
			previous = period;
			const row = plan.rowOf[period] as number;
			if (row < 0 || !accepts(row)) continue;
			const at = (calendar ? period * width : 0) + bracket;
			const origin = calendar ? 0 : entryDay;
			const first = origin + (begins[at] as number);
			const last = origin + (ends[at] as number);
			if (last > asOf) continue;
			for (let i = entry; i < end; i++) {
				const on = day[i] as number;
				if (on > last) break;
				if (on >= first) return true;
			}
		}
		return false;
	});
}
