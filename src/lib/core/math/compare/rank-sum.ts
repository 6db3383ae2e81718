import { chiSquareTail } from '../chi-square.ts';
import type { ZTest } from './two-proportions.ts';

/** A rank test, with the chance that a value of the first group is above one of the second (ties count half). */
export interface RankSum extends ZTest {
	/** Pairs in which the first is above, ties by half. */
	readonly u: number;
	readonly above: number;
}

/**
 * Mann–Whitney (Wilcoxon rank-sum) test of whether two independent groups of values lie at the same height: normal
 * approximation with mid-ranks, the variance corrected for ties and the distance for continuity, two-sided. It asks
 * about order alone, so that a few huge values do not decide it. Takes ascending values without NaN; NaN when a group is
 * empty; z 0 and p 1 when all values are equal. One pass over both.
 * Source: Mann and Whitney (1947), Annals of Mathematical Statistics 18, 50–60; Lehmann (1975), Nonparametrics, 1.4.
 *
 * @example
 * rankSum([1, 2, 3], [4, 5, 6]).u // => 0
 * rankSum([1, 2, 2], [2, 3]).u // => 1
 * rankSum([7, 7], [7]) // => { u: 1, above: 0.5, z: 0, p: 1 }
 */
export function rankSum(first: ArrayLike<number>, second: ArrayLike<number>): RankSum {
	const [n1, n2] = [first.length, second.length];
	if (n1 === 0 || n2 === 0) {
		return { u: Number.NaN, above: Number.NaN, z: Number.NaN, p: Number.NaN };
	}
	let i = 0;
	let j = 0;
	let u = 0;
	let ties = 0;
	while (i < n1 || j < n2) {
		const value = Math.min(first[i] ?? Number.POSITIVE_INFINITY, second[j] ?? Number.POSITIVE_INFINITY);
		const below = j;
		const [fromI, fromJ] = [i, j];
		while (i < n1 && first[i] === value) i++;
		while (j < n2 && second[j] === value) j++;
		u += (i - fromI) * (below + (j - fromJ) / 2);
		const equal = i - fromI + (j - fromJ);
		ties += equal * (equal * equal - 1);
	}
	const n = n1 + n2;
	const mean = (n1 * n2) / 2;
	const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
	const distance = Math.max(0, Math.abs(u - mean) - 0.5);
	const z = variance <= 0 ? 0 : (Math.sign(u - mean) * distance) / Math.sqrt(variance);
	return { u, above: u / (n1 * n2), z, p: chiSquareTail(z * z, 1) };
}
