/** Two-sided 95 % point of the normal distribution. */
export const z95 = 1.959963984540054;

/** Lower and upper end of an interval. */
export interface Interval {
	readonly low: number;
	readonly high: number;
}

/**
 * Wilson's score interval for a rate: `active` of `base`, 95 % unless another z is given. It stays within
 * 0..1 and is honest for small bases and for rates of 0 and 1, where the textbook interval has no width.
 * Both ends NaN when the base is empty.
 * Source: Wilson (1927), Journal of the American Statistical Association 22, 209–212.
 *
 * @example
 * wilson(0, 0) // => { low: NaN, high: NaN }
 * wilson(0, 10).low // => 0
 * Math.round(wilson(5, 10).low * 10000) // => 2366
 */
export function wilson(active: number, base: number, z = z95): Interval {
	if (base === 0) return { low: Number.NaN, high: Number.NaN };
	const rate = active / base;
	const z2 = z * z;
	const middle = (rate + z2 / (2 * base)) / (1 + z2 / base);
	const half = (z / (1 + z2 / base)) * Math.sqrt((rate * (1 - rate)) / base + z2 / (4 * base * base));
	// The two ends are exactly 0 and 1 there; rounding would leave a tiny rest beyond them.
	return {
		low: active === 0 ? 0 : Math.max(0, middle - half),
		high: active === base ? 1 : Math.min(1, middle + half)
	};
}
