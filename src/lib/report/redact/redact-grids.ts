import type { MatrixModel, TriangleModel } from '../model/types.ts';
import type { TableMemory } from './hidden-memory.ts';
import { hideSmall, type Past } from './hide-small.ts';

/** What stands in place of a number that is hidden. */
export const HIDDEN = '·';

type HeadOf = (row: number, column: number) => string[];

function pastOf(grid: readonly (readonly number[])[], headOf: HeadOf, memory: TableMemory): Past {
	return {
		wasHidden: (y, x) => memory.wasHidden(headOf(y, x)),
		wasShown: (y, x) => memory.wasShown(headOf(y, x), [grid[y]?.[x] ?? NaN])
	};
}

function noteAll(
	grid: readonly (readonly number[])[],
	hidden: readonly (readonly boolean[])[],
	headOf: HeadOf,
	memory: TableMemory
): void {
	for (const [y, row] of grid.entries()) {
		for (const [x, value] of row.entries()) {
			if (!Number.isNaN(value)) memory.note(headOf(y, x), [value], hidden[y]?.[x] === true);
		}
	}
}

/** A matrix by its cells, whose rows and columns have known sums; null when it cannot be shown. */
export function redactMatrix(matrix: MatrixModel, k: number, memory: TableMemory): MatrixModel | null {
	const headOf = (y: number, x: number) => [
		matrix.rowHeads[y]?.label ?? '',
		matrix.columnHeads[x]?.label ?? ''
	];
	const grid = matrix.cells.map((row) => row.map(({ customers }) => customers));
	const known = { rows: true, columns: true };
	const hidden = hideSmall(grid, k, known, pastOf(grid, headOf, memory));
	if (hidden === null) return null;
	noteAll(grid, hidden, headOf, memory);
	if (!hidden.flat().includes(true)) return matrix;
	return {
		...matrix,
		// The largest sum may be that of a hidden cell.
		scale: '',
		cells: matrix.cells.map((row, y) =>
			row.map((cell, x) =>
				hidden[y]?.[x] === true ? { main: HIDDEN, sub: '', step: 0, customers: NaN, revenue: NaN } : cell
			)
		)
	};
}

/** A cohort's rate times its size is a count; the overall curve gives the sum of each period. */
export function redactTriangles(
	triangles: readonly TriangleModel[],
	k: number,
	memory: TableMemory
): readonly TriangleModel[] {
	const made = triangles.map((triangle) => redactTriangle(triangle, k, memory));
	return made.some((triangle, i) => triangle !== triangles[i]) ? made : triangles;
}

function redactTriangle(triangle: TriangleModel, k: number, memory: TableMemory): TriangleModel {
	const { rows } = triangle;
	const headOf = (y: number, x: number) => [
		rows[y]?.cohort ?? '',
		x === 0 ? triangle.sizeHead : (triangle.periods[x - 1] ?? '')
	];
	const grid = rows.map(({ customers, cells }) => [
		customers,
		...cells.map((cell) => {
			if (cell === null) return NaN;
			// A cohort too small to be shown hides its cells with its size.
			return customers > 0 && customers < k ? Math.min(customers, k - 1) : cell.people;
		})
	]);
	const width = Math.max(0, ...grid.map((row) => row.length));
	// Each period on its own; where one cell is all there is, only leaving it out keeps it.
	const columns = Array.from({ length: width }, (_, x) => {
		const column = grid.map((row) => [row[x] ?? NaN]);
		return (
			hideSmall(
				column,
				k,
				{ rows: false, columns: true },
				pastOf(column, (y) => headOf(y, x), memory)
			) ?? column.map(([value]) => [!Number.isNaN(value)])
		);
	});
	const isHidden = (y: number, x: number) => columns[x]?.[y]?.[0] === true;
	noteAll(
		grid,
		grid.map((row, y) => row.map((_, x) => isHidden(y, x))),
		headOf,
		memory
	);
	if (!columns.some((column) => column.some(([is]) => is === true))) return triangle;
	return {
		...triangle,
		rows: rows.map((row, y) => ({
			...row,
			...(isHidden(y, 0) ? { size: HIDDEN, customers: NaN } : {}),
			cells: row.cells.map((cell, x) =>
				cell !== null && isHidden(y, x + 1)
					? { text: HIDDEN, rate: NaN, people: NaN, step: 0, cut: cell.cut }
					: cell
			)
		}))
	};
}
