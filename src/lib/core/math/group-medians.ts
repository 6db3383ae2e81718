import { quantileOfCounts } from './quantile.ts';

/** The whole numbers that count: `low` .. `low + range − 1`. */
export interface CountedRange {
	readonly low: number;
	readonly range: number;
}

/**
 * The median of each group's whole numbers, by counting: no sort, and one pass over the numbers. `group[i]` is the
 * group of `values[i]`, 0 .. groups − 1; other groups, and values out of the range, are passed over. NaN for a group
 * without numbers. Takes `groups` · `range` counters of 4 bytes.
 *
 * @example
 * groupMedians([3, 9, 4, -1], [0, 0, 1, 1], 3, { low: 0, range: 10 }) // => [6, 4, NaN]
 */
export function groupMedians(
	values: Int32Array,
	group: Uint8Array,
	groups: number,
	{ low, range }: CountedRange
): Float64Array {
	const counts = new Uint32Array(groups * range);
	for (let i = 0; i < values.length; i++) {
		const own = group[i] as number;
		const at = (values[i] as number) - low;
		if (own >= groups || at < 0 || at >= range) continue;
		counts[own * range + at] = (counts[own * range + at] as number) + 1;
	}
	return Float64Array.from({ length: groups }, (_, own) =>
		quantileOfCounts(counts.subarray(own * range, (own + 1) * range), 0.5, low)
	);
}
