/** One of two customers that may be one. */
export interface PairSide {
	readonly id: string;
	readonly name: string;
	readonly phones: readonly string[];
	readonly emails: readonly string[];
	readonly orders: number;
	readonly revenue: number;
	/** Days; NaN without an order. */
	readonly firstDay: number;
	readonly lastDay: number;
}

/** Two customers that may be one, and why: bits of `PairReason`. */
export interface CustomerPair {
	readonly first: PairSide;
	readonly second: PairSide;
	readonly score: number;
	readonly reasons: number;
}

/** Customers that may be one, the likeliest first, those decided to be different left out. */
export interface DuplicateList {
	readonly pairs: readonly CustomerPair[];
	/** All that were found; `pairs` are the first of them. */
	readonly found: number;
	/** Pairs of ids with the same id, phone or address under a like name, and the revenue of their customers. */
	readonly exact: { readonly pairs: readonly (readonly [string, string])[]; readonly revenue: number };
	readonly crowded: number;
	/** Headers of the columns that hold phones or addresses. */
	readonly columns: readonly string[];
}
