import { z95, type Interval } from '../../math/wilson.ts';

/** Sums over the customers of a period before: what they spent then (s), by how much that changed (d) and shrank (l ≥ 0). */
export interface KeptSquares {
	readonly ss: Float64Array;
	readonly ds: Float64Array;
	readonly dd: Float64Array;
	readonly ls: Float64Array;
	readonly ll: Float64Array;
}

/**
 * Sums of nobody, one of each per period.
 *
 * @example
 * noSquares(2).ss // => [0, 0]
 */
export function noSquares(periods: number): KeptSquares {
	const sums = (): Float64Array => new Float64Array(periods);
	return { ss: sums(), ds: sums(), dd: sums(), ls: sums(), ll: sums() };
}

/**
 * Adds a customer who spent `before` in the period before and `now` in this one.
 *
 * @example
 * const squares = noSquares(1);
 * addSquares(squares, 0, 10, 7);
 * [squares.ss[0], squares.ds[0], squares.ll[0]] // => [100, -30, 9]
 */
export function addSquares(
	{ ss, ds, dd, ls, ll }: KeptSquares,
	at: number,
	before: number,
	now: number
): void {
	const change = now - before;
	const loss = change < 0 ? -change : 0;
	ss[at] = (ss[at] as number) + before * before;
	ds[at] = (ds[at] as number) + change * before;
	dd[at] = (dd[at] as number) + change * change;
	ls[at] = (ls[at] as number) + loss * before;
	ll[at] = (ll[at] as number) + loss * loss;
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
 * const squares = noSquares(1);
 * addSquares(squares, 0, 10, 20);
 * addSquares(squares, 0, 10, 20);
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
 * const squares = noSquares(1);
 * addSquares(squares, 0, 10, 20);
 * addSquares(squares, 0, 10, 10);
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
