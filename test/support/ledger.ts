import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { gather, rowOrder, sortByCodes, sortByNumbers } from '#lib/core/columns/order-index.ts';
import { remapCodes, sortDictionary } from '#lib/core/columns/sort-dictionary.ts';
import { RowKind, type OrderTable } from '#lib/core/dataset/order-table.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import type { Ledger, RefundRule } from '#lib/core/ledger/types.ts';

/**
 * One row of an order export: customer key (null: none on the row), day as 'YYYY-MM-DD' or day number, amount
 * in smallest units, order key, kind. The kind follows from the amount when not given: null or zero is a ZERO row
 * (its customer is then known without an order), a negative amount with an order key a REFUND, else a SALE.
 */
export type TestRow = readonly [
	customer: string | null,
	day: string | number,
	amount: number | null,
	order?: string | undefined,
	kind?: RowKind
];

const MS_PER_DAY = 86_400_000;

/** Day number of 'YYYY-MM-DD'. */
export const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / MS_PER_DAY;

function kindOf([customer, , amount, order, kind]: TestRow): RowKind {
	if (kind !== undefined) return kind;
	if (customer === null) return RowKind.NO_CUSTOMER;
	if (amount === null || amount === 0) return RowKind.ZERO;
	if (amount > 0) return RowKind.SALE;
	return order === undefined ? RowKind.REFUND_UNMATCHED : RowKind.REFUND;
}

/** Rows in any order → the columns of an order export in ledger order. */
export function orderTableOf(rows: readonly TestRow[], scale = 0): OrderTable {
	const n = rows.length;
	const customers = new DictionaryBuilder();
	const orders = new DictionaryBuilder();
	const withOrders = rows.some((row) => row[3] !== undefined);
	const customer = new Uint32Array(n);
	const order = new Uint32Array(n);
	const day = new Int32Array(n);
	const amount = new Float64Array(n);
	const kind = new Uint8Array(n);
	rows.forEach((row, i) => {
		const [key, on, money, orderKey] = row;
		customer[i] = key === null ? NO_CODE : customers.intern(key);
		order[i] = orders.intern(orderKey ?? `row ${i}`);
		day[i] = typeof on === 'number' ? on : dayOf(on);
		amount[i] = money ?? 0;
		kind[i] = kindOf(row);
	});
	const sortedCustomers = sortDictionary(customers.build());
	const sortedOrders = sortDictionary(orders.build());
	const customerCode = remapCodes(customer, sortedCustomers.newCode);
	const orderCode = remapCodes(order, sortedOrders.newCode);
	let index = sortByCodes(rowOrder(n), orderCode, orders.size);
	index = sortByCodes(sortByNumbers(index, day), customerCode, customers.size);
	return {
		rows: n,
		customers: sortedCustomers.dictionary,
		customer: gather(customerCode, index),
		names: null,
		order: withOrders ? gather(orderCode, index) : null,
		orders: withOrders ? sortedOrders.dictionary : null,
		day: gather(day, index),
		instant: null,
		amount: gather(amount, index),
		quantity: null,
		profit: null,
		kind: gather(kind, index),
		attributes: [],
		scale,
		currency: null
	};
}

/**
 * A ledger for a test, from rows in any order:
 * `ledgerOf([['a', '2024-01-05', 1200], ['b', '2024-02-01', 300, 'order 7']])`.
 */
export function ledgerOf(rows: readonly TestRow[], refunds: RefundRule = 'net'): Ledger {
	return buildLedger(orderTableOf(rows), refunds);
}
