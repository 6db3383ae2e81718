/**
 * The ticks of an axis whose words differ: where two would read alike (halves of a count), those of whole numbers.
 *
 * @example
 * plainTicks([0, 0.5, 1], (value) => value.toFixed(0)) // => [0, 1]
 * plainTicks([0, 0.5, 1], (value) => value.toFixed(1)) // => [0, 0.5, 1]
 */
export function plainTicks(ticks: readonly number[], format: (value: number) => string): readonly number[] {
	const texts = new Set(ticks.map((tick) => format(Math.abs(tick))));
	const sizes = new Set(ticks.map(Math.abs));
	return texts.size === sizes.size ? ticks : ticks.filter(Number.isInteger);
}
