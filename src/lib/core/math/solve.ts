/**
 * Solves a · x = b by elimination with the largest pivot of each column; null when `a` is singular. Copies its inputs.
 * For the few unknowns of a test: n³ steps.
 *
 * @example
 * solve([[2, 1], [1, 3]], [5, 10]) // => [1, 3]
 * solve([[1, 1], [1, 1]], [1, 2]) // => null
 */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
	const n = b.length;
	const rows = a.map((row, i) => [...row, b[i] as number]);
	const cell = (i: number, j: number): number => rows[i]?.[j] as number;
	for (let column = 0; column < n; column++) {
		let pivot = column;
		for (let i = column + 1; i < n; i++) {
			if (Math.abs(cell(i, column)) > Math.abs(cell(pivot, column))) pivot = i;
		}
		if (cell(pivot, column) === 0) return null;
		[rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
		for (let i = column + 1; i < n; i++) {
			const factor = cell(i, column) / cell(column, column);
			rows[i] = (rows[i] as number[]).map((value, j) =>
				j < column ? value : value - factor * cell(column, j)
			);
		}
	}
	const x = new Array<number>(n).fill(0);
	for (let i = n - 1; i >= 0; i--) {
		let rest = cell(i, n);
		for (let j = i + 1; j < n; j++) rest -= cell(i, j) * (x[j] as number);
		x[i] = rest / cell(i, i);
	}
	return x;
}
