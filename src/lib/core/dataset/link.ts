import type { LinkRole } from './entities.ts';

/** The customers of an order dataset, where a link names one of its columns. */
export const ORDER_CUSTOMERS = -1;

/** How two columns of keys meet: distinct values and rows, counted exactly. */
export interface LinkRates {
	/** Distinct values of `from`, and those of them that `to` has. */
	readonly fromValues: number;
	readonly fromMatched: number;
	/** The same of `to`. */
	readonly toValues: number;
	readonly toMatched: number;
	/** Rows of `from` with a value, and those whose value `to` has. */
	readonly fromRows: number;
	readonly fromRowsMatched: number;
	/** Distinct values of `from` that only meet one of `to` without their leading zeros. */
	readonly byZeros: number;
}

/**
 * A link between two tables of a workspace: rows of `from` name something that `to` is about. Columns are by index;
 * `ORDER_CUSTOMERS`, or that of an attribute, where a table is orders.
 */
export interface Link {
	readonly from: string;
	readonly to: string;
	readonly role: LinkRole;
	readonly fromColumn: number;
	/** Null: the two are not linked, because somebody said so. */
	readonly toColumn: number | null;
	/** `found` by the overlap of values, or `chosen` by somebody. */
	readonly by: 'found' | 'chosen';
	readonly rates: LinkRates;
	/** Names the versions of the two that the rates are of. */
	readonly of: string;
}

/** Something that a linked table says of the customers. */
export interface LinkedAttribute {
	/** The table's name and the column's header: what a parameter names it by. */
	readonly name: string;
	/** The table's id, and the column's place in it. */
	readonly table: string;
	readonly column: number;
}
