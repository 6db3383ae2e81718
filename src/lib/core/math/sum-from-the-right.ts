/**
 * Turns sums of "exactly n" into sums of "n or more", row by row of `width` cells, in place.
 *
 * @example
 * const cells = Uint32Array.of(1, 2, 0, 5);
 * sumFromTheRight(cells, 2);
 * cells // => [3, 2, 5, 5]
 */
export function sumFromTheRight(cells: Uint32Array | Float64Array, width: number): void {
	for (let at = cells.length - 2; at >= 0; at--) {
		if (at % width !== width - 1) cells[at] = (cells[at] as number) + (cells[at + 1] as number);
	}
}
