const tiny = 1e-300;
const mostSteps = 200_000;

/**
 * eᶻ·E(s, z), the generalised exponential integral without its decay: ∫ e^(−z·v) (1 + v)^(−s) dv over v from 0 to
 * infinity, for any real s ≥ 0 and z > 0. It is the discounted time that a customer stays whose chance of still
 * being there falls like (1 + v)^(−s). By Lentz's continued fraction, which takes more steps the smaller z is:
 * about 90 ÷ √z, and then loses digits: 1e-10 at z = 0.001. NaN where it does not settle.
 * Source: Press et al. (2007), Numerical Recipes, 6.3; Abramowitz and Stegun (1964), 5.1.22.
 *
 * @example
 * scaledExponentialIntegral(0, 2) // => 0.5
 * Math.round(scaledExponentialIntegral(1, 1) * 1e12) // => 596347362323
 */
export function scaledExponentialIntegral(s: number, z: number): number {
	let b = z + s;
	let c = 1 / tiny;
	let d = 1 / b;
	let h = d;
	for (let i = 1; i <= mostSteps; i++) {
		const a = -i * (s - 1 + i);
		b += 2;
		d = 1 / (a * d + b);
		c = b + a / c;
		const change = c * d;
		h *= change;
		if (Math.abs(change - 1) <= 2 ** -52) return h;
	}
	return Number.NaN;
}
