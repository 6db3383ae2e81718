/** Which way a measure counts: more is better (F, M), or less is (R). */
export type Direction = 'more' | 'less';

/**
 * Scores by edges, right-closed: 1 + the number of edges strictly below the value; where less is better, bins −
 * that number. Edges ascend; equal edges leave the scores between them empty. Equal values share a score.
 *
 * @example
 * scoreByEdges([1, 2, 3, 9], [2, 3], 'more') // => [1, 1, 2, 3]
 * scoreByEdges([1, 2, 3, 9], [2, 3], 'less') // => [3, 3, 2, 1]
 * scoreByEdges([1, 5], [1, 1], 'more') // => [1, 3]
 */
export function scoreByEdges(
	values: ArrayLike<number>,
	edges: readonly number[],
	direction: Direction
): Uint8Array {
	const n = values.length;
	const bins = edges.length + 1;
	const scores = new Uint8Array(n);
	for (let i = 0; i < n; i++) {
		const value = values[i] as number;
		let below = 0;
		while (below < edges.length && (edges[below] as number) < value) below++;
		scores[i] = direction === 'more' ? 1 + below : bins - below;
	}
	return scores;
}
