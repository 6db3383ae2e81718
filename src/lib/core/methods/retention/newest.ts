import { newcombe, type Counted } from '../../math/compare/newcombe.ts';
import { twoProportions } from '../../math/compare/two-proportions.ts';
import type { CohortPlan } from './cohorts.ts';
import { isComplete } from './curve.ts';
import type { RetentionGrid } from './grid.ts';
import type { RetentionParams, RetentionTables } from './types.ts';

/** The N at which the newest cohort is held against the others. */
const stops: Readonly<Record<RetentionParams['unit'], readonly number[]>> = {
	day: [1, 7, 14, 30],
	week: [1, 4, 8, 12],
	month: [1, 3, 6, 12],
	quarter: [1, 2, 4, 8],
	year: [1, 2, 3, 4]
};

/** The newest cohort's complete cell at N, and the others' complete cells at N together. */
export interface NewestCell {
	readonly n: number;
	/** Index into the grid. */
	readonly cell: number;
	readonly newest: Counted;
	readonly others: Counted & { readonly cohorts: number };
}

/**
 * For every stop that two or more cohorts have completed: the newest of them, and all others together. With
 * `on-or-after` there are none: the newest cohort has had less time to come back, and would always seem to do worse.
 */
export function newestCells(grid: RetentionGrid, params: RetentionParams): NewestCell[] {
	if (params.measure === 'on-or-after') return [];
	return stops[params.unit].flatMap((n) => {
		if (n >= grid.width) return [];
		const complete: number[] = [];
		for (let cell = n; cell < grid.base.length; cell += grid.width) {
			if (isComplete(grid, cell)) complete.push(cell);
		}
		const cell = complete.pop();
		if (cell === undefined || complete.length === 0) return [];
		const sum = (cells: Uint32Array): number =>
			complete.reduce((total, other) => total + (cells[other] as number), 0);
		return [
			{
				n,
				cell,
				newest: { count: grid.active[cell] as number, of: grid.base[cell] as number },
				others: { count: sum(grid.active), of: sum(grid.base), cohorts: complete.length }
			}
		];
	});
}

/** One row per stop, with the difference of the two rates and whether it could be chance. */
export function newestTable(
	plan: CohortPlan,
	grid: RetentionGrid,
	cells: readonly NewestCell[]
): RetentionTables['newest'] {
	const counts = (of: (cell: NewestCell) => number): Uint32Array => Uint32Array.from(cells, of);
	const numbers = (of: (cell: NewestCell) => number): Float64Array => Float64Array.from(cells, of);
	const rate = ({ count, of }: Counted): number => count / of;
	const intervals = cells.map(({ newest, others }) => newcombe(newest, others));
	return {
		rows: cells.length,
		columns: {
			n: counts(({ n }) => n),
			cohort: Int32Array.from(cells, ({ cell }) => {
				const period = plan.periodOf[Math.floor(cell / grid.width)] as number;
				return plan.periods.starts[period] as number;
			}),
			base: counts(({ newest }) => newest.of),
			active: counts(({ newest }) => newest.count),
			rate: numbers(({ newest }) => rate(newest)),
			othersCohorts: counts(({ others }) => others.cohorts),
			othersBase: counts(({ others }) => others.of),
			othersActive: counts(({ others }) => others.count),
			othersRate: numbers(({ others }) => rate(others)),
			difference: numbers(({ newest, others }) => rate(newest) - rate(others)),
			low: Float64Array.from(intervals, ({ low }) => low),
			high: Float64Array.from(intervals, ({ high }) => high),
			p: numbers(({ newest, others }) => twoProportions(newest, others).p)
		},
		types: {
			n: 'number',
			cohort: 'day',
			base: 'count',
			active: 'count',
			rate: 'share',
			othersCohorts: 'count',
			othersBase: 'count',
			othersActive: 'count',
			othersRate: 'share',
			difference: 'share',
			low: 'share',
			high: 'share',
			p: 'number'
		}
	};
}
