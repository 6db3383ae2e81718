/**
 * Gini coefficient of ascending, non-negative values: 0 when all are equal, towards 1 when one has it all.
 * G = 2·Σ i·x(i) ÷ (n·Σ x) − (n + 1) ÷ n with i from 1. NaN when there are no values or their sum is 0.
 * One pass. Source: Gini (1912); the rank form as in Sen (1973), On Economic Inequality.
 *
 * @example
 * gini([1, 1, 1, 1]) // => 0
 * gini([0, 0, 0, 4]) // => 0.75
 */
export function gini(ascending: ArrayLike<number>): number {
	const n = ascending.length;
	let sum = 0;
	let weighted = 0;
	for (let i = 0; i < n; i++) {
		const value = ascending[i] as number;
		sum += value;
		weighted += (i + 1) * value;
	}
	if (sum === 0) return Number.NaN;
	return Math.max(0, (2 * weighted) / (n * sum) - (n + 1) / n);
}

/**
 * Herfindahl–Hirschman index: the sum of squared shares, 1 ÷ n when all are equal and 1 when one has it all. NaN
 * when the sum is 0. Sources: Herfindahl (1950); Hirschman (1964), American Economic Review 54, 761.
 *
 * @example
 * hhi([1, 1, 1, 1]) // => 0.25
 * hhi([]) // => NaN
 */
export function hhi(values: ArrayLike<number>): number {
	let sum = 0;
	let squares = 0;
	for (let i = 0; i < values.length; i++) {
		const own = values[i] as number;
		sum += own;
		squares += own * own;
	}
	return sum === 0 ? Number.NaN : squares / (sum * sum);
}

/** The largest values, as a rule for who is among them: above `value`, and the first `ties` that equal it. */
export interface TopCut {
	readonly count: number;
	readonly value: number;
	readonly ties: number;
	readonly sum: number;
}

/**
 * The `count` largest of ascending values. Among equal values at the border the first `ties` belong to the
 * cut, in whatever order the caller walks its customers.
 *
 * @example
 * topCount([1, 2, 2, 5], 2) // => { count: 2, value: 2, ties: 1, sum: 7 }
 * topCount([], 0) // => { count: 0, value: Infinity, ties: 0, sum: 0 }
 */
export function topCount(ascending: ArrayLike<number>, count: number): TopCut {
	const n = ascending.length;
	if (count <= 0 || n === 0) return { count: 0, value: Number.POSITIVE_INFINITY, ties: 0, sum: 0 };
	const first = Math.max(0, n - count);
	const value = ascending[first] as number;
	let sum = 0;
	let ties = 0;
	for (let i = first; i < n; i++) {
		sum += ascending[i] as number;
		if (ascending[i] === value) ties++;
	}
	return { count: n - first, value, ties, sum };
}

/**
 * How few of the largest values make at least `part / parts` of the sum. Whole numbers stay exact.
 *
 * @example
 * fewestForShare([1, 1, 2, 4], 3, 4) // => 2
 * fewestForShare([], 4, 5) // => 0
 */
export function fewestForShare(ascending: ArrayLike<number>, part: number, parts: number): number {
	let total = 0;
	for (let i = 0; i < ascending.length; i++) total += ascending[i] as number;
	let sum = 0;
	let count = 0;
	while (sum * parts < total * part) {
		count++;
		sum += ascending[ascending.length - count] as number;
	}
	return count;
}
