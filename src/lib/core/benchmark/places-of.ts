import { quantile7 } from '../math/quantile.ts';
import type { BenchmarkPlaces } from './types.ts';

/** Fewer than this have no quartiles worth the name. */
const LEAST_FOR_QUARTILES = 4;

/**
 * Where a value stands among some, itself among them: its rank from the greatest, equal values sharing one, and the
 * quartiles (type 7) of them all, from four values on. n log n in the values.
 *
 * @param values those that can be compared, without NaN
 * @param own the value whose place is asked for; NaN for none
 * @example
 * placesOf([0.3, 0.5, 0.4, 0.5], 0.4) // => { n: 4, rank: 3, low: 0.375, median: 0.45, high: 0.5 }
 * placesOf([0.3, 0.5], NaN) // => { n: 2, rank: null, low: NaN, median: NaN, high: NaN }
 */
export function placesOf(values: readonly number[], own: number): BenchmarkPlaces {
	const n = values.length;
	const sorted = [...values].sort((a, b) => a - b);
	const quartile = (p: number): number => (n < LEAST_FOR_QUARTILES ? Number.NaN : quantile7(sorted, p));
	return {
		n,
		rank: Number.isNaN(own) ? null : 1 + values.filter((value) => value > own).length,
		low: quartile(0.25),
		median: quartile(0.5),
		high: quartile(0.75)
	};
}
