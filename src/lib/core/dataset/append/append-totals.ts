import type { AppendedTables } from './append-tables.ts';
import { checkTotals } from '../check-totals.ts';
import type { ControlTotals, PlacedRows, RowsAndAmount } from '../control-totals.ts';
import { kindTotals } from '../kind-totals.ts';
import type { OrderTable } from '../order-table.ts';
import { CoreError } from '../../errors.ts';
import type { IssueCode } from '../row-issue.ts';
import { scaledAmount } from './scaled-amounts.ts';

/** The control totals of a table, and the unit that their money is in. */
export interface ScaledTotals {
	readonly totals: ControlTotals;
	readonly scale: number;
}

/** Rows of the sources that are not in the table made of them, and the known profits of those rows. */
export interface GoneRows {
	readonly recognised: RowsAndAmount;
	readonly superseded: RowsAndAmount;
	readonly profits: AppendedTables['profits'];
}

/**
 * The control totals of two sources together: what came in is the sum of both, what is kept is counted anew from the
 * table made of them, recognised rows count as merged, lines of changed orders that do not count as superseded.
 *
 * @throws CoreError `amount-sum-too-large` {scale} when the amounts of both cannot be added exactly; profits that cannot are
 *   left out, and the rows with one are remarked on. `import-totals-mismatch` when the parts do not add up to the sources: a fault of the program.
 */
export function appendTotals(
	first: ScaledTotals,
	second: ScaledTotals,
	table: OrderTable,
	gone: GoneRows
): ControlTotals {
	const profit = joinedProfits([first, second], table, gone.profits);
	const remarks = plusCounts(first.totals.remarks ?? {}, second.totals.remarks ?? {});
	const known = [first, second].reduce((rows, { totals }) => rows + (totals.profit?.source.rows ?? 0), 0);
	const totals: ControlTotals = {
		...joinedParts([first, second], table, gone),
		...(profit !== null && { profit }),
		rejectedBy: plusCounts(first.totals.rejectedBy, second.totals.rejectedBy),
		// What was known of profits and cannot be added exactly is unknown from now on.
		remarks: profit === null && known > 0 ? plusCounts(remarks, { 'profit-invalid': known }) : remarks,
		duplicatesSeen: first.totals.duplicatesSeen + second.totals.duplicatesSeen,
		blankLines: first.totals.blankLines + second.totals.blankLines
	};
	checkTotals(totals);
	return totals;
}

const NONE: RowsAndAmount = { rows: 0, amount: 0 };
/** Of a file that says nothing of profits. */
const NOTHING: PlacedRows = {
	source: NONE,
	kept: { sales: NONE, refunds: NONE },
	merged: NONE,
	setAside: { noCustomer: NONE, cancelled: NONE, zeroAmount: NONE, refundsUnmatched: NONE },
	rejected: NONE
};

/** The same of profits; null where none is known, or what is known cannot be added exactly. */
function joinedProfits(
	sources: readonly ScaledTotals[],
	table: OrderTable,
	gone: GoneRows['profits']
): PlacedRows | null {
	const { profit } = table;
	if (profit === null) return null;
	const known = sources.map(({ totals, scale }) => ({ totals: totals.profit ?? NOTHING, scale }));
	try {
		return joinedParts(known, { ...table, amount: profit }, gone);
	} catch (error) {
		if (error instanceof CoreError) return null;
		throw error;
	}
}

/** Where the rows of sources went that are one table now, by rows and by what stands as its amounts. */
function joinedParts(
	sources: readonly { readonly totals: PlacedRows; readonly scale: number }[],
	table: Pick<OrderTable, 'rows' | 'kind' | 'amount' | 'scale'>,
	{ recognised, superseded }: Pick<GoneRows, 'recognised' | 'superseded'>
): PlacedRows {
	const sum = (of: (totals: PlacedRows) => RowsAndAmount | undefined): RowsAndAmount =>
		sources.reduce((all, { totals, scale }) => {
			const part = of(totals) ?? NONE;
			const amount = all.amount + scaledAmount(part.amount, scale, table.scale);
			// Rows that came with several files count with each.
			return { rows: all.rows + part.rows, amount: scaledAmount(amount, table.scale, table.scale) };
		}, NONE);
	const merged = sum(({ merged }) => merged);
	const before = sum(({ setAside }) => setAside.superseded);
	const now = plus(before, superseded);
	const undated = sum(({ setAside }) => setAside.undated);
	const filtered = sum(({ setAside }) => setAside.filtered);
	const { kept, setAside } = kindTotals(table);
	return {
		source: sum(({ source }) => source),
		kept,
		merged: plus(merged, recognised),
		setAside: {
			...setAside,
			...(now.rows > 0 && { superseded: now }),
			...(undated.rows > 0 && { undated }),
			...(filtered.rows > 0 && { filtered })
		},
		rejected: sum(({ rejected }) => rejected)
	};
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
