import type { RetentionResult } from '#lib/api/index.ts';
import type { CohortCell, CohortRow } from '#lib/charts/chart-data.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoney, formatPeriod, formatShare } from '#lib/i18n/format.ts';
import { cohortRows } from '../shared/cohort-rows.ts';
import { measureOf, type Kept } from './measure.ts';
import type { Wording } from './wording.ts';

export interface TriangleShape {
	readonly cohorts: CohortRow[];
	readonly periods: string[];
	readonly table: TableTwin;
	readonly finding: string;
	/** The deep end of the scale. */
	readonly high: string;
	/** Names a cell by its row in the `matrix` table. */
	readonly mark: (row: number) => string;
}

/**
 * The cohort triangle. Cells keep the row of the `matrix` table behind them. Colour spans 0 to the largest rate
 * after entry: the 100 % of period 0 would wash out the rest.
 */
export function shapeTriangle(result: RetentionResult, kept: Kept, wording: Wording): TriangleShape {
	const { messages, locale, money } = wording;
	const words = messages.retention.triangle;
	const { unit, measure } = result.params;
	const { matrix, cohorts: heads } = result.tables;
	const { columns } = matrix;
	const of = measureOf(columns, kept, wording);
	const unitWord = messages.terms.units[unit]().toLowerCase();
	let max = 0;
	let longest = 0;
	let best = -1;
	for (let row = 0; row < matrix.rows; row++) {
		const n = columns.n[row] ?? 0;
		const rate = of.rate(row);
		longest = Math.max(longest, n);
		if (n > 0 && rate > max) max = rate;
		const counts = n === 1 && columns.incomplete[row] === 0;
		if (counts && (best < 0 || rate > of.rate(best))) best = row;
	}
	const called = (cohort: number) => formatPeriod(cohort, unit, locale, result.frame.yearStart);
	const name = (row: number) => called(columns.cohort[row] ?? NaN);
	const mark = (row: number) => words.cell({ cohort: name(row), unit: unitWord, n: columns.n[row] ?? 0 });
	const cells: CohortCell[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < matrix.rows; row++) {
		const rate = of.rate(row);
		const incomplete = columns.incomplete[row] === 1;
		const text = formatShare(rate, locale);
		cells.push({
			index: row,
			step: columns.n[row] === 0 ? 0 : scaleStep(rate, max, 0.8),
			text,
			short: Number.isNaN(rate) ? '' : String(Math.round(rate * 100)),
			incomplete,
			lines: [mark(row), ...of.lines(row), ...(incomplete ? [messages.charts.incomplete()] : [])]
		});
		table.push({
			id: String(row),
			cells: [
				name(row),
				String(columns.n[row] ?? 0),
				...(kept === 'money'
					? [columns.moneyBase, columns.money].map((own) => formatMoney(own[row] ?? NaN, locale, money))
					: [columns.base, columns.active].map((own) => formatCount(own[row] ?? 0, locale))),
				incomplete ? `${text}*` : text
			]
		});
	}
	return {
		cohorts: cohortRows(heads, cells, columns.cohort, called, locale),
		periods: Array.from({ length: longest + 1 }, (_, n) => String(n)),
		table: {
			columns: [
				{ id: 'cohort', label: words.cohort() },
				{ id: 'n', label: words.period(), align: 'end' },
				{ id: 'base', label: kept === 'money' ? words.moneyBase() : words.base(), align: 'end' },
				{ id: 'active', label: kept === 'money' ? words.money() : words.active(), align: 'end' },
				{ id: 'rate', label: kept === 'money' ? words.moneyRate() : words.rate(), align: 'end' }
			],
			rows: table
		},
		finding:
			best < 0
				? words.findingNone()
				: (kept === 'money' ? words.findingMoney : measure === 'on' ? words.finding : words.findingAfter)({
						rate: of.rate(best),
						cohort: name(best)
					}),
		high: formatShare(max, locale, 0),
		mark
	};
}
