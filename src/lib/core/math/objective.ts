/**
 * A function to be made as small as possible: gives its value at `point` and writes its slope along each
 * coordinate into `gradient`. NaN and infinity mean "not here", and a search steps back from them.
 */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Where a search ended. */
export interface Minimum {
	readonly point: Float64Array;
	readonly value: number;
	/** Whether the search ended because it was done; if not, it ran out of steps or could not go on. */
	readonly converged: boolean;
	readonly steps: number;
	readonly evaluations: number;
}
