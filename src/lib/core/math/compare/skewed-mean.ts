import { z95, type Interval } from '../wilson.ts';

/** Fewer values than these say too little of how skewed they are. */
const fewest = 30;
/** A spread below this part of the mean is the rounding of equal values. */
const equal = 1e-7;
/** Beside a mean so much larger, sums of cubes say nothing of a skewness, which then changes nothing either. */
const narrow = 1e-4;
/** A skewness so small that it changes nothing. */
const straight = 1e-6;

/** How many values there are, and the sums of them, of their squares and of their cubes. */
export interface PowerSums {
	readonly n: number;
	readonly sum: number;
	readonly squares: number;
	readonly cubes: number;
}

/**
 * The 95 % interval of a mean of skewed values, by Hall's transformation, which takes the skewness out of the studentised mean: with
 * T = (mean − μ) ÷ s and γ the skewness, g(T) = T + γT² ÷ 3 + γ²T³ ÷ 27 + γ ÷ 6n is normal, and g is turned round. The textbook interval
 * misses means of what customers spend on the high side. NaN for fewer than 30 values. Constant time.
 * Source: Hall (1992), Journal of the Royal Statistical Society B 54, 221–228.
 *
 * @example
 * skewedMean({ n: 40, sum: 80, squares: 160, cubes: 320 }) // => { low: 2, high: 2 }
 * skewedMean({ n: 29, sum: 29, squares: 58, cubes: 116 }).low // => NaN
 */
export function skewedMean({ n, sum, squares, cubes }: PowerSums): Interval {
	if (n < fewest) return { low: Number.NaN, high: Number.NaN };
	const mean = sum / n;
	const variance = squares / n - mean * mean;
	const spread = Math.sqrt(Math.max(0, variance));
	if (spread <= equal * Math.abs(mean)) return { low: mean, high: mean };
	const skewness =
		spread <= narrow * Math.abs(mean)
			? 0
			: (cubes / n - (3 * mean * squares) / n + 2 * mean ** 3) / spread ** 3;
	const inverse = (at: number): number =>
		Math.abs(skewness) < straight
			? at
			: (3 / skewness) * (Math.cbrt(1 + skewness * (at - skewness / (6 * n))) - 1);
	const part = z95 / Math.sqrt(n);
	return { low: mean - spread * inverse(part), high: mean - spread * inverse(-part) };
}
