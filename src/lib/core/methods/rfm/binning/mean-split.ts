import type { Direction } from './by-edges.ts';

/**
 * Two scores, split at the mean: 2 for values strictly on its better side, 1 for all others, those equal to it
 * among them.
 *
 * @example
 * scoreByMean([1, 2, 3], 2, 'more') // => [1, 1, 2]
 * scoreByMean([1, 2, 3], 2, 'less') // => [2, 1, 1]
 */
export function scoreByMean(values: ArrayLike<number>, mean: number, direction: Direction): Uint8Array {
	const scores = new Uint8Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const value = values[i] as number;
		scores[i] = (direction === 'more' ? value > mean : value < mean) ? 2 : 1;
	}
	return scores;
}
