/** Steps of the sequential scale (`--seq-1` … `--seq-8`). */
export const SCALE_STEPS = 8;

/**
 * The step of the sequential scale for a value, 1 (low) to 8 (the maximum). Spread by a power below 1, so that
 * one giant does not wash out the rest. No value, zero and less are step 1.
 *
 * @example
 * scaleStep(100, 100) // => 8
 * scaleStep(0, 100) // => 1
 * scaleStep(25, 100, 1) // => 2
 * scaleStep(25, 100, 0.5) // => 4
 */
export function scaleStep(value: number, max: number, power = 0.45): number {
	if (!(value > 0) || !(max > 0)) return 1;
	const spread = Math.pow(Math.min(1, value / max), power);
	return Math.min(SCALE_STEPS, Math.max(1, Math.ceil(spread * SCALE_STEPS)));
}
