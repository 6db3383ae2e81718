import { extent } from './build-ledger.ts';
import { NEVER_SEEN, type Ledger } from './types.ts';

/** Of which orders the profit is known, and those orders with it in the place of their amount. */
export interface ProfitLedger {
	/** The customers stay where they are; one of whom no order's profit is known is not known at all. */
	readonly ledger: Ledger;
	/** Shares of all orders and of their amounts; NaN where there is nothing. */
	readonly orderShare: number;
	readonly amountShare: number;
}

const made = new WeakMap<Ledger, ProfitLedger>();

/**
 * The ledger by profit: orders whose profit is not known are left out, `amount` is the profit of the others and may be
 * negative. Where all are known, all else is shared with the ledger given. Of the same ledger the same one is given
 * again. One pass. Without a profit of any order it is empty.
 */
export function profitLedger(ledger: Ledger): ProfitLedger {
	const known = made.get(ledger) ?? make(ledger);
	made.set(ledger, known);
	return known;
}

function make(ledger: Ledger): ProfitLedger {
	const profit = ledger.profit ?? new Float64Array(ledger.orders).fill(NaN);
	let [orders, money, all] = [0, 0, 0];
	for (let i = 0; i < ledger.orders; i++) {
		const amount = ledger.amount[i] as number;
		all += amount;
		if (Number.isNaN(profit[i])) continue;
		orders++;
		money += amount;
	}
	return {
		ledger: orders === ledger.orders ? { ...ledger, amount: profit } : knownOnly(ledger, profit, orders),
		orderShare: ledger.orders === 0 ? NaN : orders / ledger.orders,
		amountShare: all === 0 ? NaN : money / all
	};
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
