import type { PlacedRows, RowsAndAmount } from './control-totals.ts';
import { RowKind, type OrderTable } from './order-table.ts';

/** Kinds of rows there are. */
const KINDS = Object.keys(RowKind).length;

/**
 * What the rows of a table are, in rows and money, counted from its columns: the parts of the control totals. A row whose
 * money is NaN is not counted.
 *
 * @example
 * kindTotals({ rows: 2, kind: Uint8Array.of(0, 0), amount: Float64Array.of(5, NaN) }).kept.sales // => { rows: 1, amount: 5 }
 */
export function kindTotals({
	rows,
	kind: kinds,
	amount: amounts
}: Pick<OrderTable, 'rows' | 'kind' | 'amount'>): Pick<PlacedRows, 'kept' | 'setAside'> {
	const rowsOf = new Uint32Array(KINDS);
	const amountOf = new Float64Array(KINDS);
	for (let row = 0; row < rows; row++) {
		const kind = kinds[row] as number;
		if (Number.isNaN(amounts[row])) continue;
		rowsOf[kind] = (rowsOf[kind] as number) + 1;
		amountOf[kind] = (amountOf[kind] as number) + (amounts[row] as number);
	}
	const of = (kind: RowKind): RowsAndAmount => ({
		rows: rowsOf[kind] as number,
		amount: amountOf[kind] as number
	});
	return {
		kept: { sales: of(RowKind.SALE), refunds: of(RowKind.REFUND) },
		setAside: {
			noCustomer: of(RowKind.NO_CUSTOMER),
			cancelled: of(RowKind.CANCELLED),
			zeroAmount: of(RowKind.ZERO),
			refundsUnmatched: of(RowKind.REFUND_UNMATCHED)
		}
	};
}
