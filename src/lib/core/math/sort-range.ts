/** Below this length, insertion sort beats a call into the platform's sort. */
const shortRange = 24;

/**
 * Sorts `values[from .. to)` ascending, in place: for working arrays that a kernel made itself, cut into many
 * short ranges (the gaps of one customer each).
 *
 * @example
 * const gaps = Int32Array.of(9, 7, 1, 3, 0);
 * sortRange(gaps, 1, 4);
 * gaps // => [9, 1, 3, 7, 0]
 */
export function sortRange(values: Int32Array, from: number, to: number): void {
	if (to - from > shortRange) {
		values.subarray(from, to).sort();
		return;
	}
	for (let i = from + 1; i < to; i++) {
		const value = values[i] as number;
		let hole = i;
		while (hole > from && (values[hole - 1] as number) > value) {
			values[hole] = values[hole - 1] as number;
			hole--;
		}
		values[hole] = value;
	}
}
