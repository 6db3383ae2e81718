import { NO_CODE } from '../columns/dictionary.ts';
import { radixOrder } from '../columns/radix-order.ts';
import { NO_DAY } from '../dataset/entity-table.ts';
import { extent } from './build-ledger.ts';
import type { Ledger } from './types.ts';

/** More decimals than this are rounded away. */
const MOST_DECIMALS = 6;

/** Rows of a table in any order: who, when, and the number that each gives. */
export interface EventRows {
	/** Index of the customer; `NO_CODE` for a row about nobody known. */
	readonly customer: Uint32Array;
	/** `NO_DAY` for a row without one. */
	readonly day: Int32Array;
	/** NaN for none; null where rows are counted and nothing else. */
	readonly value: Float64Array | null;
	/** Decimals of the values where they are whole numbers of 10^−scale; null for values as they are. */
	readonly scale: number | null;
}

/** A ledger whose orders are events, and how many rows it could not take. */
export interface EventLedger {
	/** `amount` is in 10^−`scale` of what the values count; without values it is 1 for each row. */
	readonly ledger: Ledger;
	readonly orphans: number;
	readonly undated: number;
	readonly empty: number;
}

/**
 * Lays the rows of a table by customer and day, as the orders of a ledger are: every row is an event on its day. Customers
 * are those of `orders`; who has no row has an empty range, and is known since the row or the order that was first. A row
 * is left out and counted once: it is about nobody known, or else has no day, or else no value though values are asked for.
 *
 * Values are made whole numbers of their last decimal (six at most, fewer where sums would not be exact), so that sums do
 * not depend on the order of the rows. Linear in rows and customers; rows of one day stay in the order given.
 *
 * @example
 * const rows = { customer: Uint32Array.of(1, 0, 1), day: Int32Array.of(9, 5, 7), value: Float64Array.of(1.5, 2, NaN), scale: null };
 * const orders = { customers: { size: 2 }, firstSeen: Int32Array.of(1, 8) };
 * const { ledger, empty } = eventLedger(rows, orders);
 * [ledger.offsets, ledger.day, ledger.amount, ledger.scale, empty] // => [[0, 1, 2], [5, 9], [20, 15], 1, 1]
 */
export function eventLedger({ customer, day, value, scale: given }: EventRows, orders: Ledger): EventLedger {
	const size = orders.customers.size;
	const used = new Uint32Array(customer.length);
	let count = 0;
	let [orphans, undated, empty] = [0, 0, 0];
	for (let row = 0; row < customer.length; row++) {
		if (customer[row] === NO_CODE) orphans++;
		else if (day[row] === NO_DAY) undated++;
		else if (value !== null && Number.isNaN(value[row])) empty++;
		else used[count++] = row;
	}
	const byDay = radixOrder(used.slice(0, count), day);
	const offsets = new Uint32Array(size + 1);
	for (let i = 0; i < count; i++) {
		const next = (customer[byDay[i] as number] as number) + 1;
		offsets[next] = (offsets[next] as number) + 1;
	}
	for (let at = 1; at <= size; at++) offsets[at] = (offsets[at] as number) + (offsets[at - 1] as number);
	const scale = value === null ? 0 : (given ?? decimalsOf(value));
	const factor = given === null ? 10 ** scale : 1;
	const firstSeen = orders.firstSeen.slice();
	const free = offsets.slice(0, size);
	const days = new Int32Array(count);
	const amount = new Float64Array(count).fill(1);
	// Customers are dense: each row goes to the next free place of its customer, in the order of days.
	for (let i = 0; i < count; i++) {
		const row = byDay[i] as number;
		const who = customer[row] as number;
		const place = free[who] as number;
		const on = day[row] as number;
		free[who] = place + 1;
		days[place] = on;
		if (on < (firstSeen[who] as number)) firstSeen[who] = on;
		if (value !== null) amount[place] = Math.round((value[row] as number) * factor);
	}
	const orderLines = new Uint32Array(count).fill(1);
	const ledger: Ledger = {
		customers: orders.customers,
		offsets,
		day: days,
		amount,
		orderLines,
		firstSeen,
		orders: count,
		...extent(days, orderLines),
		scale,
		currency: null,
		refunds: orders.refunds,
		ordersNettedAway: 0
	};
	return { ledger, orphans, undated, empty };
}

/**
 * How many decimals numbers need to be told exactly, as far as their sum still is; NaN needs none. One pass.
 *
 * @example
 * decimalsOf(Float64Array.of(3, 4.25, NaN)) // => 2
 * decimalsOf(Float64Array.of(1 / 3)) // => 6
 */
export function decimalsOf(values: Float64Array): number {
	let decimals = 0;
	let factor = 1;
	let magnitude = 0;
	for (let i = 0; i < values.length; i++) {
		const value = values[i] as number;
		if (Number.isNaN(value)) continue;
		magnitude += Math.abs(value);
		while (decimals < MOST_DECIMALS && Math.round(value * factor) / factor !== value)
			factor = 10 ** ++decimals;
	}
	while (decimals > 0 && magnitude * 10 ** decimals > Number.MAX_SAFE_INTEGER) decimals--;
	return decimals;
}
