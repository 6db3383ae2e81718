import type { Direction } from './by-edges.ts';

/**
 * Scores by equal-sized groups, as SQL's NTILE(bins) OVER (ORDER BY value, customer key): when n does not divide,
 * the first n mod bins groups are one larger. Equal values may be split between groups, by customer key. Where
 * less is better the tile is turned round: bins + 1 − tile.
 *
 * @param order positions by ascending value, then customer key
 * @example
 * scoreByNtile(Uint32Array.of(2, 0, 1, 3, 4), 2, 'more') // => [1, 1, 1, 2, 2]
 * scoreByNtile(Uint32Array.of(2, 0, 1, 3, 4), 2, 'less') // => [2, 2, 2, 1, 1]
 */
export function scoreByNtile(order: Uint32Array, bins: number, direction: Direction): Uint8Array {
	const n = order.length;
	const scores = new Uint8Array(n);
	const small = Math.floor(n / bins);
	const larger = n % bins;
	let at = 0;
	for (let tile = 1; tile <= bins; tile++) {
		const end = at + small + (tile <= larger ? 1 : 0);
		const score = direction === 'more' ? tile : bins + 1 - tile;
		for (; at < end; at++) scores[order[at] as number] = score;
	}
	return scores;
}
