import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const words = 2 ** 32;

/**
 * Chance from a seed: a function that gives a whole number 0 .. n − 1 each time, evenly (to n ÷ 2³²). The same seed gives
 * the same numbers on every machine.
 *
 * @example
 * const index = seededIndex(1);
 * [index(1), index(1)] // => [0, 0]
 * seededIndex(7)(1000) === seededIndex(7)(1000) // => true
 */
export function seededIndex(seed: number): (n: number) => number {
	const source = xoroshiro128plus(seed);
	return (n) => Math.floor(((source.next() >>> 0) / words) * n);
}
