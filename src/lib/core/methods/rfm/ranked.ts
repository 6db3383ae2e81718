/** The range of values behind each score, 1 .. bins, of one measure; NaN where nobody has the score. */
export interface ScoreRanges {
	readonly from: Float64Array;
	readonly to: Float64Array;
	readonly customers: Uint32Array;
	/** Customers of the score who share their value with a customer of another score. */
	readonly split: Uint32Array;
}

/** Scores of a measure, one per position, and what lies behind each. */
export interface Scored {
	readonly scores: Uint8Array;
	readonly ranges: ScoreRanges;
}

/**
 * One measure of all customers, and what is asked of its order. Only `order` sorts: all else is counted, and gives
 * the numbers that the sorted values would give.
 */
export interface Ranked {
	readonly values: Int32Array | Float64Array;
	/** Never outside the range of the values, so that when all are equal none is above it by a rounding. NaN: no values. */
	readonly mean: number;
	/** Positions by ascending value; equal values by position, that is, by canonical customer key. Sorted once. */
	readonly order: Uint32Array;
	/** The inner edges that cut the values into `bins` equal shares: type-7 quantiles of 1/bins, 2/bins … */
	edges(bins: number): number[];
	/**
	 * Scores every value by a rule that rises or falls with it and changes at the edges only (as `scoreByEdges` and
	 * `scoreByMean` give it). Equal values share a score.
	 */
	score(edges: readonly number[], bins: number, scoreOf: (value: number) => number): Scored;
	/** Median in each group, NaN in an empty one; `customers` says how many each group has. */
	medians(group: Uint8Array, customers: Uint32Array): Float64Array;
}
