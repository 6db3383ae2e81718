import { CoreError } from '../errors.ts';
import type { Ledger } from '../ledger/types.ts';

/**
 * The customers 0 .. size − 1 that belong, as ascending indices.
 *
 * @example
 * selectCustomers(5, (customer) => customer % 2 === 1) // => [1, 3]
 */
export function selectCustomers(size: number, belongs: (customer: number) => boolean): Uint32Array {
	const found = new Uint32Array(size);
	let count = 0;
	for (let customer = 0; customer < size; customer++) {
		if (belongs(customer)) found[count++] = customer;
	}
	return found.slice(0, count);
}

/** The customers with a valid order on a day from `from` to `to`, both inclusive. One pass over the orders. */
export function activeBetween(ledger: Ledger, from: number, to: number): Uint32Array {
	const { offsets, day } = ledger;
	return selectCustomers(ledger.customers.size, (customer) => {
		const end = offsets[customer + 1] as number;
		for (let i = offsets[customer] as number; i < end; i++) {
			const on = day[i] as number;
			if (on > to) return false;
			if (on >= from) return true;
		}
		return false;
	});
}

/**
 * What `members` throws for a table or a row that no people stand behind.
 *
 * @example
 * noSuchSelection('trend', 99).params // => { table: 'trend', row: 99 }
 */
export function noSuchSelection(table: string, row: number): CoreError {
	return new CoreError('selection-invalid', { table, row });
}
