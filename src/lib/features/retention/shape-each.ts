import type { RetentionResult } from '#lib/api/index.ts';
import type { CurvePoint } from '#lib/charts/chart-data.ts';
import { formatCount, formatPeriod } from '#lib/i18n/format.ts';
import { measureOf, type Kept } from './measure.ts';
import type { Wording } from './wording.ts';

/** One small curve. */
export interface CohortCurve {
	readonly cohort: number;
	readonly heading: string;
	readonly points: CurvePoint[];
	/** Row of the `matrix` table behind each point. */
	readonly rows: readonly number[];
}

export interface EachShape {
	/** The newest first; cohorts without a complete period after entry are left out. */
	readonly curves: readonly CohortCurve[];
	/** The curve of all cohorts, which each is held against. */
	readonly reference: readonly { readonly x: number; readonly value: number }[];
	/** Ends of the axes that all share. */
	readonly top: number;
	readonly last: number;
}

/** A small curve per cohort over its complete periods; `mark` names a cell of the matrix. */
export function shapeEach(
	result: RetentionResult,
	kept: Kept,
	mark: (row: number) => string,
	wording: Wording
): EachShape {
	const { matrix, curve, cohorts } = result.tables;
	const { columns } = matrix;
	const of = measureOf(columns, kept, wording);
	const made = new Map<number, { points: CurvePoint[]; rows: number[] }>();
	let top = 0;
	let last = 1;
	for (let row = 0; row < matrix.rows; row++) {
		const n = columns.n[row] ?? 0;
		if (n === 0 || columns.incomplete[row] === 1) continue;
		const start = columns.cohort[row] ?? 0;
		const own = made.get(start) ?? { points: [], rows: [] };
		made.set(start, own);
		const value = of.rate(row);
		if (value > top) top = value;
		last = Math.max(last, n);
		own.rows.push(row);
		own.points.push({
			x: n,
			value,
			low: of.low(row),
			high: of.high(row),
			lines: [mark(row), ...of.lines(row)]
		});
	}
	const size = new Map(
		Array.from(cohorts.columns.cohort, (start, row) => [start, cohorts.columns.size[row]])
	);
	const overall = measureOf(curve.columns, kept, wording);
	return {
		curves: [...made]
			.map(([cohort, own]) => ({
				cohort,
				heading: wording.messages.retention.each.heading({
					cohort: formatPeriod(cohort, result.params.unit, wording.locale, result.frame.yearStart),
					size: formatCount(size.get(cohort) ?? 0, wording.locale)
				}),
				...own
			}))
			.reverse(),
		reference: Array.from(curve.columns.n, (x, row) => ({ x, value: overall.rate(row) })).filter(
			({ x }) => x > 0
		),
		// The scale is that of the rates: the band of a small cohort may leave its panel.
		top: kept === 'customers' ? Math.min(1, top * 1.25) || 1 : top * 1.1 || 1,
		last
	};
}
