/** Empty columns in a row after which a cell is no part of the table any more: somebody's stray mark. */
const GAP = 100;

/** Columns of rows up to the first wide gap. */
export function widthOf(rows: readonly (readonly string[])[]): number {
	const filled = new Set<number>();
	for (const row of rows) {
		for (let column = 0; column < row.length; column++) if (row[column] !== '') filled.add(column);
	}
	let last = 0;
	for (const column of [...filled].sort((a, b) => a - b)) {
		if (column - last > GAP) break;
		last = column;
	}
	return last + 1;
}

/** A row as its table has it, and what stands far beside it. */
interface RowAndStrays {
	readonly row: readonly string[];
	readonly strays: readonly string[];
}

/**
 * A row of a table with so many columns, without the cells that stand far beside the table; null where there are none, or
 * where some stand nearer.
 *
 * @example
 * withoutStrays(['a', 'b'], 2) // => null
 * withoutStrays(['a', 'b', ...Array(200).fill(''), 'x'], 2) // => { row: ['a', 'b'], strays: ['x'] }
 */
export function withoutStrays(row: readonly string[], width: number): RowAndStrays | null {
	if (row.length <= width + GAP) return null;
	const strays: string[] = [];
	for (let column = width; column < row.length; column++) {
		const cell = row[column] as string;
		if (cell.trim() === '') continue;
		if (column < width + GAP) return null;
		strays.push(cell);
	}
	return { row: row.slice(0, width), strays };
}
