import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { ColumnMoney, TableTotals } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { EntityCollector } from './entity-collector.ts';

/**
 * Where every row went, and the money of each column of money: what the table holds, counted anew from its columns,
 * against what was counted while reading.
 *
 * @throws CoreError `import-totals-mismatch` {rows, amount}: the differences.
 */
export function tableTotals(table: EntityTable, collected: EntityCollector, blankLines: number): TableTotals {
	const money = collected.money.map(({ plan, sums, scale }): ColumnMoney => {
		const column = table.columns.find(({ header, type, role }) => {
			return type === 'money' && header === plan.header && role === plan.role;
		});
		const values = column?.type === 'money' ? column.values : [];
		let kept = 0;
		for (const units of values) if (!Number.isNaN(units)) kept += units;
		return { header: plan.header, scale: scale.decimals, kept, ...sums };
	});
	const totals: TableTotals = {
		source: collected.sourceRows,
		kept: table.rows,
		merged: collected.mergedRows,
		rejected: collected.rejectedRows,
		rejectedBy: collected.issues.rejectedBy,
		remarks: collected.issues.remarks,
		duplicatesSeen: collected.duplicatesSeen,
		blankLines,
		money
	};
	checkTableTotals(totals);
	return totals;
}

/**
 * Source = kept + merged + rejected, in rows and in the money of each column.
 *
 * @throws CoreError `import-totals-mismatch` {rows, amount}.
 */
export function checkTableTotals({ source, kept, merged, rejected, money }: TableTotals): void {
	const rows = kept + merged + rejected - source;
	const amount = money.reduce(
		(sum, column) => sum + Math.abs(column.kept + column.merged + column.rejected - column.source),
		0
	);
	if (rows !== 0 || amount !== 0) throw new CoreError('import-totals-mismatch', { rows, amount });
}
