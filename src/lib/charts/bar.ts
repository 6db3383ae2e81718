/** One bar: a label, a length, and what is written at its end. */
export interface Bar {
	readonly label: string;
	/** Quiet words after the label of a lying bar. */
	readonly note?: string;
	/** Quiet words after the text of a lying bar. */
	readonly sub?: string;
	readonly value: number;
	readonly text: string;
	/** Everything the bar says; the first line is its name. */
	readonly lines: readonly string[];
	/** A CSS colour; the plain mark colour without one. */
	readonly color?: string;
}

/**
 * The largest finite value of some, at least 0: the end of a bar axis.
 *
 * @example
 * maxOf([3, NaN, 7]) // => 7
 * maxOf([]) // => 0
 */
export function maxOf(values: Iterable<number>): number {
	let max = 0;
	for (const value of values) if (value > max && value < Infinity) max = value;
	return max;
}
