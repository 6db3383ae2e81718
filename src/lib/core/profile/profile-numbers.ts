import type { NumberValues } from '../dataset/column-profile.ts';
import { quantile7 } from '../math/quantile.ts';
import { sortAscending } from '../math/sort-ascending.ts';
import { dayBins, evenBins } from './bins.ts';

/** Interquartile ranges from the quartiles to the fences: Tukey's "far out". */
const FENCE_RANGES = 3;

/**
 * Describes numbers, in any order; NaN is an empty cell. Quartiles are of type 7. What lies more than three interquartile
 * ranges outside the quartiles is counted as below or above and has no bin; where the quartiles are equal nothing is
 * judged. Null where all are empty. The input stays as it is; time of a sort.
 *
 * Source: Tukey (1977), Exploratory Data Analysis, section 2D (outer fences).
 *
 * @example
 * profileNumbers([1, 2, 3, 4, 1000], 'number') // => { kind: 'number', distinct: 5, low: 1, high: 1000, median: 3, fences: { low: -4, high: 10 }, below: 0, above: 1, bins: { starts: [1, 2, 3, 4], rows: [1, 1, 1, 1] }, unit: null }
 * profileNumbers([NaN], 'number') // => null
 */
export function profileNumbers(values: ArrayLike<number>, kind: NumberValues['kind']): NumberValues | null {
	const sorted = sortAscending(
		// Adding 0 makes 0 of −0, which a sort would keep apart.
		Float64Array.from(values, (value) => value + 0).filter((value) => !Number.isNaN(value))
	);
	const { length } = sorted;
	if (length === 0) return null;
	let distinct = 1;
	let whole = Number.isInteger(sorted[0]);
	for (let i = 1; i < length; i++) {
		if (sorted[i] !== sorted[i - 1]) distinct++;
		if (whole && !Number.isInteger(sorted[i])) whole = false;
	}
	const [first, third] = [quantile7(sorted, 0.25), quantile7(sorted, 0.75)];
	const reach = FENCE_RANGES * (third - first);
	const fences = reach > 0 ? { low: first - reach, high: third + reach } : null;
	let [from, to] = [0, length];
	if (fences !== null) {
		while ((sorted[from] as number) < fences.low) from++;
		while ((sorted[to - 1] as number) > fences.high) to--;
	}
	const inside = sorted.subarray(from, to);
	const { unit, starts, rows } =
		kind === 'day' ? dayBins(inside) : { unit: null, ...evenBins(inside, whole) };
	return {
		kind,
		distinct,
		low: sorted[0] as number,
		high: sorted[length - 1] as number,
		median: quantile7(sorted, 0.5),
		fences,
		below: from,
		above: length - to,
		bins: { starts, rows },
		unit
	};
}
