/** Steps after which a sum or fraction that has not settled is taken as it is; both settle far sooner. */
const mostSteps = 10_000;
const settled = 1e-16;

/**
 * Chance that a chi-square value with so many degrees of freedom is at least x: Q(df/2, x/2), the upper incomplete gamma
 * function. Below df + 2 by its series, above by its continued fraction (Lentz), so that small chances keep their digits.
 * NaN when x is NaN or there is no degree of freedom; 1 for x ≤ 0.
 * Source: Abramowitz and Stegun (1964), 6.5.29, 6.5.31 and 26.4.19.
 *
 * @example
 * chiSquareTail(0, 3) // => 1
 * Math.round(chiSquareTail(3.841458820694124, 1) * 1e12) // => 50000000000
 * Math.round(chiSquareTail(2, 2) * 1e12) // => 367879441171
 */
export function chiSquareTail(x: number, degrees: number): number {
	if (Number.isNaN(x) || degrees < 1) return Number.NaN;
	if (x <= 0) return 1;
	const a = degrees / 2;
	const half = x / 2;
	const scale = Math.exp(a * Math.log(half) - half - logGammaOfHalves(degrees));
	return half < a + 1 ? 1 - scale * lowerSeries(a, half) : scale * upperFraction(a, half);
}

function lowerSeries(a: number, x: number): number {
	let term = 1 / a;
	let sum = term;
	for (let n = 1; n < mostSteps && term > sum * settled; n++) {
		term *= x / (a + n);
		sum += term;
	}
	return sum;
}

function upperFraction(a: number, x: number): number {
	let b = x + 1 - a;
	let c = Number.POSITIVE_INFINITY;
	let d = 1 / b;
	let value = d;
	for (let i = 1; i < mostSteps; i++) {
		const numerator = -i * (i - a);
		b += 2;
		d = 1 / (numerator * d + b);
		c = b + numerator / c;
		const factor = c * d;
		value *= factor;
		if (Math.abs(factor - 1) < settled) break;
	}
	return value;
}

/** log Γ(n/2), from Γ(1/2) = √π and Γ(1) = 1 upwards. */
function logGammaOfHalves(n: number): number {
	let sum = n % 2 === 1 ? Math.log(Math.PI) / 2 : 0;
	for (let a = n % 2 === 1 ? 0.5 : 1; a < n / 2; a++) sum += Math.log(a);
	return sum;
}
