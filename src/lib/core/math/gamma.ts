/** From here on the asymptotic series below are exact to the last digit. */
const large = 12;
const halfLog2Pi = 0.9189385332046728;

/**
 * What Stirling's formula leaves over: ln Γ(x) − (x − ½) ln x + x − ½ ln 2π, for x ≥ 12.
 * Source: Abramowitz and Stegun (1964), 6.1.41.
 */
function stirlingRest(x: number): number {
	const y = 1 / (x * x);
	return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))) / x;
}

/**
 * ln Γ(x) for x > 0: Stirling's series from 12 on, below that carried down by Γ(x + 1) = x Γ(x). Off by no more
 * than a few units of the last digit of the larger of the result and 10. NaN for x ≤ 0.
 *
 * @example
 * lnGamma(1) // => 0
 * Math.round(Math.exp(lnGamma(6))) // => 120
 * Math.round(lnGamma(0.5) * 1e12) // => 572364942925
 */
export function lnGamma(x: number): number {
	if (!(x > 0)) return Number.NaN;
	if (x === 1 || x === 2) return 0;
	let product = 1;
	let at = x;
	for (; at < large; at++) product *= at;
	return (at - 0.5) * Math.log(at) - at + halfLog2Pi + stirlingRest(at) - Math.log(product);
}

/**
 * ψ(x), the slope of ln Γ(x), for x > 0: the asymptotic series from 12 on, carried down by ψ(x + 1) = ψ(x) + 1 ÷ x.
 * NaN for x ≤ 0. Source: Abramowitz and Stegun (1964), 6.3.18.
 *
 * @example
 * Math.round(digamma(1) * 1e12) // => -577215664902
 */
export function digamma(x: number): number {
	if (!(x > 0)) return Number.NaN;
	let sum = 0;
	let at = x;
	for (; at < large; at++) sum += 1 / at;
	const y = 1 / (at * at);
	const series =
		y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32760 - y / 12))))));
	return Math.log(at) - 0.5 / at - series - sum;
}

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0. Where the larger of the two is large the difference is
 * taken inside Stirling's formula, so that no digits are lost between two large logarithms.
 *
 * @example
 * Math.round(1 / Math.exp(lnBeta(3, 4))) // => 60
 */
export function lnBeta(a: number, b: number): number {
	const small = Math.min(a, b);
	const big = Math.max(a, b);
	if (!(big >= large)) return lnGamma(small) + lnGamma(big) - lnGamma(a + b);
	const sum = small + big;
	const fall = (big - 0.5) * Math.log1p(-small / sum) - small * Math.log(sum) + small;
	return lnGamma(small) + fall + stirlingRest(big) - stirlingRest(sum);
}
