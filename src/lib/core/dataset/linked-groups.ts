import { NO_CODE, type Dictionary } from '../columns/dictionary.ts';
import type { CustomerGroups } from './customer-groups.ts';

/** A column of a table that says something of customers. */
interface CodedColumn {
	readonly dictionary: Dictionary;
	readonly codes: Uint32Array;
}

/**
 * Customers by what another table says of them. `entries` gives for each customer index the entry of `keys` that means
 * it (`NO_CODE` = none). Of several rows about one customer the last with a value holds. Linear in rows and customers.
 *
 * Unlike a column of the orders themselves, this is what was known when the table was written, not when a customer came.
 *
 * @example
 * const two = { size: 2, bytes: Uint8Array.of(97, 98), offsets: Uint32Array.of(0, 1, 2) };
 * const keys = { dictionary: two, codes: Uint32Array.of(0, 1) };
 * const city = { dictionary: two, codes: Uint32Array.of(1, 0) };
 * groupsOfLinked('city', Uint32Array.of(1, 4294967295), keys, city).codes // => [0, 4294967295]
 */
export function groupsOfLinked(
	attribute: string,
	entries: Uint32Array,
	keys: CodedColumn,
	column: CodedColumn
): CustomerGroups {
	const valueOf = new Uint32Array(keys.dictionary.size).fill(NO_CODE);
	for (let row = 0; row < column.codes.length; row++) {
		const key = keys.codes[row] as number;
		const value = column.codes[row] as number;
		if (key !== NO_CODE && value !== NO_CODE) valueOf[key] = value;
	}
	const codes = entries.map((entry) => (entry === NO_CODE ? NO_CODE : (valueOf[entry] as number)));
	return { attribute, values: column.dictionary, codes };
}
