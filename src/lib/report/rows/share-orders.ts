import { decodeAll, dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { gather, rowOrder, sortByCodes } from '#lib/core/columns/order-index.ts';
import { remapCodes, sortDictionary } from '#lib/core/columns/sort-dictionary.ts';
import type { AttributeColumn, OrderTable } from '#lib/core/dataset/order-table.ts';
import { byFirstUse, type Coded } from './recode.ts';

/** What becomes of the columns of orders. */
export interface SharedParts {
	/** Per customer of the orders what it is called in the file; null: as it is. */
	readonly customers: readonly string[] | null;
	/** Names by the table's customers; null: left out. */
	readonly names: Coded | null;
	readonly attributes: readonly AttributeColumn[];
}

/**
 * Orders as they go into a file: customers under other ids stand in the order of these, with their rows, so that neither their
 * order nor that of the rows, nor that of any column's values, says who they were. Ids of orders are numbers of the file. Rows, days and money stay as they are.
 */
export function sharedOrders(table: OrderTable, { customers, names, attributes }: SharedParts): OrderTable {
	const given = dictionaryOf(customers ?? decodeAll(table.customers));
	const { dictionary, newCode } = sortDictionary(given);
	const customer = remapCodes(table.customer, newCode);
	const rows = sortByCodes(rowOrder(table.rows), customer, dictionary.size);
	const numbered = numberedOrders(table.order, rows);
	return {
		rows: table.rows,
		customers: dictionary,
		customer: gather(customer, rows),
		names: names && byFirstUse({ dictionary: names.dictionary, codes: placed(names.codes, newCode) }),
		order: numbered?.order ?? null,
		orders: numbered?.orders ?? null,
		day: gather(table.day, rows),
		instant: table.instant && gather(table.instant, rows),
		amount: gather(table.amount, rows),
		quantity: table.quantity && gather(table.quantity, rows),
		profit: table.profit && gather(table.profit, rows),
		kind: gather(table.kind, rows),
		attributes: attributes.map(({ header, dictionary: values, codes }) => ({
			header,
			...byFirstUse({ dictionary: values, codes: gather(codes, rows) })
		})),
		scale: table.scale,
		currency: table.currency
	};
}

/** A value per customer, under the customers' new codes. */
function placed(codes: Uint32Array, newCode: Uint32Array): Uint32Array {
	const moved = new Uint32Array(codes.length);
	for (let who = 0; who < codes.length; who++) moved[newCode[who] as number] = codes[who] as number;
	return moved;
}

/** Orders by numbers, in the order in which the rows have them. An id of an order is found again by whoever has the shop's books. */
function numberedOrders(
	order: Uint32Array | null,
	rows: Uint32Array
): Pick<OrderTable, 'order' | 'orders'> | null {
	if (order === null) return null;
	const numbers = new Map<number, number>();
	const numbered = Uint32Array.from(rows, (row) => {
		const old = order[row] as number;
		if (old === NO_CODE) return NO_CODE;
		let number = numbers.get(old);
		if (number === undefined) numbers.set(old, (number = numbers.size));
		return number;
	});
	const width = String(numbers.size).length;
	const names = Array.from({ length: numbers.size }, (_, i) => `#${String(i + 1).padStart(width, '0')}`);
	return { order: numbered, orders: dictionaryOf(names) };
}
