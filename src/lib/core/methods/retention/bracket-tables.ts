import { wilson } from '../../math/wilson.ts';
import type { BracketGrid } from './brackets.ts';
import type { CohortPlan } from './cohorts.ts';
import type { RetentionParams, RetentionTables } from './types.ts';

/** Rates of some counts with their Wilson 95 % interval; NaN where nobody reached the end. */
function rated(base: Uint32Array, active: Uint32Array) {
	const intervals = Array.from(base, (of, row) => wilson(active[row] as number, of));
	return {
		base,
		active,
		rate: Float64Array.from(base, (of, row) => (of === 0 ? Number.NaN : (active[row] as number) / of)),
		low: Float64Array.from(intervals, ({ low }) => low),
		high: Float64Array.from(intervals, ({ high }) => high)
	};
}

/** One row per bracket over all cohorts shown, also for a bracket whose end nobody has reached. */
export function bracketsTable(
	{ sizes }: Pick<CohortPlan, 'sizes'>,
	{ width, base, active }: BracketGrid,
	{ brackets }: Pick<RetentionParams, 'brackets'>
): RetentionTables['brackets'] {
	const sum = (cells: Uint32Array, b: number): number => {
		let total = 0;
		for (let at = b; at < cells.length; at += width) total += cells[at] as number;
		return total;
	};
	const members = sizes.reduce((total, size) => total + size, 0);
	const reached = Uint32Array.from(brackets, (_, b) => sum(base, b));
	const back = Uint32Array.from(brackets, (_, b) => sum(active, b));
	return {
		rows: brackets.length,
		columns: {
			from: Uint32Array.from(brackets, ([from]) => from),
			to: Uint32Array.from(brackets, ([, to]) => to),
			...rated(reached, back),
			waiting: reached.map((count) => members - count)
		},
		types: {
			from: 'number',
			to: 'number',
			base: 'count',
			active: 'count',
			rate: 'share',
			low: 'share',
			high: 'share',
			waiting: 'count'
		}
	};
}

/**
 * The cells whose bracket has ended for somebody, as indices into the grid: cohort by cohort.
 *
 * @example
 * endedCells({ width: 2, base: Uint32Array.of(5, 3, 2, 0), active: Uint32Array.of(1, 0, 1, 0) }) // => [0, 1, 2]
 */
export function endedCells({ base }: BracketGrid): Int32Array {
	return Int32Array.from(base.keys()).filter((cell) => (base[cell] as number) > 0);
}

/** One row per cohort and bracket whose end at least one member has reached. */
export function bracketCellsTable(plan: CohortPlan, grid: BracketGrid): RetentionTables['bracketCells'] {
	const cells = endedCells(grid);
	const rowOf = (cell: number): number => Math.floor(cell / grid.width);
	const counts = (of: Uint32Array): Uint32Array => Uint32Array.from(cells, (cell) => of[cell] as number);
	return {
		rows: cells.length,
		columns: {
			cohort: cells.map((cell) => plan.periods.starts[plan.periodOf[rowOf(cell)] as number] as number),
			bracket: Uint32Array.from(cells, (cell) => cell % grid.width),
			...rated(counts(grid.base), counts(grid.active)),
			incomplete: Uint8Array.from(cells, (cell) => {
				return (grid.base[cell] as number) < (plan.sizes[rowOf(cell)] as number) ? 1 : 0;
			})
		},
		types: {
			cohort: 'day',
			bracket: 'number',
			base: 'count',
			active: 'count',
			rate: 'share',
			low: 'share',
			high: 'share',
			incomplete: 'flag'
		}
	};
}
