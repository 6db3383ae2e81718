import { quantile7, type SortedNumbers } from '../../../math/quantile.ts';

/**
 * The bins − 1 inner edges that cut ascending values into equal shares: type-7 quantiles of 1/bins, 2/bins …
 * No values give NaN edges, below which nothing lies.
 *
 * @example
 * quantileEdges([1, 2, 3, 4, 5, 6], 5) // => [2, 3, 4, 5]
 * quantileEdges([1, 1, 1, 7], 3) // => [1, 1]
 */
export function quantileEdges(sorted: SortedNumbers, bins: number): number[] {
	return Array.from({ length: bins - 1 }, (_, j) => quantile7(sorted, (j + 1) / bins));
}
