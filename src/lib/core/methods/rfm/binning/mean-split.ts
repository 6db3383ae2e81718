import type { Direction } from './by-edges.ts';

/**
 * Two scores, split at the mean: 2 for values strictly on its better side, 1 for all others, those equal to it
 * among them.
 *
 * @example
 * [1, 2, 3].map(scoreByMean(2, 'more')) // => [1, 1, 2]
 * [1, 2, 3].map(scoreByMean(2, 'less')) // => [2, 1, 1]
 */
export function scoreByMean(mean: number, direction: Direction): (value: number) => number {
	return (value) => ((direction === 'more' ? value > mean : value < mean) ? 2 : 1);
}
