import { NO_CODE, type Dictionary } from '../columns/dictionary.ts';
import { sortDictionary } from '../columns/sort-dictionary.ts';
import { NEVER_SEEN, type Ledger } from '../ledger/types.ts';
import { NO_DAY } from './entity-table.ts';
import type { OrderTable } from './order-table.ts';

/** Customers of a table of customers that the orders do not have, one entry each. */
export interface KnownCustomers {
	readonly keys: Dictionary;
	/** The day since when each is known; `NO_DAY` where the table does not say. */
	readonly since: Int32Array;
}

/** Orders with everybody who is known. */
export interface TableOfAll {
	readonly table: OrderTable;
	/** Per customer index the day since when it is known without a row of orders; `NEVER_SEEN` for those with rows. */
	readonly since: Int32Array;
}

/**
 * Orders, with customers who are known from elsewhere among the customers: they have no rows, and are prospects. Those
 * of whom nobody says since when are known from the first day of the orders on. The rows stay as they are, in ledger
 * order. `keys` must not be among the customers. Time of a sort of all customers.
 */
export function withKnownCustomers(table: OrderTable, { keys, since }: KnownCustomers): TableOfAll {
	const own = table.customers.size;
	const { dictionary: customers, newCode } = sortDictionary(joined(table.customers, keys));
	const firstDay = table.rows === 0 ? 0 : table.day.subarray(0, table.rows).reduce((a, b) => Math.min(a, b));
	const sinceOf = new Int32Array(customers.size).fill(NEVER_SEEN);
	for (let i = 0; i < keys.size; i++) {
		const day = since[i] as number;
		sinceOf[newCode[own + i] as number] = day === NO_DAY ? firstDay : day;
	}
	const moved = (codes: Uint32Array): Uint32Array =>
		codes.map((code) => (code === NO_CODE ? NO_CODE : (newCode[code] as number)));
	return {
		table: {
			...table,
			customers,
			customer: moved(table.customer),
			names: movedNames(table, customers.size, newCode)
		},
		since: sinceOf
	};
}

/** A ledger of orders with everybody who is known: who is known longer than by the first order, is so. */
export function ledgerOfAll(ledger: Ledger, since: Int32Array): Ledger {
	return { ...ledger, firstSeen: ledger.firstSeen.map((day, who) => Math.min(day, since[who] as number)) };
}

/** Two dictionaries end to end. */
function joined(one: Dictionary, other: Dictionary): Dictionary {
	const oneBytes = one.offsets[one.size] as number;
	const otherBytes = other.offsets[other.size] as number;
	const bytes = new Uint8Array(oneBytes + otherBytes);
	bytes.set(one.bytes.subarray(0, oneBytes));
	bytes.set(other.bytes.subarray(0, otherBytes), oneBytes);
	const offsets = new Uint32Array(one.size + other.size + 1);
	offsets.set(one.offsets.subarray(0, one.size + 1));
	for (let i = 1; i <= other.size; i++) offsets[one.size + i] = oneBytes + (other.offsets[i] as number);
	return { size: one.size + other.size, bytes, offsets };
}

function movedNames({ names }: OrderTable, customers: number, newCode: Uint32Array): OrderTable['names'] {
	if (names === null) return null;
	const codes = new Uint32Array(customers).fill(NO_CODE);
	for (let who = 0; who < names.codes.length; who++)
		codes[newCode[who] as number] = names.codes[who] as number;
	return { dictionary: names.dictionary, codes };
}
