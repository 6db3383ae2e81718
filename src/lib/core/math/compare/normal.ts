import { chiSquareTail } from '../chi-square.ts';

/**
 * Chance that a standard normal value is at most z.
 *
 * @example
 * normalCdf(0) // => 0.5
 * Math.round(normalCdf(1.959963984540054) * 1e12) // => 975000000000
 */
export function normalCdf(z: number): number {
	const tail = chiSquareTail(z * z, 1) / 2;
	return z > 0 ? 1 - tail : tail;
}

/** Coefficients of Acklam's rational approximation: middle (numerator, denominator), then tails. */
const middle = [
	[
		-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
		2.506628277459239
	],
	[-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1]
] as const;
const tails = [
	[
		-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
		2.938163982698783
	],
	[0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]
] as const;
const tailFrom = 0.02425;

/**
 * The value below which a standard normal value lies with chance p: an approximation to nine digits, then one step of
 * Halley, which leaves it at the accuracy of `normalCdf`. −∞ at 0, ∞ at 1, NaN outside.
 * Source: P. J. Acklam, An algorithm for computing the inverse normal cumulative distribution function (2003).
 *
 * @example
 * normalQuantile(0.5) // => 0
 * Math.round(normalQuantile(0.975) * 1e12) // => 1959963984540
 * normalQuantile(0) // => -Infinity
 */
export function normalQuantile(p: number): number {
	if (!(p >= 0 && p <= 1)) return Number.NaN;
	if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	if (p > 0.5) return -normalQuantile(1 - p);
	const start = p < tailFrom ? tail(Math.sqrt(-2 * Math.log(p))) : centre(p - 0.5);
	const step = (normalCdf(start) - p) * Math.sqrt(2 * Math.PI) * Math.exp((start * start) / 2);
	return start - step / (1 + (start * step) / 2);
}

function centre(q: number): number {
	const r = q * q;
	return (q * polynomial(middle[0], r)) / polynomial(middle[1], r);
}

function tail(q: number): number {
	return polynomial(tails[0], q) / polynomial(tails[1], q);
}

function polynomial(coefficients: readonly number[], x: number): number {
	return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
