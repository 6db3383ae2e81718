import { checkTotals } from '../check-totals.ts';
import type { ControlTotals, RowsAndAmount } from '../control-totals.ts';
import { kindTotals } from '../kind-totals.ts';
import type { OrderTable } from '../order-table.ts';
import type { IssueCode } from '../row-issue.ts';
import { scaledAmount } from './unified-rows.ts';

/** The control totals of a table, and the unit that their money is in. */
export interface ScaledTotals {
	readonly totals: ControlTotals;
	readonly scale: number;
}

/**
 * The control totals of two sources together: what came in is the sum of both, what is kept is counted anew from the
 * table made of them, recognised rows count as merged, lines of changed orders that do not count as superseded.
 *
 * @throws CoreError `import-totals-mismatch` when the parts do not add up to the sources: a fault of the program.
 */
export function appendTotals(
	first: ScaledTotals,
	second: ScaledTotals,
	table: OrderTable,
	{ recognised, superseded }: { readonly recognised: RowsAndAmount; readonly superseded: RowsAndAmount }
): ControlTotals {
	const sum = (of: (totals: ControlTotals) => RowsAndAmount | undefined): RowsAndAmount =>
		[first, second].reduce(
			(all, { totals, scale }) => {
				const part = of(totals) ?? { rows: 0, amount: 0 };
				return {
					rows: all.rows + part.rows,
					amount: all.amount + scaledAmount(part.amount, table.scale - scale)
				};
			},
			{ rows: 0, amount: 0 }
		);
	const merged = sum(({ merged }) => merged);
	const before = sum(({ setAside }) => setAside.superseded);
	const now = plus(before, superseded);
	const undated = sum(({ setAside }) => setAside.undated);
	const filtered = sum(({ setAside }) => setAside.filtered);
	const { kept, setAside } = kindTotals(table);
	const totals: ControlTotals = {
		source: sum(({ source }) => source),
		kept,
		merged: plus(merged, recognised),
		setAside: {
			...setAside,
			...(now.rows > 0 && { superseded: now }),
			...(undated.rows > 0 && { undated }),
			...(filtered.rows > 0 && { filtered })
		},
		rejected: sum(({ rejected }) => rejected),
		rejectedBy: plusCounts(first.totals.rejectedBy, second.totals.rejectedBy),
		remarks: plusCounts(first.totals.remarks ?? {}, second.totals.remarks ?? {}),
		duplicatesSeen: first.totals.duplicatesSeen + second.totals.duplicatesSeen,
		blankLines: first.totals.blankLines + second.totals.blankLines
	};
	checkTotals(totals);
	return totals;
}

const plus = (a: RowsAndAmount, b: RowsAndAmount): RowsAndAmount => ({
	rows: a.rows + b.rows,
	amount: a.amount + b.amount
});

type Counts = Readonly<Partial<Record<IssueCode, number>>>;

/**
 * Counts by issue of two files together.
 *
 * @example
 * plusCounts({ 'date-missing': 1 }, { 'date-missing': 2, 'amount-missing': 1 }) // => { 'date-missing': 3, 'amount-missing': 1 }
 */
export function plusCounts(a: Counts, b: Counts): Counts {
	const sums: Partial<Record<IssueCode, number>> = { ...a };
	for (const [code, rows] of Object.entries(b) as [IssueCode, number][])
		sums[code] = (sums[code] ?? 0) + rows;
	return sums;
}
