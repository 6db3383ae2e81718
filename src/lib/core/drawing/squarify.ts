/** A place on a picture, in the units of its width and height. */
export interface Tile {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const nowhere: Tile = { x: 0, y: 0, width: 0, height: 0 };

/**
 * Cuts a rectangle into tiles whose areas are as the values, each as near to a square as the order from large to small
 * allows; together they fill the rectangle. Values that are not above 0 get a tile without extent. Results keep the order
 * of the values. Sorting aside linear. Bruls, Huizing, van Wijk (2000), Squarified treemaps.
 *
 * @example
 * squarify([1, 3], { width: 8, height: 2 }) // => [{ x: 6, y: 0, width: 2, height: 2 }, { x: 0, y: 0, width: 6, height: 2 }]
 * squarify([5e-324, 1, 8.270863947057451e-7], { width: 1, height: 1 })[0].width >= 0 // => true
 * squarify([0], { width: 8, height: 2 }) // => [{ x: 0, y: 0, width: 0, height: 0 }]
 */
export function squarify(
	values: readonly number[],
	{ width, height }: { readonly width: number; readonly height: number }
): Tile[] {
	const tiles = values.map(() => nowhere);
	const order = [...values.keys()]
		.filter((i) => (values[i] as number) > 0)
		.sort((a, b) => (values[b] as number) - (values[a] as number));
	let left = order.reduce((sum, i) => sum + (values[i] as number), 0);
	let free: Tile = { x: 0, y: 0, width, height };
	for (let start = 0; start < order.length;) {
		const unit = (free.width * free.height) / left;
		const side = Math.min(free.width, free.height);
		let end = start + 1;
		let sum = values[order[start] as number] as number;
		const largest = sum;
		let worst = stretch(largest, largest, sum, unit, side);
		for (; end < order.length; end++) {
			const next = values[order[end] as number] as number;
			const longer = stretch(largest, next, sum + next, unit, side);
			if (longer > worst) break;
			worst = longer;
			sum += next;
		}
		const row = order.slice(start, end);
		// What is left is known to a rounding only: beside the large ones the least may be less than that.
		free = placeRow(tiles, row, values, sum, free, end === order.length ? 1 : Math.min(1, sum / left));
		left -= sum;
		start = end;
	}
	return tiles;
}

/** The worst ratio of the sides in a row of tiles, which the largest or the smallest of them has. */
function stretch(largest: number, smallest: number, sum: number, unit: number, side: number): number {
	const depth = (sum * unit) / side;
	const longest = (largest * unit) / depth;
	const shortest = (smallest * unit) / depth;
	return Math.max(longest / depth, depth / shortest);
}

/** Lays a row along the shorter side of what is free, over `share` of the longer one; gives what is free then. */
function placeRow(
	tiles: Tile[],
	row: readonly number[],
	values: readonly number[],
	sum: number,
	free: Tile,
	share: number
): Tile {
	const upright = free.width >= free.height;
	const depth = (upright ? free.width : free.height) * share;
	const side = upright ? free.height : free.width;
	let before = 0;
	for (const i of row) {
		const from = (before / sum) * side;
		before += values[i] as number;
		const to = (before / sum) * side;
		tiles[i] = upright
			? { x: free.x, y: free.y + from, width: depth, height: to - from }
			: { x: free.x + from, y: free.y, width: to - from, height: depth };
	}
	return upright
		? { ...free, x: free.x + depth, width: free.width - depth }
		: { ...free, y: free.y + depth, height: free.height - depth };
}
