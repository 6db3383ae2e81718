import { extent } from './build-ledger.ts';
import { NEVER_SEEN, type Ledger } from './types.ts';

const made = new WeakMap<Ledger, Ledger>();

/**
 * The ledger by profit: orders whose profit is not known are left out, `amount` is the profit of the others and may be
 * negative. The customers stay where they are; one of whom no order's profit is known is not known at all. Where all are
 * known, all else is shared with the ledger given. Of the same ledger the same one is given again. One pass. Without a
 * profit of any order it is empty.
 */
export function profitLedger(ledger: Ledger): Ledger {
	const known = made.get(ledger) ?? make(ledger);
	made.set(ledger, known);
	return known;
}

function make(ledger: Ledger): Ledger {
	const profit = ledger.profit ?? new Float64Array(ledger.orders).fill(NaN);
	let orders = 0;
	for (let i = 0; i < ledger.orders; i++) if (!Number.isNaN(profit[i])) orders++;
	return orders === ledger.orders ? { ...ledger, amount: profit } : knownOnly(ledger, profit, orders);
}

/**
 * Of which share of the orders of the days `from` .. `to`, both inclusive, and of their amounts the profit is known; NaN
 * where there is nothing. One pass.
 *
 * @example
 * const ledger = { orders: 3, day: Int32Array.of(1, 5, 6), amount: Float64Array.of(70, 10, 30), profit: Float64Array.of(NaN, NaN, 9) };
 * profitKnown(ledger, 5, 6) // => { orders: 0.5, revenue: 0.75 }
 */
export function profitKnown(
	{ orders, day, amount, profit }: Pick<Ledger, 'orders' | 'day' | 'amount' | 'profit'>,
	from: number,
	to: number
): { orders: number; revenue: number } {
	let [known, all, money, total] = [0, 0, 0, 0];
	for (let i = 0; i < orders; i++) {
		const on = day[i] as number;
		if (on < from || on > to) continue;
		const own = amount[i] as number;
		all++;
		total += own;
		if (profit === undefined || Number.isNaN(profit[i])) continue;
		known++;
		money += own;
	}
	return { orders: all === 0 ? NaN : known / all, revenue: total === 0 ? NaN : money / total };
}

function knownOnly(ledger: Ledger, profit: Float64Array, orders: number): Ledger {
	const size = ledger.customers.size;
	const offsets = new Uint32Array(size + 1);
	const firstSeen = ledger.firstSeen.slice();
	const day = new Int32Array(orders);
	const amount = new Float64Array(orders);
	const orderLines = new Uint32Array(orders);
	let at = 0;
	for (let who = 0; who < size; who++) {
		const [start, end] = [ledger.offsets[who] as number, ledger.offsets[who + 1] as number];
		const before = at;
		for (let i = start; i < end; i++) {
			if (Number.isNaN(profit[i])) continue;
			day[at] = ledger.day[i] as number;
			amount[at] = profit[i] as number;
			orderLines[at++] = ledger.orderLines[i] as number;
		}
		// Who has bought is no prospect, whatever is known of it.
		if (end > start && at === before) firstSeen[who] = NEVER_SEEN;
		offsets[who + 1] = at;
	}
	const span = extent(day, orderLines);
	return { ...ledger, offsets, day, amount, profit: amount, orderLines, firstSeen, orders, ...span };
}
