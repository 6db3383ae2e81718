import { NO_CODE } from '../columns/dictionary.ts';
import type { AttributeColumn, OrderTable } from './order-table.ts';

/**
 * Per customer the code of an attribute's value on the latest row that has one, whatever became of that row; `NO_CODE`
 * where none has. What holds now (a consent, an address), whatever a customer came with. One pass over the rows, which
 * lie by customer, then time.
 */
export function latestValues(
	{ customers, customer, rows }: Pick<OrderTable, 'customers' | 'customer' | 'rows'>,
	{ codes }: AttributeColumn
): Uint32Array {
	const latest = new Uint32Array(customers.size).fill(NO_CODE);
	for (let row = 0; row < rows; row++) {
		const who = customer[row] as number;
		if (who !== NO_CODE && codes[row] !== NO_CODE) latest[who] = codes[row] as number;
	}
	return latest;
}
