import type { ControlTotals, RowsAndAmount } from '#lib/core/dataset/control-totals.ts';
import { RowKind, type OrderTable } from '#lib/core/dataset/order-table.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { RowCollector } from './row-collector.ts';

/** Kinds of rows there are. */
const KINDS = Object.keys(RowKind).length;

/**
 * The control totals: what the table holds, counted anew from its columns, against what was counted while reading.
 *
 * @throws CoreError `import-totals-mismatch` {rows, amount}: the differences. It means a fault of the program, and
 *   nothing of the import may be used.
 */
export function controlTotals(
	table: OrderTable,
	collected: RowCollector,
	blankLines: number,
	stepIds: readonly string[] = []
): ControlTotals {
	const rowsOf = new Uint32Array(KINDS);
	const amountOf = new Float64Array(KINDS);
	const { rows, kind: kinds, amount: amounts } = table;
	for (let row = 0; row < rows; row++) {
		const kind = kinds[row] as number;
		rowsOf[kind] = (rowsOf[kind] as number) + 1;
		amountOf[kind] = (amountOf[kind] as number) + (amounts[row] as number);
	}
	const of = (kind: RowKind): RowsAndAmount => ({
		rows: rowsOf[kind] as number,
		amount: amountOf[kind] as number
	});
	const steps = collected.steps.totals(stepIds);
	const totals: ControlTotals = {
		source: { rows: collected.sourceRows, amount: collected.sums.source },
		kept: { sales: of(RowKind.SALE), refunds: of(RowKind.REFUND) },
		merged: sumOf([{ rows: collected.mergedRows, amount: collected.sums.merged }, ...steps.merged]),
		setAside: {
			noCustomer: of(RowKind.NO_CUSTOMER),
			cancelled: of(RowKind.CANCELLED),
			zeroAmount: of(RowKind.ZERO),
			refundsUnmatched: of(RowKind.REFUND_UNMATCHED),
			...(steps.filtered.length > 0 && { filtered: sumOf(steps.filtered) })
		},
		rejected: { rows: collected.rejectedRows, amount: collected.sums.rejected },
		rejectedBy: collected.issues.rejectedBy,
		remarks: collected.issues.remarks,
		duplicatesSeen: collected.duplicatesSeen,
		blankLines,
		...(steps.all.length > 0 && { steps: steps.all })
	};
	checkTotals(totals);
	return totals;
}

const sumOf = (parts: readonly RowsAndAmount[]): RowsAndAmount => ({
	rows: parts.reduce((sum, { rows }) => sum + rows, 0),
	amount: parts.reduce((sum, { amount }) => sum + amount, 0)
});

/**
 * Source = kept + merged + set aside + rejected, in rows and to the last smallest unit of money.
 *
 * @throws CoreError `import-totals-mismatch` {rows, amount}.
 */
export function checkTotals(totals: ControlTotals): void {
	const parts = [
		totals.kept.sales,
		totals.kept.refunds,
		totals.merged,
		...Object.values(totals.setAside),
		totals.rejected
	];
	const rows = parts.reduce((sum, part) => sum + part.rows, 0) - totals.source.rows;
	const amount = parts.reduce((sum, part) => sum + part.amount, 0) - totals.source.amount;
	if (rows !== 0 || amount !== 0) throw new CoreError('import-totals-mismatch', { rows, amount });
}
