import { chiSquareTail } from '../chi-square.ts';
import type { Counted } from './newcombe.ts';

/** A statistic that is standard normal when there is no difference, and its two-sided chance. */
export interface ZTest {
	readonly z: number;
	readonly p: number;
}

/**
 * Test of whether two independent rates are one: z = (p₁ − p₂) ÷ √(p(1 − p)(1/n₁ + 1/n₂)) with the pooled rate p,
 * two-sided, without a correction for continuity. NaN when a base is empty; z 0 and p 1 when both rates are 0 or both 1,
 * where the data cannot tell. Constant time.
 * Source: Pearson (1900), as in Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3.2.
 *
 * @example
 * twoProportions({ count: 5, of: 10 }, { count: 5, of: 10 }) // => { z: 0, p: 1 }
 * Math.round(twoProportions({ count: 56, of: 70 }, { count: 48, of: 80 }).z * 1e4) // => 26502
 */
export function twoProportions(first: Counted, second: Counted): ZTest {
	if (first.of === 0 || second.of === 0) return { z: Number.NaN, p: Number.NaN };
	const pooled = (first.count + second.count) / (first.of + second.of);
	const difference = first.count / first.of - second.count / second.of;
	const spread = Math.sqrt(pooled * (1 - pooled) * (1 / first.of + 1 / second.of));
	const z = spread === 0 ? 0 : difference / spread;
	return { z, p: chiSquareTail(z * z, 1) };
}
