import { z95 } from './wilson.ts';

/**
 * Ranks, from 0, of the two ordered values between which the median of the population lies (95 %), whatever its distribution:
 * n ÷ 2 ∓ z √n ÷ 2 and one more, to the nearest rank. Null for so few values (under six) that even their ends are no such
 * interval.
 * Source: Campbell and Gardner (1988), British Medical Journal 296, 1454–1456.
 *
 * @example
 * medianRanks(100) // => { low: 39, high: 60 }
 * medianRanks(5) // => null
 */
export function medianRanks(n: number): { readonly low: number; readonly high: number } | null {
	const half = (z95 * Math.sqrt(n)) / 2;
	const low = Math.round(n / 2 - half);
	return low < 1 ? null : { low: low - 1, high: Math.round(1 + n / 2 + half) - 1 };
}
