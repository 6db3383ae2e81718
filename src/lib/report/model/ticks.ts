/**
 * Round numbers from 0 up to or just beyond `max`, about `wanted` of them.
 *
 * @example
 * roundTicks(87, 4) // => [0, 25, 50, 75, 100]
 * @example
 * roundTicks(0, 4) // => [0, 1]
 */
export function roundTicks(max: number, wanted: number): number[] {
	if (!(max > 0) || !Number.isFinite(max)) return [0, 1];
	const raw = max / wanted;
	const power = 10 ** Math.floor(Math.log10(raw));
	const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10);
	const count = Math.ceil(max / step - 1e-9);
	return Array.from({ length: count + 1 }, (_, i) => i * step);
}
