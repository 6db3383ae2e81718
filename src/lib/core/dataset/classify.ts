import { NO_CODE } from '../columns/dictionary.ts';
import { RowKind } from './order-table.ts';

/** What a row said of itself, before it is known which sales a refund belongs to. */
export const Mark = { PLAIN: 0, CANCELLED: 1, NO_CUSTOMER: 2 } as const;
export type Mark = (typeof Mark)[keyof typeof Mark];

/**
 * What each row is, over rows sorted by customer. Without a customer first; then cancelled; then by the amount:
 * zero, a sale, or a refund, which belongs to a sale when the same customer has one under the same order id.
 * Two linear passes over each customer's rows.
 *
 * @example
 * classify(
 *   Uint32Array.of(0, 0, 1),
 *   Uint32Array.of(4, 4, 4),
 *   Float64Array.of(500, -200, -100),
 *   Uint8Array.of(0, 0, 0),
 *   { orders: 5, keepZero: false }
 * ) // => [0, 1, 2]
 */
export function classify(
	customer: Uint32Array,
	order: Uint32Array | null,
	amount: Float64Array,
	mark: Uint8Array,
	options: { readonly orders: number; readonly keepZero: boolean }
): Uint8Array {
	const rows = customer.length;
	const kind = new Uint8Array(rows);
	// Who, plus one, last bought under an order id.
	const soldTo = new Uint32Array(order === null ? 0 : options.orders);
	for (let from = 0; from < rows;) {
		const who = customer[from] as number;
		let to = from;
		while (to < rows && customer[to] === who) to++;
		if (who === NO_CODE) kind.fill(RowKind.NO_CUSTOMER, from, to);
		else {
			for (let row = from; row < to; row++) {
				const units = amount[row] as number;
				if (mark[row] === Mark.CANCELLED) kind[row] = RowKind.CANCELLED;
				else if (units === 0) kind[row] = options.keepZero ? RowKind.SALE : RowKind.ZERO;
				else if (units < 0) kind[row] = RowKind.REFUND_UNMATCHED;
				else {
					kind[row] = RowKind.SALE;
					const id = order?.[row] ?? NO_CODE;
					if (id !== NO_CODE) soldTo[id] = who + 1;
				}
			}
			if (order !== null) matchRefunds(kind, order, soldTo, who, from, to);
		}
		from = to;
	}
	return kind;
}

function matchRefunds(
	kind: Uint8Array,
	order: Uint32Array,
	soldTo: Uint32Array,
	who: number,
	from: number,
	to: number
): void {
	for (let row = from; row < to; row++) {
		if (kind[row] !== RowKind.REFUND_UNMATCHED) continue;
		const id = order[row] as number;
		if (id !== NO_CODE && soldTo[id] === who + 1) kind[row] = RowKind.REFUND;
	}
}
