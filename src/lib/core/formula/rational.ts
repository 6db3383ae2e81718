/**
 * A number as a fraction of whole numbers, `d` above 0, not necessarily in lowest terms: sums, products and quotients are
 * exact. A formula has few operations, so the parts stay small.
 */
export interface Rational {
	readonly n: bigint;
	readonly d: bigint;
}

/** Decimals to which a number without an end is written. */
export const WRITTEN_DECIMALS = 12;

/**
 * A decimal number in plain digits; null when the text is anything else.
 *
 * @example
 * rationalOf('-1.25') // => { n: -125n, d: 100n }
 * rationalOf('1e3') // => null
 */
export function rationalOf(text: string): Rational | null {
	const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
	if (match === null) return null;
	const fraction = match[3] ?? '';
	const n = BigInt((match[2] as string) + fraction);
	return { n: match[1] === '-' ? -n : n, d: 10n ** BigInt(fraction.length) };
}

/** @example whole(3) // => { n: 3n, d: 1n } */
export const whole = (value: number): Rational => ({ n: BigInt(value), d: 1n });

/** @example add(whole(1), { n: 1n, d: 2n }) // => { n: 3n, d: 2n } */
export const add = (a: Rational, b: Rational): Rational =>
	a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };

/** @example negated(whole(1)) // => { n: -1n, d: 1n } */
export const negated = (a: Rational): Rational => ({ n: -a.n, d: a.d });

/** @example multiplied({ n: 1n, d: 2n }, whole(3)) // => { n: 3n, d: 2n } */
export const multiplied = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });

/**
 * The quotient; null when the divisor is 0.
 *
 * @example
 * divided(whole(1), whole(-4)) // => { n: -1n, d: 4n }
 * divided(whole(1), whole(0)) // => null
 */
export function divided(a: Rational, b: Rational): Rational | null {
	if (b.n === 0n) return null;
	return b.n < 0n ? { n: -a.n * b.d, d: -a.d * b.n } : { n: a.n * b.d, d: a.d * b.n };
}

/**
 * −1, 0 or 1.
 *
 * @example
 * compared({ n: 1n, d: 2n }, { n: 50n, d: 100n }) // => 0
 */
export function compared(a: Rational, b: Rational): number {
	const left = a.n * b.d;
	const right = b.n * a.d;
	return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Rounded to so many decimals, half away from zero; fewer than 0: to tens, hundreds.
 *
 * @example
 * rounded({ n: -5n, d: 2n }, 0) // => { n: -3n, d: 1n }
 * rounded({ n: 1250n, d: 1n }, -2) // => { n: 1300n, d: 1n }
 */
export function rounded(value: Rational, decimals: number): Rational {
	const scale = 10n ** BigInt(Math.abs(decimals));
	const [n, d] = decimals >= 0 ? [value.n * scale, value.d] : [value.n, value.d * scale];
	const size = n < 0n ? -n : n;
	const units = (2n * size + d) / (2n * d);
	const signed = n < 0n ? -units : units;
	return decimals >= 0 ? { n: signed, d: scale } : { n: signed * scale, d: 1n };
}

/**
 * The number in plain digits with a point, exactly if it ends within 12 decimals, else rounded to them. With `decimals`,
 * exactly so many are written.
 *
 * @example
 * decimalText({ n: 5n, d: 4n }) // => '1.25'
 * decimalText({ n: 2n, d: 3n }) // => '0.666666666667'
 * decimalText({ n: -5n, d: 2n }, 2) // => '-2.50'
 */
export function decimalText(value: Rational, decimals?: number): string {
	const places = decimals ?? WRITTEN_DECIMALS;
	const { n } = rounded(value, places);
	const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0');
	const head = digits.slice(0, digits.length - places);
	const tail = digits.slice(digits.length - places);
	const fraction = decimals === undefined ? tail.replace(/0+$/, '') : tail;
	const text = fraction === '' ? head : `${head}.${fraction}`;
	return n < 0n ? `-${text}` : text;
}
