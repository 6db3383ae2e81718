import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { hideSmall, type KnownSums } from '#lib/report/redact/hide-small.ts';
import { randomGrid, rangesByCounting, solvedByElimination, type Int } from './attacks.ts';

const k = 5;

/** The sums that a reader knows, as equations over the hidden cells: coefficients, and what they make. */
function equations(grid: number[][], hidden: boolean[][], known: KnownSums) {
	const cells = hidden.flatMap((row, y) =>
		row.flatMap((is, x) => (is ? [{ y, x, value: grid[y]?.[x] ?? NaN }] : []))
	);
	const lines: ((cell: { y: number; x: number }) => boolean)[] = [];
	if (known.rows) for (let y = 0; y < grid.length; y++) lines.push((cell) => cell.y === y);
	if (known.columns) for (let x = 0; x < (grid[0]?.length ?? 0); x++) lines.push((cell) => cell.x === x);
	return {
		cells,
		rows: lines.map((on) => ({
			of: cells.map((cell) => (on(cell) ? 1 : 0)),
			sum: cells.reduce((sum, cell) => sum + (on(cell) ? cell.value : 0), 0)
		}))
	};
}

describe.each([
	['rows and columns', { rows: true, columns: true }],
	['columns', { rows: false, columns: true }],
	['rows', { rows: true, columns: false }]
] as const)('a grid whose %s are known in sum', (_, known) => {
	const source = xoroshiro128plus(42);
	const int: Int = (low, high) => uniformInt(source, low, high);
	const trials = Array.from({ length: 1000 }, () => {
		const grid = randomGrid(int);
		return { grid, hidden: hideSmall(grid, k, known) };
	});

	test('shows no cell from 1 to 4, over 1,000 random grids', () => {
		for (const { grid, hidden } of trials) {
			for (const [y, row] of (hidden ?? []).entries()) {
				for (const [x, is] of row.entries()) {
					const value = grid[y]?.[x] ?? 0;
					if (value > 0 && value < k) expect(is).toBe(true);
				}
			}
		}
	});

	test('gives no hidden cell away to Gaussian elimination, over 1,000 random grids', () => {
		let attacked = 0;
		for (const { grid, hidden } of trials) {
			if (hidden === null) continue;
			const system = equations(grid, hidden, known);
			attacked += system.cells.length;
			expect(solvedByElimination(system), JSON.stringify(grid)).toEqual([]);
		}
		expect(attacked).toBeGreaterThan(5000);
	});

	test('leaves each hidden cell several values, by counting all ways where that ends', () => {
		let counted = 0;
		for (const { grid, hidden } of trials) {
			if (hidden === null) continue;
			const system = equations(grid, hidden, known);
			if (system.cells.length > 7) continue;
			const ranges = rangesByCounting(system);
			if (ranges === null) continue;
			counted++;
			for (const { low, high } of ranges) expect(high, JSON.stringify(grid)).toBeGreaterThan(low);
		}
		expect(counted).toBeGreaterThan(100);
	});

	test('hides no cell for nothing: each one shown again would give one away', () => {
		for (const { grid, hidden } of trials.slice(0, 150)) {
			for (const [y, row] of (hidden ?? []).entries()) {
				for (const [x, is] of row.entries()) {
					const value = grid[y]?.[x] ?? NaN;
					if (!is || (value > 0 && value < k)) continue;
					const shown = (hidden ?? []).map((cells, i) =>
						cells.map((cell, j) => cell && !(i === y && j === x))
					);
					const system = equations(grid, shown, known);
					if (solvedByElimination(system).length > 0 || system.cells.length > 7) continue;
					const ranges = rangesByCounting(system);
					if (ranges !== null) expect(ranges.some(({ low, high }) => low === high)).toBe(true);
				}
			}
		}
	});

	test('refuses a grid only when hiding all of it would still give a cell away', () => {
		let refused = 0;
		for (const { grid, hidden } of trials) {
			if (hidden !== null) continue;
			const ranges = rangesByCounting(
				equations(
					grid,
					grid.map((row) => row.map(() => true)),
					known
				)
			);
			if (ranges === null) continue;
			refused++;
			expect(
				ranges.some(({ low, high }) => low === high),
				JSON.stringify(grid)
			).toBe(true);
		}
		expect(refused).toBeGreaterThan(5);
	});

	test('is an attack that finds what hiding the small cells alone would give away', () => {
		let broken = 0;
		for (const { grid } of trials) {
			const naive = grid.map((row) => row.map((value) => value > 0 && value < k));
			if (solvedByElimination(equations(grid, naive, known)).length > 0) broken++;
		}
		expect(broken).toBeGreaterThan(300);
	});
});
