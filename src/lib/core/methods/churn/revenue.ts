import type { PeriodTable } from '../../calendar/period-table.ts';
import type { Ledger } from '../../ledger/types.ts';
import type { ObservedSpan } from '../observed-span.ts';
import { grrInterval, nrrInterval, type KeptSquares } from './kept-interval.ts';
import { firstShown, incompleteFlags } from './periods.ts';
import type { ChurnTables } from './types.ts';

/** Stands after a customer's last period, and is not next to any. */
const NEVER = -1;

/** By period of all history: what became of the customers with an order in the period before. */
export interface RevenueMoves {
	readonly customers: Uint32Array;
	readonly lost: Uint32Array;
	readonly start: Float64Array;
	readonly churned: Float64Array;
	readonly contraction: Float64Array;
	readonly expansion: Float64Array;
	/** What the intervals of NRR and GRR rest on. */
	readonly squares: KeptSquares;
}

/** What is summed up for each period, side by side: places in a row of `width` numbers. */
const [CUSTOMERS, LOST, START, KEPT, CHURNED, CONTRACTION, SS, DS, DD, LS, LL] = [
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
] as const;
const width = 11;

/**
 * Compares every customer's revenue of each period with that of the one before: churned when there is no order,
 * contraction and expansion when it is less or more. Customers without an order in the period before are out. Sums of
 * whole units are exact. One pass over the orders.
 */
export function revenueMoves(ledger: Ledger, periods: PeriodTable): RevenueMoves {
	const { offsets, day, amount } = ledger;
	const { firstDay, lastDay, of, count } = periods;
	// One row more than periods: what comes after the last one is not known, and is not looked at.
	const sums = new Float64Array((count + 1) * width);
	// The customer's periods with an order, and the money up to the end of each.
	const active = new Int32Array(count + 1);
	const upTo = new Float64Array(count + 1);
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const end = offsets[customer + 1] as number;
		let last = -1;
		let found = -1;
		let money = 0;
		for (let i = offsets[customer] as number; i < end; i++) {
			const on = day[i] as number;
			if (on > lastDay) break;
			const period = of[on - firstDay] as number;
			// 1 in a new period, else 0: nobody can guess which, and a wrong guess costs more than the stores.
			found += (last - period) >>> 31;
			money += amount[i] as number;
			active[found] = period;
			upTo[found] = money;
			last = period;
		}
		active[found + 1] = NEVER;
		let spent = found < 0 ? 0 : (upTo[0] as number);
		for (let at = 0; at <= found; at++) {
			const next = (active[at] as number) + 1;
			const before = spent;
			spent = (upTo[at + 1] as number) - (upTo[at] as number);
			const apart = (active[at + 1] as number) - next;
			// 1 or 0, and factors of it in place of questions that nobody can guess the answers to.
			const stays = 1 - ((apart | -apart) >>> 31);
			const now = stays * spent;
			const gone = (1 - stays) * before;
			const change = now - before;
			// Its size where it is negative; halves of even numbers are exact.
			const loss = (Math.abs(change) - change) / 2;
			const row = next * width;
			add(sums, row + CUSTOMERS, 1);
			add(sums, row + LOST, 1 - stays);
			add(sums, row + START, before);
			add(sums, row + KEPT, now);
			add(sums, row + CHURNED, gone);
			add(sums, row + CONTRACTION, loss - gone);
			add(sums, row + SS, before * before);
			add(sums, row + DS, change * before);
			add(sums, row + DD, change * change);
			add(sums, row + LS, loss * before);
			add(sums, row + LL, loss * loss);
		}
	}
	const column = (place: number): Float64Array =>
		Float64Array.from({ length: count }, (_, period) => sums[period * width + place] as number);
	const [start, kept, churned, contraction] = [
		column(START),
		column(KEPT),
		column(CHURNED),
		column(CONTRACTION)
	];
	return {
		customers: Uint32Array.from(column(CUSTOMERS)),
		lost: Uint32Array.from(column(LOST)),
		start,
		churned,
		contraction,
		// start − churned − contraction + expansion is what they spend now.
		expansion: kept.map(
			(now, period) =>
				now - (start[period] as number) + (churned[period] as number) + (contraction[period] as number)
		),
		squares: { ss: column(SS), ds: column(DS), dd: column(DD), ls: column(LS), ll: column(LL) }
	};
}

function add(sums: Float64Array, at: number, value: number): void {
	sums[at] = (sums[at] as number) + value;
}

/** Index of the first row's period: the window's first, but not the first of all history, which has none before it. */
export function firstRevenuePeriod(periods: PeriodTable, span: ObservedSpan): number {
	return Math.min(periods.count, Math.max(1, firstShown(periods, span)));
}

/**
 * NRR = (start − churned − contraction + expansion) ÷ start; GRR = (start − churned − contraction) ÷ start, which is
 * Σ min(start, end) ÷ start; revenue churn = 1 − GRR. NaN where the period before has no revenue. NRR and GRR with their
 * 95 % intervals over the customers.
 */
export function revenueTable(
	moves: RevenueMoves,
	periods: PeriodTable,
	span: ObservedSpan
): ChurnTables['revenue'] {
	const shown = firstRevenuePeriod(periods, span);
	const money = (values: Float64Array): Float64Array => values.slice(shown);
	const [start, churned, contraction, expansion] = [
		money(moves.start),
		money(moves.churned),
		money(moves.contraction),
		money(moves.expansion)
	];
	const customers = moves.customers.slice(shown);
	const lost = moves.lost.slice(shown);
	const kept = start.map((all, row) => all - (churned[row] as number) - (contraction[row] as number));
	const end = kept.map((same, row) => same + (expansion[row] as number));
	const share = (part: Float64Array): Float64Array =>
		part.map((value, row) => ratio(value, start[row] as number));
	const nrr = share(end);
	const grr = share(kept);
	const ends = (of: typeof nrrInterval, rates: Float64Array) =>
		Array.from(rates, (rate, row) =>
			of(moves.squares, shown + row, {
				customers: customers[row] as number,
				start: start[row] as number,
				rate
			})
		);
	const [nrrEnds, grrEnds] = [ends(nrrInterval, nrr), ends(grrInterval, grr)];
	return {
		rows: start.length,
		columns: {
			period: periods.starts.slice(shown, periods.count),
			customers,
			lost,
			start,
			churned,
			contraction,
			expansion,
			end,
			nrr,
			nrrLow: Float64Array.from(nrrEnds, ({ low }) => low),
			nrrHigh: Float64Array.from(nrrEnds, ({ high }) => high),
			grr,
			grrLow: Float64Array.from(grrEnds, ({ low }) => low),
			grrHigh: Float64Array.from(grrEnds, ({ high }) => high),
			revenueChurn: share(churned.map((gone, row) => gone + (contraction[row] as number))),
			customerChurn: Float64Array.from(lost, (n, row) => ratio(n, customers[row] as number)),
			incomplete: incompleteFlags(periods, span, shown)
		},
		types: {
			period: 'day',
			customers: 'count',
			lost: 'count',
			start: 'money',
			churned: 'money',
			contraction: 'money',
			expansion: 'money',
			end: 'money',
			nrr: 'number',
			nrrLow: 'number',
			nrrHigh: 'number',
			grr: 'share',
			grrLow: 'share',
			grrHigh: 'share',
			revenueChurn: 'share',
			customerChurn: 'share',
			incomplete: 'flag'
		}
	};
}

function ratio(part: number, whole: number): number {
	return whole === 0 ? Number.NaN : part / whole;
}
