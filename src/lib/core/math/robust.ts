import { median } from './quantile.ts';

/** Makes the median absolute deviation of normal values their standard deviation: 1 ÷ Φ⁻¹(3/4). */
const ofDeviation = 1.4826022185056018;
/** Makes the mean absolute deviation of normal values their standard deviation: √(π/2). */
const ofMeanDeviation = 1.2533141373155001;

/** Where the middle of some values lies, and how far from it they usually are. */
export interface Robust {
	readonly median: number;
	/** In units of a standard deviation; 0 when all values are equal. */
	readonly spread: number;
}

/**
 * Median and spread that a few outlying values do not move: 1.4826 × the median absolute deviation; where more than half
 * of the values are equal, 1.2533 × the mean absolute deviation instead. NaN without values. Does not change its input;
 * n log n.
 * Source: Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers, 3.3.
 *
 * @example
 * robust([1, 2, 3, 4, 100]) // => { median: 3, spread: 1.4826022185056018 }
 * robust([5, 5, 5]) // => { median: 5, spread: 0 }
 * robust([5, 5, 5, 9]).spread // => 1.2533141373155001
 */
export function robust(values: ArrayLike<number>): Robust {
	const middle = median(Float64Array.from(values).sort());
	const away = Float64Array.from(values, (value) => Math.abs(value - middle)).sort();
	const typical = median(away);
	if (typical > 0 || away.length === 0) return { median: middle, spread: ofDeviation * typical };
	return { median: middle, spread: (ofMeanDeviation * away.reduce((sum, d) => sum + d, 0)) / away.length };
}
