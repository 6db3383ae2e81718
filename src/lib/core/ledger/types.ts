import type { Dictionary } from '../columns/dictionary.ts';

/** How refunds count: netted against their order (default), or left out of the sums. */
export type RefundRule = 'net' | 'gross';

/**
 * The valid orders of a dataset, sorted by customer, then day, then order, with an offset per customer
 * (compressed sparse rows): every order method is one linear pass. Orders of customer c are
 * offsets[c] .. offsets[c+1]). A customer without a valid order has an empty range: a prospect.
 */
export interface Ledger {
	/** All known customers, canonical key order. */
	readonly customers: Dictionary;
	/** customers.size + 1 entries. */
	readonly offsets: Uint32Array;
	/** Per order: day number of its first line. Ascending within a customer. */
	readonly day: Int32Array;
	/** Per order: exact sum in smallest units (see `scale`); > 0, or 0 where the recipe keeps rows of zero. */
	readonly amount: Float64Array;
	/**
	 * Per order: exact profit in the units of `amount`, refunds netted as in it; may be negative, NaN where a line's is not
	 * known. Absent where the file says nothing of profits.
	 */
	readonly profit?: Float64Array;
	/** Per order: how many lines were summed into it, netted refunds among them. */
	readonly orderLines: Uint32Array;
	/**
	 * Per customer: day of the first row of any kind; a prospect is known from this day on (see `countProspects`).
	 * `NEVER_SEEN` for a customer without a row.
	 */
	readonly firstSeen: Int32Array;
	readonly orders: number;
	/** Lines behind the orders: the sum of `orderLines`. */
	readonly lines: number;
	/** First and last day of any valid order; both 0 when there is none. */
	readonly firstDay: number;
	readonly lastDay: number;
	readonly scale: number;
	readonly currency: string | null;
	readonly refunds: RefundRule;
	/** Orders left out because refunds brought them to zero or below (net only), whenever they were placed. */
	readonly ordersNettedAway: number;
}

/** A first day later than any day there is. */
export const NEVER_SEEN = 0x7fffffff;
