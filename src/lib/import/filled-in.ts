/** How many cells of a row have a text in them. */
export function filledIn(cells: readonly string[]): number {
	let count = 0;
	for (const cell of cells) if (cell.trim() !== '') count++;
	return count;
}
