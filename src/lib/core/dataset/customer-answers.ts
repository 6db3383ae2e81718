import { NO_CODE, type Dictionary } from '../columns/dictionary.ts';
import { radixOrder } from '../columns/radix-order.ts';
import type { AttributeColumn, OrderTable } from './order-table.ts';

/** What customers said in one column of a linked table, or of the orders, by day. */
export interface CustomerAnswers {
	readonly values: Dictionary;
	/** Answers of customer c: offsets[c] .. offsets[c + 1], by day; those without a day (`NO_DAY`) first. */
	readonly offsets: Uint32Array;
	readonly day: Int32Array;
	/** Into `values`. */
	readonly codes: Uint32Array;
	/** Rows with a value that are about nobody known. */
	readonly orphans: number;
}

/**
 * Lays answers by customer and day. Rows without a value are none; those of one customer and day stay in the order given,
 * so that the last of a day is the last that was written. Linear in rows and customers.
 *
 * @example
 * const said = { customer: Uint32Array.of(1, 0, 1), day: Int32Array.of(9, 5, 7), codes: Uint32Array.of(0, 1, 2) };
 * customerAnswers(2, said, { size: 3 }).codes // => [1, 2, 0]
 */
export function customerAnswers(
	customers: number,
	{
		customer,
		day,
		codes
	}: { readonly customer: Uint32Array; readonly day: Int32Array; readonly codes: Uint32Array },
	values: Dictionary
): CustomerAnswers {
	const said = Uint32Array.from(codes.keys()).filter((row) => codes[row] !== NO_CODE);
	const known = said.filter((row) => customer[row] !== NO_CODE);
	const order = radixOrder(radixOrder(known, day), customer);
	const offsets = new Uint32Array(customers + 1);
	for (const row of order) {
		const next = (customer[row] as number) + 1;
		offsets[next] = (offsets[next] as number) + 1;
	}
	for (let at = 1; at <= customers; at++) offsets[at] = (offsets[at] as number) + (offsets[at - 1] as number);
	return {
		values,
		offsets,
		day: Int32Array.from(order, (row) => day[row] as number),
		codes: Uint32Array.from(order, (row) => codes[row] as number),
		orphans: said.length - known.length
	};
}

/**
 * What the rows of the orders themselves say in a column, whatever became of the rows: that of a cancelled order tells as much
 * as that of the last one paid. Rows as `customerAnswers` takes them.
 */
export function answersInOrders(
	{ customers, customer, day, rows }: Pick<OrderTable, 'customers' | 'customer' | 'day' | 'rows'>,
	{ codes, dictionary }: AttributeColumn
): CustomerAnswers {
	const told = {
		customer: customer.subarray(0, rows),
		day: day.subarray(0, rows),
		codes: codes.subarray(0, rows)
	};
	return customerAnswers(customers.size, told, dictionary);
}
