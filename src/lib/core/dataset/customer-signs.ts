import { NO_CODE } from '../columns/dictionary.ts';
import { radixOrder } from '../columns/radix-order.ts';

/**
 * What a row of a linked table tells of a customer: a contact (contact log, campaign), a ticket, a ticket that is a
 * complaint, an answer to a survey.
 */
export const signKinds = ['contact', 'ticket', 'complaint', 'answer'] as const;
export type SignKind = (typeof signKinds)[number];

/** What linked tables tell of customers beside their orders. */
export interface CustomerSigns {
	/** The kinds that there is a table to tell of, whether or not it has any. */
	readonly told: readonly SignKind[];
	/** Rows of customer c: offsets[c] .. offsets[c+1]), by day; those without a day (`NO_DAY`) first. */
	readonly offsets: Uint32Array;
	readonly day: Int32Array;
	/** Index into `signKinds`. */
	readonly kind: Uint8Array;
	/** Of an answer its score (0–10), of a ticket its satisfaction (1–5); NaN without one. */
	readonly value: Float64Array;
}

/** Rows of one table, in any order. */
export interface SignRows {
	readonly told: readonly SignKind[];
	/** Per row the customer's index; `NO_CODE` for a row about nobody known. */
	readonly customer: Uint32Array;
	readonly day: Int32Array;
	readonly kind: Uint8Array;
	readonly value: Float64Array;
}

/**
 * Lays the rows of all tables by customer and day. Rows about nobody known are left out. Linear in rows and customers.
 *
 * @example
 * const log = { told: ['contact'], customer: Uint32Array.of(1, 0, 1), day: Int32Array.of(9, 5, 7), kind: Uint8Array.of(0, 0, 0), value: Float64Array.of(NaN, NaN, NaN) };
 * customerSigns(2, [log]).day // => [5, 7, 9]
 * customerSigns(2, [log]).offsets // => [0, 1, 3]
 */
export function customerSigns(customers: number, tables: readonly SignRows[]): CustomerSigns {
	const size = tables.reduce((sum, { customer }) => sum + customer.length, 0);
	const who = new Uint32Array(size);
	const day = new Int32Array(size);
	const kind = new Uint8Array(size);
	const value = new Float64Array(size);
	let filled = 0;
	for (const table of tables) {
		who.set(table.customer, filled);
		day.set(table.day, filled);
		kind.set(table.kind, filled);
		value.set(table.value, filled);
		filled += table.customer.length;
	}
	const known = Uint32Array.from(who.keys()).filter((row) => who[row] !== NO_CODE);
	const order = radixOrder(radixOrder(known, day), who);
	const offsets = new Uint32Array(customers + 1);
	for (const row of order) {
		const next = (who[row] as number) + 1;
		offsets[next] = (offsets[next] as number) + 1;
	}
	for (let at = 1; at <= customers; at++) {
		offsets[at] = (offsets[at] as number) + (offsets[at - 1] as number);
	}
	return {
		told: signKinds.filter((own) => tables.some(({ told }) => told.includes(own))),
		offsets,
		day: Int32Array.from(order, (row) => day[row] as number),
		kind: Uint8Array.from(order, (row) => kind[row] as number),
		value: Float64Array.from(order, (row) => value[row] as number)
	};
}
