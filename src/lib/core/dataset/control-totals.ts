import type { IssueCode } from './row-issue.ts';

/** Rows and their money, in smallest units of the dataset. Rows whose amount could not be read carry 0. */
export interface RowsAndAmount {
	readonly rows: number;
	readonly amount: number;
}

/** Rows that one cleaning step took out; they are part of `merged` or of `setAside.filtered`. */
export interface StepTotal extends RowsAndAmount {
	/** Id of the step in the recipe. */
	readonly step: string;
	readonly fate: 'merged' | 'filtered';
}

/**
 * Where every source row went. Always: source = kept + merged + setAside (all kinds) + rejected, in rows
 * and, to the last smallest unit, in money. `kept` are the sales and the refunds netted against them.
 */
export interface PlacedRows {
	readonly source: RowsAndAmount;
	readonly kept: { readonly sales: RowsAndAmount; readonly refunds: RowsAndAmount };
	/** Duplicates dropped, by choice or by cleaning steps. */
	readonly merged: RowsAndAmount;
	readonly setAside: {
		readonly noCustomer: RowsAndAmount;
		readonly cancelled: RowsAndAmount;
		readonly zeroAmount: RowsAndAmount;
		readonly refundsUnmatched: RowsAndAmount;
		/** Lines of orders that another file of the dataset has otherwise, and that do not count; absent without any. */
		readonly superseded?: RowsAndAmount;
		/** Rows without a date whose status says that nothing was sold (yet): open deals; absent without any. */
		readonly undated?: RowsAndAmount;
		/** Rows that cleaning steps set aside; absent when there were none. */
		readonly filtered?: RowsAndAmount;
	};
	readonly rejected: RowsAndAmount;
}

/** Where every source row went, and what was seen on the way. */
export interface ControlTotals extends PlacedRows {
	/** The rows whose profit is known, with that profit; absent where the file says nothing of it. They add up as all rows do. */
	readonly profit?: PlacedRows;
	/** Rejected rows by their first issue. */
	readonly rejectedBy: Readonly<Partial<Record<IssueCode, number>>>;
	/** Rows kept with a remark, by the remark; empty or absent when there were none. */
	readonly remarks?: Readonly<Partial<Record<IssueCode, number>>>;
	/** Rows equal to an earlier one, whether dropped or kept. */
	readonly duplicatesSeen: number;
	/** Rows without a single cell: not rows of the table. */
	readonly blankLines: number;
	/** What each cleaning step took out; absent when none took out anything, and for several files together. */
	readonly steps?: readonly StepTotal[];
}
