/**
 * The first age at which cumulative value per customer has come up to the cost of winning one: its place in `values`,
 * or NaN when it has not yet, or when no cost is known.
 *
 * @example
 * paybackAge([10, 25, 40], 25) // => 1
 * paybackAge([10, 25, 40], 41) // => NaN
 * paybackAge([10], null) // => NaN
 */
export function paybackAge(values: ArrayLike<number>, cost: number | null): number {
	if (cost === null) return Number.NaN;
	for (let n = 0; n < values.length; n++) if ((values[n] as number) >= cost) return n;
	return Number.NaN;
}
