import type { RowsAndAmount } from '../control-totals.ts';

/**
 * What becomes of an order that both files have and whose lines contradict each other: the lines of the newer file
 * count, those that are there count, or both do (as parts of one order).
 */
export const changedRules = ['newer', 'kept', 'both'] as const;
export type ChangedRule = (typeof changedRules)[number];

/** What two lines of an order can differ in; a column to cut by goes by its header. */
export type ChangedPart =
	'customer' | 'day' | 'time' | 'amount' | 'quantity' | 'cancelled' | { readonly header: string };

/** An order as one file has it: only the lines that the other file does not have. */
export interface ChangedOrder {
	readonly order: string;
	readonly before: RowsAndAmount;
	readonly after: RowsAndAmount;
	/** What those lines differ in; empty where they are only more or fewer of the same. */
	readonly differs: readonly ChangedPart[];
}

/** How a file compares with the dataset that it is to be added to. Money in smallest units of `scale`. */
export interface Comparison {
	/** Rows of the file that are there already. */
	readonly recognised: RowsAndAmount;
	/** Rows of the file that are new, those of changed orders aside. */
	readonly added: RowsAndAmount;
	/** Orders that both have with lines that the other does not have. */
	readonly changed: {
		readonly orders: number;
		/** Their lines that only the dataset has, and those that only the file has. */
		readonly before: RowsAndAmount;
		readonly after: RowsAndAmount;
		/** The first of them, in order of their ids. */
		readonly examples: readonly ChangedOrder[];
	};
	/** Customers of the file, and those of them whom the dataset has. */
	readonly customers: { readonly file: number; readonly known: number };
	/** Whether another order of the files could give another dataset: there are changed orders, or columns or profits differ. */
	readonly ordered: boolean;
	readonly scale: number;
	readonly currency: string | null;
	/** Whose money, of a currency that it does not say, counts as that of the other; null where both say it, or neither. */
	readonly silent: 'dataset' | 'file' | null;
}

/** What became of the rows of a file that was added to a table of another entity than orders. */
export interface TableComparison {
	/** Rows that were there already. */
	readonly recognised: number;
	/** Rows that took the place of an older one with the same key. */
	readonly replaced: number;
	/** Rows that are new. */
	readonly added: number;
}

/** How a file compares with the stored orders, or the stored table, that it is to be added to. */
export type AnyComparison = Comparison | TableComparison;

/** Lets others have a turn, and throws `cancelled` when the work is no longer wanted. */
export type Pause = () => Promise<void>;
