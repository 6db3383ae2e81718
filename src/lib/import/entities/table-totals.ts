import { checkTableTotals } from '#lib/core/dataset/check-table-totals.ts';
import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { ColumnMoney, TableTotals } from '#lib/core/dataset/table-manifest.ts';
import type { EntityCollector } from './entity-collector.ts';

/**
 * Where every row went, and the money of each column of money: what the table holds, counted anew from its columns,
 * against what was counted while reading.
 *
 * @throws CoreError `import-totals-mismatch` {rows, amount}: the differences.
 */
export function tableTotals(
	table: EntityTable,
	collected: EntityCollector,
	blankLines: number,
	stepIds: readonly string[] = []
): TableTotals {
	const steps = collected.steps.totals(stepIds);
	const [mergedBySteps, filtered] = [rowsOf(steps.merged), rowsOf(steps.filtered)];
	const money = collected.money.map(({ plan, sums, scale }): ColumnMoney => {
		const column = table.columns.find(({ header, type, role }) => {
			return type === 'money' && header === plan.header && role === plan.role;
		});
		const values = column?.type === 'money' ? column.values : [];
		let kept = 0;
		for (const units of values) if (!Number.isNaN(units)) kept += units;
		const { filtered: aside, ...others } = sums;
		const counted = { header: plan.header, scale: scale.decimals, kept, ...others };
		return filtered === 0 ? counted : { ...counted, filtered: aside };
	});
	const totals: TableTotals = {
		source: collected.sourceRows,
		kept: table.rows,
		merged: collected.mergedRows + mergedBySteps,
		...(filtered > 0 && { filtered }),
		rejected: collected.rejectedRows,
		rejectedBy: collected.issues.rejectedBy,
		remarks: collected.issues.remarks,
		duplicatesSeen: collected.duplicatesSeen,
		blankLines,
		money,
		...(steps.all.length > 0 && { steps: steps.all.map(({ step, fate, rows }) => ({ step, fate, rows })) })
	};
	checkTableTotals(totals);
	return totals;
}

const rowsOf = (parts: readonly { readonly rows: number }[]): number =>
	parts.reduce((sum, { rows }) => sum + rows, 0);
