import { wilson } from '../../math/wilson.ts';
import type { RetentionGrid } from './grid.ts';
import type { MoneyGrid } from './money.ts';
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
 * a cohort weighs by its size; money likewise. Cohorts that have not completed N are left out of N altogether. Sums have
 * no interval: money of all members is no sample of anything.
 *
 * @example
 * const grid = { width: 2, base: [5, 5, 3, 3], active: [5, 2, 3, 1], cut: [0, 0, 0, 1], customers: 8 };
 * const money = { base: [50, 50, 30, 30], kept: [50, 35, 30, 9] };
 * curveTable(grid, money).columns.rate // => [1, 0.4]
 * curveTable(grid, money).columns.base // => [8, 5]
 * curveTable(grid, money).columns.moneyRate // => [1, 0.7]
 */
export function curveTable(grid: RetentionGrid, money: MoneyGrid): RetentionTables['curve'] {
	const periods = curvePeriods(grid);
	const rows = periods.length;
	const base = new Uint32Array(rows);
	const active = new Uint32Array(rows);
	const cohorts = new Uint32Array(rows);
	const rate = new Float64Array(rows);
	const low = new Float64Array(rows);
	const high = new Float64Array(rows);
	const moneyBase = new Float64Array(rows);
	const kept = new Float64Array(rows);
	periods.forEach((n, row) => {
		let members = 0;
		let returned = 0;
		let complete = 0;
		let [spent, again] = [0, 0];
		for (let cell = n; cell < grid.base.length; cell += grid.width) {
			if (!isComplete(grid, cell)) continue;
			members += grid.base[cell] as number;
			returned += grid.active[cell] as number;
			spent += money.base[cell] as number;
			again += money.kept[cell] as number;
			complete++;
		}
		const interval = wilson(returned, members);
		base[row] = members;
		active[row] = returned;
		cohorts[row] = complete;
		rate[row] = returned / members;
		low[row] = interval.low;
		high[row] = interval.high;
		moneyBase[row] = spent;
		kept[row] = again;
	});
	const moneyRate = kept.map((sum, row) =>
		moneyBase[row] === 0 ? Number.NaN : sum / (moneyBase[row] as number)
	);
	return {
		rows,
		columns: {
			n: Uint32Array.from(periods),
			base,
			active,
			rate,
			low,
			high,
			cohorts,
			moneyBase,
			money: kept,
			moneyRate
		},
		types: {
			n: 'number',
			base: 'count',
			active: 'count',
			rate: 'share',
			low: 'share',
			high: 'share',
			cohorts: 'count',
			moneyBase: 'money',
			money: 'money',
			moneyRate: 'share'
		}
	};
}
