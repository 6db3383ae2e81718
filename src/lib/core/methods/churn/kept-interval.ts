import { z95, type Interval } from '../../math/wilson.ts';

/** Sums over the customers of a period before: what they spent then (s), by how much that changed (d) and shrank (l ≥ 0). */
export interface KeptSquares {
	readonly ss: Float64Array;
	readonly ds: Float64Array;
	readonly dd: Float64Array;
	readonly ls: Float64Array;
	readonly ll: Float64Array;
}

/** What the interval of one period rests on. */
export interface Kept {
	readonly customers: number;
	/** Money of the period before. */
	readonly start: number;
	readonly rate: number;
}

/**
 * The 95 % interval of NRR: a ratio of two sums over the same customers, by its linear part, Σ (now − NRR · before)² ×
 * n ÷ (n − 1) ÷ start². No lower than 0 where NRR is not. NaN for fewer than two customers or without a start. Constant
 * time.
 * Source: Cochran (1977), Sampling Techniques, 2.11 and 6.4.
 *
 * @example
 * const squares = { ss: [200], ds: [200], dd: [200], ls: [0], ll: [0] }; // two who spent 10, then 20
 * nrrInterval(squares, 0, { customers: 2, start: 20, rate: 2 }) // => { low: 2, high: 2 }
 */
export function nrrInterval({ ss, ds, dd }: KeptSquares, at: number, kept: Kept): Interval {
	const part = 1 - kept.rate;
	return around(kept, (dd[at] as number) + 2 * part * (ds[at] as number) + part * part * (ss[at] as number));
}

/**
 * The same for GRR, of Σ min(now, before): never above 1.
 *
 * @example
 * const squares = { ss: [200], ds: [100], dd: [100], ls: [0], ll: [0] }; // one who spent 10, then 20, one 10 twice
 * grrInterval(squares, 0, { customers: 2, start: 20, rate: 1 }) // => { low: 1, high: 1 }
 */
export function grrInterval({ ss, ls, ll }: KeptSquares, at: number, kept: Kept): Interval {
	const part = 1 - kept.rate;
	const { low, high } = around(
		kept,
		(ll[at] as number) - 2 * part * (ls[at] as number) + part * part * (ss[at] as number)
	);
	return { low, high: Math.min(1, high) };
}

function around({ customers: n, start, rate }: Kept, squares: number): Interval {
	if (n < 2 || start === 0) return { low: Number.NaN, high: Number.NaN };
	// Sums of squares that ought to be equal may differ by a rounding.
	const half = (z95 * Math.sqrt((Math.max(0, squares) * n) / (n - 1))) / Math.abs(start);
	return { low: Math.max(rate - half, Math.min(0, rate)), high: rate + half };
}
