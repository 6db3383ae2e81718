import type { CohortPlan } from './cohorts.ts';
import type { RetentionGrid } from './grid.ts';
import type { RetentionTables } from './types.ts';

/**
 * The cells of the grid that the data reach, as indices into it: cohort by cohort, N from 0.
 *
 * @example
 * reachedCells({ width: 2, base: [5, 5, 3, 0], active: [5, 2, 3, 0], cut: [0, 0, 0, 0], customers: 8 }) // => [0, 1, 2]
 */
export function reachedCells({ base }: RetentionGrid): Int32Array {
	const cells = new Int32Array(base.length);
	let count = 0;
	for (let cell = 0; cell < base.length; cell++) if ((base[cell] as number) > 0) cells[count++] = cell;
	return cells.slice(0, count);
}

/** One row per cohort and N that at least one member has reached. */
export function matrixTable(plan: CohortPlan, grid: RetentionGrid): RetentionTables['matrix'] {
	const cells = reachedCells(grid);
	const startOf = (cell: number): number => {
		const period = plan.periodOf[Math.floor(cell / grid.width)] as number;
		return plan.periods.starts[period] as number;
	};
	return {
		rows: cells.length,
		columns: {
			cohort: cells.map(startOf),
			n: Uint32Array.from(cells, (cell) => cell % grid.width),
			base: Uint32Array.from(cells, (cell) => grid.base[cell] as number),
			active: Uint32Array.from(cells, (cell) => grid.active[cell] as number),
			rate: Float64Array.from(cells, (cell) => (grid.active[cell] as number) / (grid.base[cell] as number)),
			incomplete: Uint8Array.from(cells, (cell) => grid.cut[cell] as number)
		},
		types: { cohort: 'day', n: 'number', base: 'count', active: 'count', rate: 'share', incomplete: 'flag' }
	};
}
