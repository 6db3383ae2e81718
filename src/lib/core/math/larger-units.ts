/**
 * Money in units that are larger by a factor: whole, half away from zero.
 *
 * @example
 * [150, -150, 149, NaN].map(inLargerUnits(100)) // => [2, -2, 1, NaN]
 */
export const inLargerUnits =
	(factor: number) =>
	(units: number): number =>
		// No zero with a sign.
		Math.sign(units) * Math.round(Math.abs(units) / factor) + 0;
