import { classify, Mark } from './classify.ts';
import { RowKind, type OrderTable } from './order-table.ts';

/**
 * What each row is, seen anew over a table whose rows came from several files or whose customers were joined: a refund
 * that belonged to no known order may belong to one now. Cancelled rows stay so, and so do rows of zero, which the
 * recipe chose to keep or not. The table must be in ledger order. Linear.
 */
export function reclassified(
	table: Pick<OrderTable, 'rows' | 'customer' | 'order' | 'orders' | 'amount' | 'kind'>
): Uint8Array {
	const { rows, customer, order, orders, amount, kind } = table;
	const mark = new Uint8Array(rows);
	for (let row = 0; row < rows; row++) if (kind[row] === RowKind.CANCELLED) mark[row] = Mark.CANCELLED;
	const anew = classify(customer, order, amount, mark, { orders: orders?.size ?? 0, keepZero: false });
	for (let row = 0; row < rows; row++) {
		if (anew[row] === RowKind.ZERO && kind[row] === RowKind.SALE) anew[row] = RowKind.SALE;
	}
	return anew;
}
