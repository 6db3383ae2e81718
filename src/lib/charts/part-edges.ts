/**
 * The edges between parts that fill 0..1: one more than there are parts. Shares that are not there (NaN) take no
 * room; rounding never runs beyond 1.
 *
 * @example
 * partEdges([0.25, 0.5, 0.25]) // => [0, 0.25, 0.75, 1]
 * partEdges([0.5, NaN]) // => [0, 0.5, 0.5]
 */
export function partEdges(shares: readonly number[]): number[] {
	const edges = [0];
	let sum = 0;
	for (const share of shares) {
		if (share > 0) sum = Math.min(1, sum + share);
		edges.push(sum);
	}
	return edges;
}
