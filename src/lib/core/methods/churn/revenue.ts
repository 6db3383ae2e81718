import type { PeriodTable } from '../../calendar/period-table.ts';
import type { Ledger } from '../../ledger/types.ts';
import type { KeptSquares } from './kept-interval.ts';

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
			add(sums, row + CONTRACTION, stays * loss);
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
