import type { LifecycleCustomers, RfmCustomers } from '#lib/api/index.ts';
import type { Frame } from '#lib/core/methods/types.ts';
import { bitsetOf, type Bitset } from '#lib/core/columns/bitset.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { isKnown } from '#lib/core/ledger/count-prospects.ts';
import { selectCustomers } from '#lib/core/methods/select-customers.ts';

/** The code of "no segment" and "no stage". */
export const NONE = 255;

/** What is said of every customer, prospects included: one element per index of `ledger.customers`. */
export interface Roster {
	readonly size: number;
	/** Those seen by the as-of date. Customers first seen later do not exist in this view. */
	readonly known: Bitset;
	readonly all: number;
	/** NaN outside the scored base; scores are then 0. */
	readonly recency: Float64Array;
	readonly frequency: Float64Array;
	readonly monetary: Float64Array;
	/** Whether M is money of orders, in smallest units. */
	readonly monetaryIsMoney: boolean;
	readonly r: Uint8Array;
	readonly f: Uint8Array;
	readonly m: Uint8Array;
	readonly segment: Uint8Array;
	readonly stage: Uint8Array;
	/** Days of the first and last order up to the as-of date; NaN for prospects. */
	readonly firstDay: Float64Array;
	readonly lastDay: Float64Array;
	/** Exact sum of the orders in the window, in smallest units. */
	readonly revenue: Float64Array;
	/** Null where the data say nothing of profits. */
	readonly profit: RosterProfit | null;
}

/** Profits of the orders in the window, in smallest units. */
export interface RosterProfit {
	/** Exact sum of those that are known; NaN where none is. */
	readonly own: Float64Array;
	/** Revenue of the orders whose profit is known. */
	readonly ofRevenue: Float64Array;
}

/**
 * Lays the customers of RFM and lifecycle side by side beside their orders, in canonical order. A method that had not enough data
 * (null) leaves its columns empty. Linear in customers and orders.
 */
export function rosterOf(
	ledger: Ledger,
	frame: Frame,
	rfm: RfmCustomers | null,
	lifecycle: LifecycleCustomers | null
): Roster {
	const { size } = ledger.customers;
	const numbers = (): Float64Array => new Float64Array(size).fill(NaN);
	const roster = {
		size,
		recency: numbers(),
		frequency: numbers(),
		monetary: numbers(),
		monetaryIsMoney: rfm === null || rfm.types.monetary === 'money',
		r: new Uint8Array(size),
		f: new Uint8Array(size),
		m: new Uint8Array(size),
		segment: new Uint8Array(size).fill(NONE),
		stage: new Uint8Array(size).fill(NONE),
		...ordersOf(ledger, frame)
	};
	if (rfm !== null) {
		const { columns, rows } = rfm;
		for (let row = 0; row < rows; row++) {
			const who = columns.customer[row] as number;
			roster.recency[who] = columns.recency[row] as number;
			roster.frequency[who] = columns.frequency[row] as number;
			roster.monetary[who] = columns.monetary[row] as number;
			roster.r[who] = columns.r[row] as number;
			roster.f[who] = columns.f[row] as number;
			roster.m[who] = columns.m[row] as number;
			roster.segment[who] = columns.segment[row] as number;
		}
	}
	if (lifecycle !== null) {
		const { columns, rows } = lifecycle;
		for (let row = 0; row < rows; row++) {
			roster.stage[columns.customer[row] as number] = columns.stage[row] as number;
		}
	}
	return roster;
}

function ordersOf(ledger: Ledger, { asOf, from }: Frame) {
	const { size } = ledger.customers;
	const people = selectCustomers(size, (who) => isKnown(ledger, who, asOf));
	const firstDay = new Float64Array(size).fill(NaN);
	const lastDay = new Float64Array(size).fill(NaN);
	const revenue = new Float64Array(size);
	const profit = ledger.profit && { own: firstDay.slice(), ofRevenue: new Float64Array(size) };
	const start = from ?? -Infinity;
	for (let who = 0; who < size; who++) {
		const begin = ledger.offsets[who] as number;
		const end = ledger.offsets[who + 1] as number;
		if (begin === end) continue;
		firstDay[who] = ledger.day[begin] as number;
		lastDay[who] = ledger.day[end - 1] as number;
		let sum = 0;
		let [known, own, ofRevenue] = [0, 0, 0];
		for (let order = begin; order < end; order++) {
			if ((ledger.day[order] as number) < start) continue;
			sum += ledger.amount[order] as number;
			const left = ledger.profit?.[order] ?? NaN;
			if (Number.isNaN(left)) continue;
			known++;
			own += left;
			ofRevenue += ledger.amount[order] as number;
		}
		revenue[who] = sum;
		if (profit === undefined || known === 0) continue;
		profit.own[who] = own;
		profit.ofRevenue[who] = ofRevenue;
	}
	return {
		known: bitsetOf(size, people),
		all: people.length,
		firstDay,
		lastDay,
		revenue,
		profit: profit ?? null
	};
}
