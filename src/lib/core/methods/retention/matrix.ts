import { wilson } from '../../math/wilson.ts';
import type { CohortPlan } from './cohorts.ts';
import type { RetentionGrid } from './grid.ts';
import type { MoneyGrid } from './money.ts';
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
export function matrixTable(
	plan: CohortPlan,
	grid: RetentionGrid,
	money: MoneyGrid
): RetentionTables['matrix'] {
	const cells = reachedCells(grid);
	const startOf = (cell: number): number => {
		const period = plan.periodOf[Math.floor(cell / grid.width)] as number;
		return plan.periods.starts[period] as number;
	};
	const base = Uint32Array.from(cells, (cell) => grid.base[cell] as number);
	const active = Uint32Array.from(cells, (cell) => grid.active[cell] as number);
	const moneyBase = Float64Array.from(cells, (cell) => money.base[cell] as number);
	const kept = Float64Array.from(cells, (cell) => money.kept[cell] as number);
	const intervals = Array.from(base, (of, row) => wilson(active[row] as number, of));
	return {
		rows: cells.length,
		columns: {
			cohort: cells.map(startOf),
			n: Uint32Array.from(cells, (cell) => cell % grid.width),
			base,
			active,
			rate: Float64Array.from(active, (count, row) => count / (base[row] as number)),
			low: Float64Array.from(intervals, ({ low }) => low),
			high: Float64Array.from(intervals, ({ high }) => high),
			moneyBase,
			money: kept,
			// Orders of nothing but zero in period 0 leave nothing to keep: 0 ÷ 0, no value.
			moneyRate: kept.map((sum, row) =>
				moneyBase[row] === 0 ? Number.NaN : sum / (moneyBase[row] as number)
			),
			incomplete: Uint8Array.from(cells, (cell) => grid.cut[cell] as number)
		},
		types: {
			cohort: 'day',
			n: 'number',
			base: 'count',
			active: 'count',
			rate: 'share',
			low: 'share',
			high: 'share',
			moneyBase: 'money',
			money: 'money',
			moneyRate: 'share',
			incomplete: 'flag'
		}
	};
}
