import { checkTotals } from '#lib/core/dataset/check-totals.ts';
import type { ControlTotals, PlacedRows, RowsAndAmount } from '#lib/core/dataset/control-totals.ts';
import { kindTotals } from '#lib/core/dataset/kind-totals.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ProfitReader } from './profit-reader.ts';
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
		...(table.profit !== null &&
			collected.profit !== null && { profit: profitTotals(table.profit, table, collected.profit) }),
		...(steps.all.length > 0 && { steps: steps.all })
	};
	checkTotals(totals);
	return totals;
}

/** The rows whose profit is known, by the same parts. */
function profitTotals(profit: Float64Array, table: OrderTable, { sums, steps }: ProfitReader): PlacedRows {
	const { kept, setAside } = kindTotals({ ...table, amount: profit });
	const { merged, filtered } = steps.totals([]);
	return {
		source: { ...sums.source },
		kept,
		merged: sumOf([sums.merged, ...merged]),
		setAside: {
			...setAside,
			...(sums.undated.rows > 0 && { undated: { ...sums.undated } }),
			...(filtered.length > 0 && { filtered: sumOf(filtered) })
		},
		rejected: { ...sums.rejected }
	};
}

const sumOf = (parts: readonly RowsAndAmount[]): RowsAndAmount => ({
	rows: parts.reduce((sum, { rows }) => sum + rows, 0),
	amount: parts.reduce((sum, { amount }) => sum + amount, 0)
});
