import { z95, type Interval } from '../wilson.ts';

/** Fewer values than these say too little of how skewed they are. */
const fewest = 30;
/** A spread below this part of the mean is the rounding of equal values. */
const equal = 1e-6;
/** Beside a mean so much larger, sums of cubes say nothing of a skewness, which then changes nothing either. */
const narrow = 1e-4;
/** A skewness so small that it changes nothing. */
const straight = 1e-6;

const none: Interval = { low: Number.NaN, high: Number.NaN };

/** How many values there are, and the sums of them, of their squares and of their cubes. */
export interface PowerSums {
	readonly n: number;
	readonly sum: number;
	readonly squares: number;
	readonly cubes: number;
	/** Whether no value can be below zero: then no mean can, and neither does the interval go there. */
	readonly positive?: boolean;
}

/**
 * The 95 % interval of a mean of skewed values, by Hall's transformation, which takes the skewness out of the studentised mean: with
 * T = (mean − μ) ÷ s and γ the skewness, g(T) = T + γT² ÷ 3 + γ²T³ ÷ 27 + γ ÷ 6n is normal, and g is turned round. The textbook interval
 * misses means of what customers spend on the high side. NaN for fewer than 30 values, and for values that are all equal: nothing is known
 * of how others may differ. A rare large value that is not among them is not covered. Constant time.
 * Source: Hall (1992), Journal of the Royal Statistical Society B 54, 221–228.
 *
 * @example
 * skewedMean({ n: 40, sum: 80, squares: 160, cubes: 320 }).low // => NaN
 * Math.round(skewedMean({ n: 40, sum: 60, squares: 100, cubes: 180 }).low * 100) // => 135
 * skewedMean({ n: 29, sum: 29, squares: 58, cubes: 116 }).low // => NaN
 */
export function skewedMean({ n, sum, squares, cubes, positive = false }: PowerSums): Interval {
	if (n < fewest) return none;
	const mean = sum / n;
	const variance = squares / n - mean * mean;
	const spread = Math.sqrt(Math.max(0, variance));
	if (spread <= equal * Math.abs(mean)) return none;
	const skewness =
		spread <= narrow * Math.abs(mean)
			? 0
			: (cubes / n - (3 * mean * squares) / n + 2 * mean ** 3) / spread ** 3;
	const inverse = (at: number): number =>
		Math.abs(skewness) < straight
			? at
			: (3 / skewness) * (Math.cbrt(1 + skewness * (at - skewness / (6 * n))) - 1);
	const part = z95 / Math.sqrt(n);
	const low = mean - spread * inverse(part);
	return { low: positive ? Math.max(0, low) : low, high: mean - spread * inverse(-part) };
}
