import { checkTotals } from '#lib/core/dataset/check-totals.ts';
import type { ControlTotals, RowsAndAmount } from '#lib/core/dataset/control-totals.ts';
import { kindTotals } from '#lib/core/dataset/kind-totals.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { RowCollector } from './row-collector.ts';

/**
 * The control totals: what the table holds, counted anew from its columns, against what was counted while reading.
 *
 * @throws CoreError `import-totals-mismatch` {rows, amount}: see `checkTotals`.
 */
export function controlTotals(
	table: OrderTable,
	collected: RowCollector,
	blankLines: number,
	stepIds: readonly string[] = []
): ControlTotals {
	const steps = collected.steps.totals(stepIds);
	const { kept, setAside } = kindTotals(table);
	const totals: ControlTotals = {
		source: { rows: collected.sourceRows, amount: collected.sums.source },
		kept,
		merged: sumOf([{ rows: collected.mergedRows, amount: collected.sums.merged }, ...steps.merged]),
		setAside: {
			...setAside,
			...(collected.undatedRows > 0 && {
				undated: { rows: collected.undatedRows, amount: collected.sums.undated }
			}),
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
