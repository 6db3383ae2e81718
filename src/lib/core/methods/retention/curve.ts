import { wilson } from '../../math/wilson.ts';
import type { RetentionGrid } from './grid.ts';
import type { RetentionTables } from './types.ts';

/**
 * The values of N that the curve has: those with at least one complete cell.
 *
 * @example
 * curvePeriods({ width: 2, base: [5, 5, 3, 3], active: [5, 2, 3, 1], cut: [0, 0, 0, 1], customers: 8 }) // => [0, 1]
 * curvePeriods({ width: 2, base: [5, 5], active: [5, 2], cut: [0, 1], customers: 5 }) // => [0]
 */
export function curvePeriods(grid: RetentionGrid): number[] {
	const periods: number[] = [];
	for (let n = 0; n < grid.width; n++) {
		for (let cell = n; cell < grid.base.length; cell += grid.width) {
			if (!isComplete(grid, cell)) continue;
			periods.push(n);
			break;
		}
	}
	return periods;
}

/**
 * Whether somebody has reached the cell, and nobody's period in it is cut short.
 *
 * @example
 * isComplete({ width: 2, base: [5, 5], active: [5, 2], cut: [0, 1], customers: 5 }, 1) // => false
 */
export function isComplete(grid: RetentionGrid, cell: number): boolean {
	return (grid.base[cell] as number) > 0 && grid.cut[cell] === 0;
}

/**
 * The overall curve: for every N the sum of the active over the sum of the bases of all complete cells, so that
 * a cohort weighs by its size. Cohorts that have not completed N are left out of N altogether.
 *
 * @example
 * const grid = { width: 2, base: [5, 5, 3, 3], active: [5, 2, 3, 1], cut: [0, 0, 0, 1], customers: 8 };
 * curveTable(grid).columns.rate // => [1, 0.4]
 * curveTable(grid).columns.base // => [8, 5]
 */
export function curveTable(grid: RetentionGrid): RetentionTables['curve'] {
	const periods = curvePeriods(grid);
	const rows = periods.length;
	const base = new Uint32Array(rows);
	const active = new Uint32Array(rows);
	const cohorts = new Uint32Array(rows);
	const rate = new Float64Array(rows);
	const low = new Float64Array(rows);
	const high = new Float64Array(rows);
	periods.forEach((n, row) => {
		let members = 0;
		let returned = 0;
		let complete = 0;
		for (let cell = n; cell < grid.base.length; cell += grid.width) {
			if (!isComplete(grid, cell)) continue;
			members += grid.base[cell] as number;
			returned += grid.active[cell] as number;
			complete++;
		}
		const interval = wilson(returned, members);
		base[row] = members;
		active[row] = returned;
		cohorts[row] = complete;
		rate[row] = returned / members;
		low[row] = interval.low;
		high[row] = interval.high;
	});
	return {
		rows,
		columns: { n: Uint32Array.from(periods), base, active, rate, low, high, cohorts },
		types: {
			n: 'number',
			base: 'count',
			active: 'count',
			rate: 'share',
			low: 'share',
			high: 'share',
			cohorts: 'count'
		}
	};
}
