import type { Dictionary } from '../columns/dictionary.ts';

/**
 * What a row of an order export turned out to be. Stored as one byte per row; the ledger is built from
 * SALE rows, and from REFUND rows when refunds are netted. All the other kinds are set aside and counted.
 */
export const RowKind = {
	SALE: 0,
	/** Negative amount whose order id belongs to a sale of the same customer: netted against it. */
	REFUND: 1,
	/** Negative amount that belongs to no known order: set aside. */
	REFUND_UNMATCHED: 2,
	/** Cancelled, closed, unpaid or test, by status or by order-id prefix. */
	CANCELLED: 3,
	/** Amount of exactly zero. */
	ZERO: 4,
	/** No customer on the row. */
	NO_CUSTOMER: 5
} as const;
export type RowKind = (typeof RowKind)[keyof typeof RowKind];

/** Any further column, kept to cut by: dictionary codes per row (NO_CODE = empty). */
export interface AttributeColumn {
	readonly header: string;
	readonly dictionary: Dictionary;
	readonly codes: Uint32Array;
}

/**
 * The rows of an order export as columns, **in ledger order**: by customer (canonical key order, see
 * `compareKeyBytes`), then instant, then order; rows without a customer last. Days are whole days since
 * 1970-01-01 of the wall clock in the file; no time zone is ever applied.
 */
export interface OrderTable {
	readonly rows: number;
	/** All customers seen on any row that was not rejected, in canonical key order. */
	readonly customers: Dictionary;
	/** Row → customer index; NO_CODE for rows without a customer. */
	readonly customer: Uint32Array;
	/** Display names per customer index (NO_CODE = none), when a name column is mapped. */
	readonly names: { readonly dictionary: Dictionary; readonly codes: Uint32Array } | null;
	/** Row → order index, or null when every row is an order of its own. */
	readonly order: Uint32Array | null;
	readonly orders: Dictionary | null;
	readonly day: Int32Array;
	/** Milliseconds since 1970-01-01 on the file's wall clock; null when the file has dates only. */
	readonly instant: Float64Array | null;
	/** Signed whole number of smallest units (10^-scale); exact up to 2^53. */
	readonly amount: Float64Array;
	readonly quantity: Float64Array | null;
	/** Profit of the row in the units of `amount`, of a refund mostly negative; NaN = not known. Null when the file does not say. */
	readonly profit: Float64Array | null;
	readonly kind: Uint8Array;
	readonly attributes: readonly AttributeColumn[];
	/** Decimals of the smallest money unit that the data uses (2 = cents). */
	readonly scale: number;
	/** ISO 4217 code, or null when the data does not say. */
	readonly currency: string | null;
}
