export interface GridPlace {
	readonly row: number;
	readonly column: number;
}

/**
 * Where a key leads in a grid whose rows may differ in length; null when the key does not move.
 * Up and down keep the column where the other row has it, else take its last. Home and End go along the row,
 * with Ctrl to the first and the last cell of all.
 *
 * @example
 * moveInGrid('ArrowRight', { row: 0, column: 0 }, [3, 2]) // => { row: 0, column: 1 }
 * moveInGrid('ArrowDown', { row: 0, column: 2 }, [3, 2]) // => { row: 1, column: 1 }
 * moveInGrid('ArrowUp', { row: 0, column: 2 }, [3, 2]) // => { row: 0, column: 2 }
 * moveInGrid('End', { row: 0, column: 0 }, [3, 2], true) // => { row: 1, column: 1 }
 * moveInGrid('a', { row: 0, column: 0 }, [3, 2]) // => null
 */
export function moveInGrid(
	key: string,
	at: GridPlace,
	lengths: readonly number[],
	control = false
): GridPlace | null {
	const lastRow = lengths.length - 1;
	const place = (row: number, column: number): GridPlace => {
		const y = Math.min(lastRow, Math.max(0, row));
		return { row: y, column: Math.min((lengths[y] ?? 1) - 1, Math.max(0, column)) };
	};
	switch (key) {
		case 'ArrowRight':
			return place(at.row, at.column + 1);
		case 'ArrowLeft':
			return place(at.row, at.column - 1);
		case 'ArrowDown':
			return place(at.row + 1, at.column);
		case 'ArrowUp':
			return place(at.row - 1, at.column);
		case 'Home':
			return control ? place(0, 0) : place(at.row, 0);
		case 'End':
			return control ? place(lastRow, Infinity) : place(at.row, Infinity);
		default:
			return null;
	}
}
