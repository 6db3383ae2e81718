/** Which way a measure counts: more is better (F, M), or less is (R). */
export type Direction = 'more' | 'less';

/**
 * Scores by edges, right-closed: 1 + the number of edges strictly below the value; where less is better, bins −
 * that number. Edges ascend; equal edges leave the scores between them empty. Equal values share a score.
 *
 * @example
 * [1, 2, 3, 9].map(scoreByEdges([2, 3], 'more')) // => [1, 1, 2, 3]
 * [1, 2, 3, 9].map(scoreByEdges([2, 3], 'less')) // => [3, 3, 2, 1]
 * [1, 5].map(scoreByEdges([1, 1], 'more')) // => [1, 3]
 */
export function scoreByEdges(edges: readonly number[], direction: Direction): (value: number) => number {
	const bins = edges.length + 1;
	return (value) => {
		let below = 0;
		while (below < edges.length && (edges[below] as number) < value) below++;
		return direction === 'more' ? 1 + below : bins - below;
	};
}
