import { quantile7 } from '../quantile.ts';
import { z95, type Interval } from '../wilson.ts';
import { normalCdf, normalQuantile } from './normal.ts';

/** Resamples that an interval rests on unless said otherwise. */
export const resamples = 999;

/** An interval from resamples: bca where it can be told, else percentile (all resamples on one side, or no spread). */
export interface ResampledInterval extends Interval {
	readonly kind: 'bca' | 'percentile';
}

/**
 * Bias-corrected and accelerated (BCa) interval of an estimate from its values in resamples, 95 % unless another z is given.
 * A resample without a value (NaN) says nothing. Linear in resamples (which are sorted) and influences.
 * Source: Efron (1987), JASA 82, 171–185; several samples as in Efron and Tibshirani (1993), 14.3 and 15.2.
 *
 * @param influences of every unit on the estimate, sample by sample, in any unit of measure: by leaving it out, or by the
 *   empirical influence function
 * @example
 * bcaInterval(2, Float64Array.of(1, 3, 2), [[-1, 0, 1]]).kind // => 'bca'
 * bcaInterval(2, Float64Array.of(2, 2, 2), [[0, 0, 0]]) // => { low: 2, high: 2, kind: 'percentile' }
 */
export function bcaInterval(
	estimate: number,
	drawn: Float64Array,
	influences: readonly ArrayLike<number>[],
	z = z95
): ResampledInterval {
	const sorted = drawn.filter((value) => !Number.isNaN(value)).sort();
	let below = 0;
	// Ties count half, as a resample equal to the sample is on neither side.
	for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
	const bias = normalQuantile(below / sorted.length);
	const acceleration = accelerationOf(influences);
	if (!Number.isFinite(bias) || Number.isNaN(acceleration)) {
		const alpha = normalCdf(-z);
		return { low: quantile7(sorted, alpha), high: quantile7(sorted, 1 - alpha), kind: 'percentile' };
	}
	const corrected = (at: number): number => {
		const shifted = bias + at;
		return quantile7(sorted, normalCdf(bias + shifted / (1 - acceleration * shifted)));
	};
	return { low: corrected(-z), high: corrected(z), kind: 'bca' };
}

/** Σ (influence³ ÷ n³) ÷ 6 (Σ influence² ÷ n²)^1.5, over all samples; NaN without spread. */
function accelerationOf(influences: readonly ArrayLike<number>[]): number {
	let [cubes, squares] = [0, 0];
	for (const own of influences) {
		const n = own.length;
		for (let i = 0; i < n; i++) {
			const value = own[i] as number;
			cubes += value ** 3 / n ** 3;
			squares += value ** 2 / n ** 2;
		}
	}
	return squares === 0 ? Number.NaN : cubes / (6 * squares ** 1.5);
}
