import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** The draws that a sample shop needs, all from one seed: the same seed gives the same shop for ever. */
export interface Draw {
	/** A whole number from `low` to `high`, both included. */
	int(low: number, high: number): number;
	/** True with probability `p`, to the millionth. */
	chance(p: number): boolean;
	/** One of a list, evenly. */
	pick<T>(list: readonly T[]): T;
	/** An index into `weights`, in proportion to them (whole numbers). */
	weighted(weights: readonly number[]): number;
	/** `count` different indices below `size`, in ascending order. */
	distinct(count: number, size: number): number[];
	/** A gap with the given mean: the mean of `shape` exponential draws (a higher shape is more regular). */
	gap(mean: number, shape: number): number;
}

/** Makes the draws of one seed. */
export function drawFrom(seed: number): Draw {
	const source = xoroshiro128plus(seed);
	const int = (low: number, high: number) => uniformInt(source, low, high);
	const draw: Draw = {
		int,
		chance: (p) => int(0, 999_999) < Math.round(p * 1_000_000),
		pick(list) {
			const item = list[int(0, list.length - 1)];
			if (item === undefined) throw new RangeError('nothing to pick from');
			return item;
		},
		weighted(weights) {
			let rest = int(
				1,
				weights.reduce((sum, weight) => sum + weight, 0)
			);
			const index = weights.findIndex((weight) => (rest -= weight) <= 0);
			return index;
		},
		distinct(count, size) {
			const chosen = new Set<number>();
			while (chosen.size < Math.min(count, size)) chosen.add(int(0, size - 1));
			return [...chosen].sort((a, b) => a - b);
		},
		gap(mean, shape) {
			let sum = 0;
			for (let i = 0; i < shape; i++) sum -= Math.log(int(1, 1_000_000) / 1_000_000);
			return (mean * sum) / shape;
		}
	};
	return draw;
}
