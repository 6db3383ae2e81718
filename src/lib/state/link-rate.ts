/**
 * The share of values that are found on the other side of a link: 1 only where all of them are.
 *
 * @example
 * linkRate(3, 4) // => 0.75
 * linkRate(99999, 100000) // => 0.999
 * linkRate(0, 0) // => 0
 */
export const linkRate = (found: number, all: number): number =>
	found === all ? Math.min(1, all) : Math.min(0.999, found / all);
