import { checkTotals } from '#lib/core/dataset/check-totals.ts';
import type { ControlTotals } from '#lib/core/dataset/control-totals.ts';
import { kindTotals } from '#lib/core/dataset/kind-totals.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { RowCollector } from './row-collector.ts';

/**
 * The control totals: what the table holds, counted anew from its columns, against what was counted while reading.
 *
 * @throws CoreError `import-totals-mismatch` {rows, amount}: see `checkTotals`.
 */
export function controlTotals(table: OrderTable, collected: RowCollector, blankLines: number): ControlTotals {
	const totals: ControlTotals = {
		source: { rows: collected.sourceRows, amount: collected.sums.source },
		merged: { rows: collected.mergedRows, amount: collected.sums.merged },
		...kindTotals(table),
		rejected: { rows: collected.rejectedRows, amount: collected.sums.rejected },
		rejectedBy: collected.issues.rejectedBy,
		remarks: collected.issues.remarks,
		duplicatesSeen: collected.duplicatesSeen,
		blankLines
	};
	checkTotals(totals);
	return totals;
}
