import { wilson, z95, type Interval } from '../../math/wilson.ts';

/** Sums over the customers of a period before: what they spent then (s), by how much that changed (d) and shrank (l ≥ 0). */
export interface KeptSquares {
	readonly ss: Float64Array;
	readonly ds: Float64Array;
	readonly dd: Float64Array;
	readonly ls: Float64Array;
	readonly ll: Float64Array;
}

/** What the intervals of one period rest on. */
export interface Kept {
	readonly customers: number;
	/** Money of the period before. */
	readonly start: number;
	readonly nrr: number;
	readonly grr: number;
}

/** Below these there is no interval: too few hold the truth (ADR 102). */
const fewest = { grr: 30, nrr: 100 };
const none: Interval = { low: Number.NaN, high: Number.NaN };

/**
 * The 95 % interval of GRR, of Σ min(now, before): Wilson's, as of a share of so many equal customers as weigh what these do, start² ÷
 * Σ before² (Kish), or of fewer, GRR · (1 − GRR) ÷ variance, where their spread says so (linearised ratio). Where nobody was lost, high
 * is 1 and low below it: the spread of those who stayed says nothing of those who may leave. NaN for fewer than 30 customers, without a
 * start, and for a GRR outside 0..1. Constant time.
 * Source: Kish (1965), Survey Sampling, 11.7; Wilson (1927); Cochran (1977), Sampling Techniques, 2.11 and 6.4.
 *
 * @example
 * const squares = { ss: [40], ds: [0], dd: [0], ls: [0], ll: [0] }; // 40 who spent 1, then 1
 * grrInterval(squares, 0, { customers: 40, start: 40, nrr: 1, grr: 1 }).high // => 1
 * Math.round(grrInterval(squares, 0, { customers: 40, start: 40, nrr: 1, grr: 1 }).low * 1000) // => 912
 */
export function grrInterval({ ss, ls, ll }: KeptSquares, at: number, kept: Kept): Interval {
	const { customers, start, grr } = kept;
	if (customers < fewest.grr || start <= 0 || !(grr >= 0 && grr <= 1)) return none;
	const alike = (start * start) / (ss[at] as number);
	const variance = varianceOf(kept, 1 - grr, ss[at] as number, -(ls[at] as number), ll[at] as number);
	const spread = grr * (1 - grr);
	const counted = variance * alike > spread ? spread / variance : alike;
	return wilson(grr * counted, counted);
}

/**
 * The 95 % interval of NRR: a ratio of two sums over the same customers, by its linear part, Σ (now − NRR · before)² ×
 * n ÷ (n − 1) ÷ start², and at least as wide to either side as that of GRR, as what may be lost is part of it. No lower than 0 where
 * NRR is not. NaN where GRR has none, and for fewer than 100 customers. Constant time.
 * Source: Cochran (1977), Sampling Techniques, 2.11 and 6.4.
 *
 * @example
 * const squares = { ss: [200], ds: [200], dd: [200], ls: [0], ll: [0] }; // 200 who spent 1, then 2
 * nrrInterval(squares, 0, { customers: 200, start: 200, nrr: 2, grr: 1 }).high // => 2
 * nrrInterval(squares, 0, { customers: 99, start: 99, nrr: 2, grr: 1 }).high // => NaN
 */
export function nrrInterval(squares: KeptSquares, at: number, kept: Kept): Interval {
	const lost = grrInterval(squares, at, kept);
	if (kept.customers < fewest.nrr || Number.isNaN(lost.low)) return none;
	const { ss, ds, dd } = squares;
	const { nrr, grr } = kept;
	const variance = varianceOf(kept, 1 - nrr, ss[at] as number, ds[at] as number, dd[at] as number);
	const half = z95 * Math.sqrt(variance);
	return {
		low: Math.max(nrr - Math.max(half, grr - lost.low), Math.min(0, nrr)),
		high: nrr + Math.max(half, lost.high - grr)
	};
}

/** Of a ratio whose customers' changes have these sums: Σ (change + part · before)², per start². */
function varianceOf({ customers: n, start }: Kept, part: number, ss: number, ds: number, dd: number): number {
	// Sums of squares that ought to be equal may differ by a rounding.
	return (Math.max(0, dd + 2 * part * ds + part * part * ss) * n) / (n - 1) / (start * start);
}
