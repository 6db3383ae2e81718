/**
 * Where values of a row lie between two ends of a line: the least at the one, the greatest at the other; where all are
 * one, in the middle.
 *
 * @example
 * stripScale([2, 4, 3], 100, 200)(3) // => 150
 * stripScale([5, 5], 100, 200)(5) // => 150
 */
export function stripScale(values: readonly number[], from: number, to: number): (value: number) => number {
	const least = Math.min(...values);
	const room = Math.max(...values) - least;
	return (value) => from + (to - from) * (room > 0 ? (value - least) / room : 0.5);
}
