/** How many steps the sequential scale has. */
export const HEAT_STEPS = 8;

/**
 * The step of the sequential scale (1..8; 0 for nothing) of a value against the largest. The scale is spread by a
 * power, so that one giant does not wash out the rest.
 *
 * @example
 * heatStep(100, 100) // => 8
 * @example
 * heatStep(0, 100) // => 0
 */
export function heatStep(value: number, max: number): number {
	if (!(value > 0) || !(max > 0)) return 0;
	return Math.min(HEAT_STEPS, 1 + Math.floor((Math.min(value, max) / max) ** 0.55 * (HEAT_STEPS - 0.001)));
}
