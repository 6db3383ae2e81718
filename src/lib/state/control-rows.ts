import type { ControlTotals, IssueCode, PlacedRows, RowsAndAmount } from '#lib/api/index.ts';

/** The lines of a control-totals table, in reading order; the parts sum up to the source. */
export const controlParts = [
	'sales',
	'refunds',
	'merged',
	'noCustomer',
	'cancelled',
	'undated',
	'zeroAmount',
	'refundsUnmatched',
	'superseded',
	'filtered',
	'rejected'
] as const;
export type ControlPart = (typeof controlParts)[number];

const none: RowsAndAmount = { rows: 0, amount: 0 };

/** Rows and money of each part. */
export function controlRows(
	totals: PlacedRows
): readonly { readonly part: ControlPart; readonly value: RowsAndAmount }[] {
	const { kept, merged, setAside, rejected } = totals;
	const values: Readonly<Record<ControlPart, RowsAndAmount>> = {
		...kept,
		merged,
		undated: none,
		superseded: none,
		filtered: none,
		...setAside,
		rejected
	};
	return controlParts.map((part) => ({ part, value: values[part] }));
}

/** Whether the parts sum up to the source, in rows and to the last smallest unit; those of known profits as well. */
export const totalsAgree = (totals: ControlTotals): boolean =>
	partsAgree(totals) && (totals.profit === undefined || partsAgree(totals.profit));

function partsAgree(totals: PlacedRows): boolean {
	const rows = controlRows(totals);
	const sum = (pick: (value: RowsAndAmount) => number): number =>
		rows.reduce((total, { value }) => total + pick(value), 0);
	return (
		sum((value) => value.rows) === totals.source.rows && sum((value) => value.amount) === totals.source.amount
	);
}

const moneyIssues: readonly IssueCode[] = [
	'amount-missing',
	'amount-invalid',
	'amount-too-large',
	'amount-too-precise',
	'amount-other-currency',
	'price-invalid',
	'quantity-invalid',
	'currency-no-rate'
];

/** Rejected rows whose money could not be read: they are in the sums with nothing. */
export const rowsWithoutMoney = ({ rejectedBy }: Pick<ControlTotals, 'rejectedBy'>): number =>
	moneyIssues.reduce((sum, code) => sum + (rejectedBy[code] ?? 0), 0);

/** Rows that do not count: merged, set aside or rejected. */
export function rowsOut(totals: ControlTotals): number {
	return totals.source.rows - totals.kept.sales.rows - totals.kept.refunds.rows;
}
