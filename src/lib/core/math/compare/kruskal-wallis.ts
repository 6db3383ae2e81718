import { chiSquareTail } from '../chi-square.ts';

/** A test of several groups at once: approximately χ² when there is no difference. */
export interface GroupsTest {
	readonly chiSquare: number;
	readonly degrees: number;
	readonly p: number;
}

/**
 * Kruskal–Wallis test of whether independent groups of values lie at the same height: the spread of the groups' mean
 * mid-ranks against that of all ranks, corrected for ties. It asks about order alone, so that a few huge values do not
 * decide it. Takes ascending values without NaN; empty groups are passed over. NaN for fewer than two groups; χ² 0 and
 * p 1 when all values are equal. One sort of all values.
 * Source: Kruskal and Wallis (1952), Journal of the American Statistical Association 47, 583–621.
 *
 * @example
 * kruskalWallis([[7, 7], [7]]) // => { chiSquare: 0, degrees: 1, p: 1 }
 * kruskalWallis([[1, 2, 3]]) // => { chiSquare: NaN, degrees: 0, p: NaN }
 * Math.round(kruskalWallis([[1, 2, 3], [2, 4, 4, 5], [1, 9, 9]]).chiSquare * 1e9) // => 2345496894
 */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): GroupsTest {
	const filled = groups.filter(({ length }) => length > 0);
	const degrees = Math.max(0, filled.length - 1);
	if (degrees === 0) return { chiSquare: Number.NaN, degrees, p: Number.NaN };
	const all = Float64Array.from(filled.flatMap((values) => Array.from(values))).sort();
	const n = all.length;
	// Twice the distance of each value's mid-rank from the mean rank: whole numbers.
	const distance = new Map<number, number>();
	let ties = 0;
	for (let from = 0; from < n;) {
		const value = all[from] as number;
		let to = from + 1;
		while (to < n && all[to] === value) to++;
		const equal = to - from;
		ties += equal * (equal * equal - 1);
		distance.set(value, from + to - n);
		from = to;
	}
	const spread = (n * (n * n - 1) - ties) / 12;
	let between = 0;
	for (const values of filled) {
		let sum = 0;
		for (let i = 0; i < values.length; i++) sum += distance.get(values[i] as number) as number;
		between += (sum * sum) / (4 * values.length);
	}
	const chiSquare = spread === 0 ? 0 : ((n - 1) * between) / spread;
	return { chiSquare, degrees, p: chiSquareTail(chiSquare, degrees) };
}
