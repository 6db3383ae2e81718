import { checkTableTotals } from '../check-table-totals.ts';
import type { ColumnMoney, TableTotals } from '../table-manifest.ts';
import type { AppendedTable } from './append-entity-tables.ts';
import { plusCounts } from './append-totals.ts';
import { scaledAmount } from './scaled-amounts.ts';

/**
 * The control totals of two files of one table together: what came in is the sum of both, what is kept is counted anew
 * from the table made of them, recognised rows count as merged, rows whose place a newer one took as replaced.
 *
 * @throws CoreError `import-totals-mismatch` when the parts do not add up to the sources: a fault of the program.
 * @example
 * const counts = { rejectedBy: {}, remarks: {}, duplicatesSeen: 0, blankLines: 0, money: [] };
 * const totals = { ...counts, source: 1, kept: 1, merged: 0, rejected: 0 };
 * const comparison = { recognised: 0, replaced: 1, added: 0 };
 * appendTableTotals(totals, totals, { table: { rows: 1, columns: [] }, comparison, money: [] }).replaced // => 1
 */
export function appendTableTotals(
	first: TableTotals,
	second: TableTotals,
	appended: AppendedTable
): TableTotals {
	const { table, comparison } = appended;
	const sum = (part: 'source' | 'rejected' | 'duplicatesSeen' | 'blankLines'): number =>
		first[part] + second[part];
	const filtered = (first.filtered ?? 0) + (second.filtered ?? 0);
	const replaced = (first.replaced ?? 0) + comparison.replaced;
	const totals: TableTotals = {
		source: sum('source'),
		kept: table.rows,
		merged: first.merged + second.merged + comparison.recognised,
		...(filtered > 0 && { filtered }),
		...(replaced > 0 && { replaced }),
		rejected: sum('rejected'),
		rejectedBy: plusCounts(first.rejectedBy, second.rejectedBy),
		remarks: plusCounts(first.remarks, second.remarks),
		duplicatesSeen: sum('duplicatesSeen'),
		blankLines: sum('blankLines'),
		money: moneyTotals(first, second, appended)
	};
	checkTableTotals(totals);
	return totals;
}

function moneyTotals(
	first: TableTotals,
	second: TableTotals,
	{ table, money }: AppendedTable
): ColumnMoney[] {
	const columns = table.columns.filter((column) => column.type === 'money');
	// The money of a table is told of in the order of its columns.
	let [ofFirst, ofSecond] = [0, 0];
	return money.map(({ places: [one, other], recognised, replaced }, i) => {
		const { header, scale, values } = columns[i] as (typeof columns)[number];
		const [a, b] = [
			one === null ? undefined : first.money[ofFirst++],
			other === null ? undefined : second.money[ofSecond++]
		];
		const sum = (part: 'source' | 'merged' | 'filtered' | 'replaced' | 'rejected'): number =>
			[a, b].reduce(
				(all, money) => all + (money === undefined ? 0 : scaledAmount(money[part] ?? 0, money.scale, scale)),
				0
			);
		let kept = 0;
		for (const units of values) if (!Number.isNaN(units)) kept += units;
		const [filtered, gone] = [sum('filtered'), sum('replaced') + replaced];
		return {
			header,
			scale,
			source: sum('source'),
			kept,
			merged: sum('merged') + recognised,
			...(filtered !== 0 && { filtered }),
			...(gone !== 0 && { replaced: gone }),
			rejected: sum('rejected')
		};
	});
}
