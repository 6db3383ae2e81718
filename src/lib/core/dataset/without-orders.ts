import { NO_CODE, type Dictionary } from '../columns/dictionary.ts';
import { sortDictionary } from '../columns/sort-dictionary.ts';
import { NO_DAY } from './entity-table.ts';
import type { TableOfAll } from './known-customers.ts';
import type { OrderTable } from './order-table.ts';

/** Decimals of money where no orders say how many there are. */
const SCALE = 2;

/**
 * Customers of whom no order is known: all of them prospects, in canonical order, and no rows. Who has no day of their own is known since
 * `firstDay`. Time of a sort of the customers.
 */
export function withoutOrders(
	{
		keys,
		since,
		names
	}: {
		readonly keys: Dictionary;
		readonly since: Int32Array;
		readonly names: OrderTable['names'];
	},
	firstDay: number
): TableOfAll {
	const { dictionary: customers, newCode } = sortDictionary(keys);
	const sinceOf = new Int32Array(keys.size);
	const called = new Uint32Array(keys.size).fill(NO_CODE);
	for (let i = 0; i < keys.size; i++) {
		const who = newCode[i] as number;
		const day = since[i] as number;
		sinceOf[who] = day === NO_DAY ? firstDay : day;
		if (names !== null) called[who] = names.codes[i] as number;
	}
	return {
		table: {
			rows: 0,
			customers,
			customer: new Uint32Array(0),
			names: names && { dictionary: names.dictionary, codes: called },
			order: null,
			orders: null,
			day: new Int32Array(0),
			instant: null,
			amount: new Float64Array(0),
			quantity: null,
			profit: null,
			kind: new Uint8Array(0),
			attributes: [],
			scale: SCALE,
			currency: null
		},
		since: sinceOf
	};
}
