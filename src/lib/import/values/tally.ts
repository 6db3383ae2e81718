/** The distinct texts of a column's cells in order of appearance, and how often each stands there. */
export type Tally = ReadonlyMap<string, number>;

/**
 * Counts texts: what is asked of each is asked once.
 *
 * @example
 * [...tallyOf(['a', 'b', 'a'])] // => [['a', 2], ['b', 1]]
 */
export function tallyOf(cells: readonly string[]): Tally {
	const tally = new Map<string, number>();
	for (const cell of cells) tally.set(cell, (tally.get(cell) ?? 0) + 1);
	return tally;
}
