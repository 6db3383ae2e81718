import { digamma, lnGamma } from '../../../math/gamma.ts';
import { fitByLikelihood, type Fit } from '../../fit-by-likelihood.ts';

/** Repeat spending, one entry per customer with a repeat order day of some value. */
export interface SpendRecords {
	/** Repeat order days, at least 1. */
	readonly x: Uint32Array;
	/** Mean value of a repeat order day, above 0, in any money unit. */
	readonly mean: Float64Array;
}

type Three = [number, number, number];

/**
 * Log-likelihood of the Gamma–Gamma model of spending: the value of a purchase is Gamma(p, ν) about the customer's
 * own mean, with ν ~ Gamma(q, v). Slopes in p, q and v go to `slopes`. Gamma functions are worked out once per
 * distinct purchase count; one logarithm per customer.
 * Source: Fader and Hardie (2013), The Gamma–Gamma model of monetary value.
 *
 * @param logMeans ln(mean) per customer
 */
function logLikelihood(
	{ x, mean }: SpendRecords,
	logMeans: Float64Array,
	params: Float64Array,
	slopes: Float64Array
): number {
	const [p, q, v] = params as unknown as Three;
	const tables = new Map<number, readonly [number, number, number]>();
	const logV = Math.log(v);
	const lnQ = lnGamma(q);
	const psiQ = digamma(q);
	let sum = 0;
	let inP = 0;
	let inQ = 0;
	let inV = 0;
	for (let i = 0; i < x.length; i++) {
		const n = x[i] as number;
		let own = tables.get(n);
		if (own === undefined) {
			const psi = digamma(p * n + q);
			own = [
				lnGamma(p * n + q) - lnGamma(p * n) - lnQ + q * logV + p * n * Math.log(n),
				n * (psi - digamma(p * n) + Math.log(n)),
				psi - psiQ + logV
			];
			tables.set(n, own);
		}
		const m = mean[i] as number;
		const logM = logMeans[i] as number;
		const logSum = Math.log(v + m * n);
		sum += own[0] + (p * n - 1) * logM - (p * n + q) * logSum;
		inP += own[1] + n * (logM - logSum);
		inQ += own[2] - logSum;
		inV += q / v - (p * n + q) / (v + m * n);
	}
	slopes[0] = inP;
	slopes[1] = inQ;
	slopes[2] = inV;
	return sum;
}

/**
 * Fits p, q and v by maximum likelihood. The search works on means divided by their average, so that the unit of
 * money does not matter; v and the log-likelihood given back are in the unit of the input.
 *
 * @returns null when there is nobody, or when no search converges
 * @example
 * const x = Uint32Array.of(1, 2, 1, 4, 3, 2);
 * const fit = fitGammaGamma({ x, mean: Float64Array.of(10, 22, 15, 31, 12, 18) });
 * const inCents = fitGammaGamma({ x, mean: Float64Array.of(1000, 2200, 1500, 3100, 1200, 1800) });
 * Math.round(inCents.params[2] / fit.params[2]) // => 100
 */
export function fitGammaGamma({ x, mean }: SpendRecords): Fit | null {
	const customers = x.length;
	let total = 0;
	for (const own of mean) total += own;
	if (customers === 0 || total <= 0) return null;
	const average = total / customers;
	const scaled = { x, mean: mean.map((own) => own / average) };
	const logMeans = scaled.mean.map(Math.log);
	const fit = fitByLikelihood({
		customers,
		at: (params, slopes) => logLikelihood(scaled, logMeans, params, slopes),
		start: [2, 3, 1],
		scale: [1, 2, 1]
	});
	if (fit === null) return null;
	const [p, q, v] = fit.params as unknown as Three;
	return {
		...fit,
		params: Float64Array.of(p, q, v * average),
		logLikelihood: fit.logLikelihood - customers * Math.log(average)
	};
}

/**
 * Expected mean value of a purchase of a customer with x repeats of mean value `mean`: between their own mean and
 * that of all customers, p·v ÷ (q − 1), and nearer to their own the more they have bought. For x = 0 it is that of
 * all, which is NaN when q ≤ 1: then there is no such mean.
 *
 * @example
 * const params = Float64Array.of(6.25, 3.74, 15.44);
 * Math.round(expectedSpend(params, 2, 22.345) * 100) // => 2466
 * Math.round(expectedSpend(params, 0, 0) * 100) // => 3522
 * expectedSpend(Float64Array.of(6.25, 0.9, 15), 0, 0) // => NaN
 */
export function expectedSpend(params: Float64Array, x: number, mean: number): number {
	const [p, q, v] = params as unknown as Three;
	const shape = p * x + q - 1;
	return shape > 0 ? (p * (v + x * mean)) / shape : Number.NaN;
}
