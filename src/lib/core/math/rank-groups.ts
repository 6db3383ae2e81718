import { topCount } from './concentration.ts';
import { sortAscending } from './sort-ascending.ts';

/**
 * Splits values into groups by rank, largest first: group 0 holds the first `counts[0]` values, group 1 those up to
 * `counts[1]`, and the last group all that are left. Where equal values straddle a border, those first in the array
 * come first. No value may be NaN. Time: one sort where the caller has none, and one pass per border.
 *
 * @param counts ascending
 * @param ascending the values in order
 * @example
 * rankGroups([5, 9, 1, 5], [1, 2]) // => [1, 0, 2, 2]
 * rankGroups([], [1]) // => []
 */
export function rankGroups(
	values: ArrayLike<number>,
	counts: readonly number[],
	ascending = sortAscending(Float64Array.from(values))
): Uint8Array {
	const n = values.length;
	const groups = new Uint8Array(n).fill(counts.length);
	// From the last border back, so that a value ends in the first group that holds it.
	for (let g = counts.length - 1; g >= 0; g--) {
		const cut = topCount(ascending, counts[g] as number);
		let places = cut.ties;
		for (let i = 0; i < n; i++) {
			const own = values[i] as number;
			if (own > cut.value || (own === cut.value && places-- > 0)) groups[i] = g;
		}
	}
	return groups;
}
