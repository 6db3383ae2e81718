import { NO_CODE } from '../columns/dictionary.ts';
import { RowKind, type OrderTable } from '../dataset/order-table.ts';
import { CoreError } from '../errors.ts';
import { dropNettedAway, netRefunds, type OrderDraft } from './net-refunds.ts';
import { NO_PLACE, OrderPlaces } from './order-places.ts';
import { plainLedger } from './plain-ledger.ts';
import { NEVER_SEEN, type Ledger, type RefundRule } from './types.ts';

/**
 * Sums the rows of an order export into its valid orders, customer by customer.
 *
 * Sale rows of the same customer and order id are one order, wherever they stand among the customer's rows;
 * its day is the day of its first sale row. Without order ids every sale row is an order. Under `net`, refund
 * rows are taken off the order that they name, whenever they came; an order that refunds bring to zero or
 * below is left out and counted. Under `gross`, refund rows are not looked at. All other kinds of row make
 * their customer known and count for nothing else.
 *
 * Sums are sums of whole smallest units: exact, and the same for any order of lines. The table is not changed; where
 * every row is an order, ledger and table share their days and amounts (`plainLedger`). Else one pass over the rows,
 * two for customers with refunds or with order ids that do not rise: about 20 ms for a million, twice that for ids
 * in no order.
 *
 * @throws CoreError `internal` when the rows are not in ledger order: a broken table must not give numbers.
 */
export function buildLedger(table: OrderTable, refunds: RefundRule): Ledger {
	const plain = plainLedger(table, refunds);
	if (plain !== null) return plain;
	const { rows, customer, order, day, amount, kind } = table;
	const size = table.customers.size;
	const { profit } = table;
	const draft = newDraft(countKind(kind, rows, RowKind.SALE), profit !== null);
	const places = new OrderPlaces(table.orders?.size ?? 0);
	const offsets = new Uint32Array(size + 1);
	const firstSeen = new Int32Array(size).fill(NEVER_SEEN);
	let orders = 0;
	let nettedAway = 0;
	let unfilled = 0;
	let row = 0;
	while (row < rows && customer[row] !== NO_CODE) {
		const who = customer[row] as number;
		if (who < unfilled || who >= size) throw notInOrder();
		while (unfilled <= who) offsets[unfilled++] = orders;
		const first = row;
		const start = orders;
		// Ids that rise with time need no memory but of the highest. For others, and for refunds, all are noted.
		let highest = -1;
		let highestPlace = 0;
		let noted = false;
		let hasRefund = false;
		let lastDay = day[first] as number;
		firstSeen[who] = lastDay;
		for (; row < rows && customer[row] === who; row++) {
			const rowDay = day[row] as number;
			if (rowDay < lastDay) throw notInOrder();
			lastDay = rowDay;
			const rowKind = kind[row] as number;
			if (rowKind !== RowKind.SALE) {
				if (rowKind === RowKind.REFUND) hasRefund = true;
				continue;
			}
			let place = orders;
			if (order !== null) {
				const id = order[row] as number;
				if (id === NO_CODE) {
					// A row without an order id is an order of its own.
				} else if (id > highest) {
					highest = id;
					highestPlace = place;
					if (noted) places.note(who, id, place);
				} else if (id === highest) {
					place = highestPlace;
				} else {
					if (!noted) places.noteRows(who, table, order, first, row, start);
					noted = true;
					place = places.placeOf(who, id);
					if (place === NO_PLACE) {
						place = orders;
						places.note(who, id, place);
					}
				}
			}
			if (place === orders) {
				draft.day[place] = rowDay;
				orders++;
			}
			draft.amount[place] = (draft.amount[place] as number) + (amount[row] as number);
			// One line of which it is not known, and it is not known of the order.
			if (profit !== null) draft.profit[place] = (draft.profit[place] as number) + (profit[row] as number);
			draft.lines[place] = (draft.lines[place] as number) + 1;
		}
		if (hasRefund && refunds === 'net' && order !== null) {
			if (!noted) places.noteRows(who, table, order, first, row, start);
			netRefunds(draft, table, order, { who, first, end: row, places });
			const kept = dropNettedAway(draft, start, orders);
			nettedAway += orders - kept;
			orders = kept;
		}
	}
	// Rows without a customer stand last; any other row behind them would be lost unseen.
	for (; row < rows; row++) if (customer[row] !== NO_CODE) throw notInOrder();
	while (unfilled <= size) offsets[unfilled++] = orders;
	const day32 = draft.day.slice(0, orders);
	const orderLines = draft.lines.slice(0, orders);
	return {
		customers: table.customers,
		offsets,
		day: day32,
		amount: draft.amount.slice(0, orders),
		...(profit !== null && { profit: draft.profit.slice(0, orders) }),
		orderLines,
		firstSeen,
		orders,
		...extent(day32, orderLines),
		scale: table.scale,
		currency: table.currency,
		refunds,
		ordersNettedAway: nettedAway
	};
}

function newDraft(orders: number, withProfit: boolean): OrderDraft {
	return {
		day: new Int32Array(orders),
		amount: new Float64Array(orders),
		profit: new Float64Array(withProfit ? orders : 0),
		lines: new Uint32Array(orders),
		refunded: new Uint8Array(orders)
	};
}

function countKind(kind: Uint8Array, rows: number, wanted: number): number {
	let count = 0;
	for (let row = 0; row < rows; row++) if (kind[row] === wanted) count++;
	return count;
}

function notInOrder(): CoreError {
	return new CoreError('internal', { reason: 'rows-not-in-ledger-order' });
}

/**
 * First and last day, both 0 without orders, and the lines behind all orders.
 *
 * @example
 * extent(Int32Array.of(9, 12, 3), Uint32Array.of(1, 1, 5)) // => { firstDay: 3, lastDay: 12, lines: 7 }
 * extent(new Int32Array(0), new Uint32Array(0)) // => { firstDay: 0, lastDay: 0, lines: 0 }
 */
export function extent(day: Int32Array, orderLines: Uint32Array) {
	let lines = 0;
	let firstDay = day.length === 0 ? 0 : NEVER_SEEN;
	let lastDay = day.length === 0 ? 0 : -NEVER_SEEN;
	for (let i = 0; i < day.length; i++) {
		const on = day[i] as number;
		if (on < firstDay) firstDay = on;
		if (on > lastDay) lastDay = on;
		lines += orderLines[i] as number;
	}
	return { firstDay, lastDay, lines };
}
