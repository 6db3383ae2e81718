/** Sorted numbers that a quantile can be read from: ascending, no NaN. */
export type SortedNumbers = ArrayLike<number>;

/** Where a type-7 quantile lies: `part / parts` of the way from the value at `index` to the next. */
export interface QuantilePosition {
	readonly index: number;
	readonly part: number;
	readonly parts: number;
}

/**
 * Denominators that cover every fraction in use: four decimals (percent, tenths, eighths …), and the ninths,
 * sixths, thirds and sevenths of equal bins, which no decimal can write.
 */
const denominators = [10_000, 18, 7] as const;

/**
 * The position of the type-7 quantile p among n sorted values: (n − 1)·p, split into a whole index and an
 * exact fraction. Common fractions are worked out in whole numbers, because (n − 1)·p in floating point can
 * miss a whole index by one rounding and then an edge no longer equals the value it should equal.
 *
 * @example
 * quantilePosition(16, 0.2) // => { index: 3, part: 0, parts: 10000 }
 */
export function quantilePosition(n: number, p: number): QuantilePosition {
	for (const parts of denominators) {
		const numerator = Math.round(p * parts);
		if (numerator / parts !== p) continue;
		const position = (n - 1) * numerator;
		const part = position % parts;
		return { index: (position - part) / parts, part, parts };
	}
	const position = (n - 1) * p;
	const index = Math.floor(position);
	return { index, part: position - index, parts: 1 };
}

/**
 * Quantile of type 7 (the default of R and numpy): linear between the two order statistics around
 * (n − 1)·p. An edge that falls on a value equals it exactly, and an edge between two whole numbers is exact
 * whenever it is a whole number, so comparing data with edges never depends on rounding.
 *
 * Takes ascending values without NaN and p in 0..1; NaN when there are no values. Constant time.
 * Source: Hyndman and Fan (1996), Sample Quantiles in Statistical Packages, definition 7.
 *
 * @example
 * quantile7([1, 2, 3, 4], 0.25) // => 1.75
 * quantile7([10, 20, 30], 0.5) // => 20
 * quantile7([], 0.5) // => NaN
 */
export function quantile7(sorted: SortedNumbers, p: number): number {
	const n = sorted.length;
	if (n === 0) return Number.NaN;
	const { index, part, parts } = quantilePosition(n, p);
	const low = sorted[index] as number;
	return part === 0 ? low : between(low, sorted[index + 1] as number, part, parts);
}

/**
 * Median of ascending values: the middle one, or the mean of the two middle ones. NaN when there are none.
 *
 * @example
 * median([1, 5, 9]) // => 5
 * median([1, 2]) // => 1.5
 */
export function median(sorted: SortedNumbers): number {
	return quantile7(sorted, 0.5);
}

/**
 * Type-7 quantile of whole numbers given as counts: `counts[v]` values equal `lowest + v`. Gives what `quantile7` gives
 * on the values written out, without sorting them: one pass over the range of values.
 *
 * @example
 * quantileOfCounts([0, 2, 1], 0.5) // => 1
 * quantileOfCounts([0, 1, 0, 1], 0.5) // => 2
 * quantileOfCounts([0, 0], 0.5) // => NaN
 * quantileOfCounts([1, 0, 1], 0.5, 7) // => 8
 */
export function quantileOfCounts(counts: ArrayLike<number>, p: number, lowest = 0): number {
	let n = 0;
	for (let value = 0; value < counts.length; value++) n += counts[value] as number;
	if (n === 0) return Number.NaN;
	const { index, part, parts } = quantilePosition(n, p);
	let value = 0;
	let seen = counts[0] as number;
	while (seen <= index) seen += counts[++value] as number;
	if (part === 0 || seen > index + 1) return lowest + value;
	let next = value + 1;
	while (counts[next] === 0) next++;
	return between(lowest + value, lowest + next, part, parts);
}

/**
 * The number `part / parts` of the way from one to the next.
 *
 * @example
 * between(10, 20, 1, 4) // => 12.5
 */
export function between(low: number, high: number, part: number, parts: number): number {
	return low + ((high - low) * part) / parts;
}
