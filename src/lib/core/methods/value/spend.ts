import { expectedSpend, fitGammaGamma } from './models/gamma-gamma.ts';
import type { RepeatSummary } from './repeat-summary.ts';
import type { SpendId } from './types.ts';

/** What a purchase of each customer is expected to be worth, and how that was found. */
export interface SpendForecast {
	readonly id: SpendId;
	/** p, q, v of Gamma–Gamma, v in smallest units; null for means. */
	readonly params: Float64Array | null;
	/** Per customer, in smallest units. */
	readonly spend: Float64Array;
	/** Correlation of the number of repeats with their mean value; NaN where there is none. */
	readonly correlation: number;
	/** Customers whose repeat days brought a loss: then there is no Gamma–Gamma, which is of positive values. */
	readonly losing: number;
}

/**
 * Fits Gamma–Gamma to the customers whose repeat days brought something. Where some brought a loss, it does not converge, or it has no mean
 * for customers without repeats (q ≤ 1), each customer's own mean is taken, and for the others the mean of those.
 */
export function forecastSpend({ x, repeatValue, customer }: RepeatSummary): SpendForecast {
	const n = customer.length;
	const repeats = new Uint32Array(n);
	const means = new Float64Array(n);
	let found = 0;
	let losing = 0;
	for (let i = 0; i < n; i++) {
		if ((x[i] as number) === 0 || (repeatValue[i] as number) === 0) continue;
		if ((repeatValue[i] as number) < 0) losing++;
		repeats[found] = x[i] as number;
		means[found++] = (repeatValue[i] as number) / (x[i] as number);
	}
	const records = { x: repeats.slice(0, found), mean: means.slice(0, found) };
	const correlation = correlate(records.x, records.mean);
	const fit = losing > 0 ? null : fitGammaGamma(records);
	const ownMean = (i: number): number => (repeatValue[i] as number) / (x[i] as number);
	const each = (value: (i: number) => number): Float64Array =>
		Float64Array.from({ length: n }, (_, i) => value(i));
	if (fit !== null && (fit.params[1] as number) > 1) {
		const { params, way } = fit;
		const spend = each((i) => expectedSpend(params, x[i] as number, x[i] === 0 ? 0 : ownMean(i)));
		return { id: way, params, spend, correlation, losing };
	}
	let sum = 0;
	for (const own of records.mean) sum += own;
	const mean = found === 0 ? 0 : sum / found;
	return {
		id: 'mean',
		params: null,
		spend: each((i) => (x[i] === 0 ? mean : ownMean(i))),
		correlation,
		losing
	};
}

/**
 * Pearson's correlation; NaN for fewer than two entries, or when one side is constant.
 *
 * @example
 * correlate([1, 2, 3], [2, 4, 6]) // => 1
 * correlate([1, 1], [2, 4]) // => NaN
 */
export function correlate(a: ArrayLike<number>, b: ArrayLike<number>): number {
	const n = a.length;
	let meanA = 0;
	let meanB = 0;
	let squareA = 0;
	let squareB = 0;
	let product = 0;
	for (let i = 0; i < n; i++) {
		const offA = (a[i] as number) - meanA;
		const offB = (b[i] as number) - meanB;
		meanA += offA / (i + 1);
		meanB += offB / (i + 1);
		squareA += offA * ((a[i] as number) - meanA);
		squareB += offB * ((b[i] as number) - meanB);
		product += offA * ((b[i] as number) - meanB);
	}
	return squareA > 0 && squareB > 0 ? product / Math.sqrt(squareA * squareB) : Number.NaN;
}
