/** Upper or lower edges per measure, ascending: bins − 1 numbers (money in smallest units). */
export interface RfmCuts {
	readonly recency: readonly number[];
	readonly frequency: readonly number[];
	readonly monetary: readonly number[];
}

export interface RfmWeights {
	readonly recency: number;
	readonly frequency: number;
	readonly monetary: number;
}

/** Scores from .. to, both included. */
export type ScoreSpan = readonly [from: number, to: number];

/** All codes of a box of scores belong to one segment; several rules may lead to the same one. */
export interface RfmRule {
	/** An id of `segmentIds`, or the user's own name. */
	readonly segment: string;
	readonly recency: ScoreSpan;
	readonly frequency: ScoreSpan;
	readonly monetary: ScoreSpan;
}

/** All limits that are given must hold; at least one is. */
export interface RfmVip {
	/** At most so many days since the last order. */
	readonly recency: number | null;
	/** At least so many orders (or order days). */
	readonly frequency: number | null;
	/** At least so much money, in smallest units, as `monetary` counts it. */
	readonly monetary: number | null;
}
