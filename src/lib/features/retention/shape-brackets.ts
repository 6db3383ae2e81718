import type { RetentionResult } from '#lib/api/index.ts';
import type { CohortCell, CohortRow, IntervalRow } from '#lib/charts/chart-data.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatPeriod, formatShare } from '#lib/i18n/format.ts';
import { cohortRows } from '../shared/cohort-rows.ts';
import { rangeText } from '../shared/interval-bars.ts';
import { intervalText, type Wording } from './wording.ts';

export interface BracketsShape {
	/** Brackets that somebody was followed to the end of. */
	readonly rows: IntervalRow[];
	/** Row of the `brackets` table behind each of them. */
	readonly behind: readonly number[];
	readonly table: TableTwin;
	readonly finding: string;
	readonly mark: (row: number) => string;
	/** First and last of each bracket. */
	readonly labels: readonly string[];
}

/** The brackets over all cohorts: a rate with its interval each. */
export function shapeBrackets(result: RetentionResult, wording: Wording): BracketsShape {
	const { messages, locale } = wording;
	const words = messages.retention.brackets;
	const { columns, rows } = result.tables.brackets;
	const names = result.params.bracketUnit === 'day' ? words.days : words.periods[result.params.unit];
	const labels = Array.from({ length: rows }, (_, row) =>
		rangeText(columns.from[row] ?? 0, columns.to[row] ?? 0)
	);
	const mark = (row: number) => names({ range: labels[row] ?? '' });
	const points: IntervalRow[] = [];
	const behind: number[] = [];
	const table: TableTwin['rows'][number][] = [];
	let best = -1;
	for (let row = 0; row < rows; row++) {
		const rate = columns.rate[row] ?? NaN;
		const low = columns.low[row] ?? NaN;
		const high = columns.high[row] ?? NaN;
		const base = columns.base[row] ?? 0;
		const active = columns.active[row] ?? 0;
		const waiting = columns.waiting[row] ?? 0;
		const text = formatShare(rate, locale);
		table.push({
			id: String(row),
			cells: [
				mark(row),
				formatCount(base, locale),
				formatCount(active, locale),
				text,
				formatShare(low, locale),
				formatShare(high, locale),
				formatCount(waiting, locale)
			]
		});
		if (base === 0) continue;
		if (best < 0 || rate > (columns.rate[best] ?? 0)) best = row;
		behind.push(row);
		points.push({
			label: mark(row),
			value: rate,
			low,
			high,
			text,
			lines: [
				mark(row),
				`${text} · ${messages.retention.triangle.counts({ active, base })}`,
				intervalText(low, high, wording),
				...(waiting > 0 ? [words.waitingLine({ n: waiting })] : [])
			]
		});
	}
	return {
		rows: points,
		behind,
		labels,
		table: {
			columns: [
				{ id: 'bracket', label: words.bracket() },
				{ id: 'base', label: words.reached(), align: 'end' },
				{ id: 'active', label: words.active(), align: 'end' },
				{ id: 'rate', label: words.rate(), align: 'end' },
				{ id: 'low', label: messages.retention.curve.low(), align: 'end' },
				{ id: 'high', label: messages.retention.curve.high(), align: 'end' },
				{ id: 'waiting', label: words.waiting(), align: 'end' }
			],
			rows: table
		},
		finding:
			best < 0
				? words.findingNone()
				: words.finding({ bracket: mark(best), rate: columns.rate[best] ?? NaN }),
		mark
	};
}

export interface BracketCellsShape {
	readonly cohorts: CohortRow[];
	readonly table: TableTwin;
	/** The deep end of the scale. */
	readonly high: string;
	readonly mark: (row: number) => string;
}

/** Cohorts by brackets; a cell keeps the row of the `bracketCells` table behind it. */
export function shapeBracketCells(
	result: RetentionResult,
	brackets: BracketsShape,
	wording: Wording
): BracketCellsShape {
	const { messages, locale } = wording;
	const words = messages.retention;
	const { bracketCells, cohorts: heads } = result.tables;
	const { columns, rows } = bracketCells;
	const max = columns.rate.reduce((top, rate) => Math.max(top, rate), 0);
	const called = (cohort: number) => formatPeriod(cohort, result.params.unit, locale, result.frame.yearStart);
	const name = (row: number) => called(columns.cohort[row] ?? NaN);
	const mark = (row: number) =>
		words.brackets.cell({ cohort: name(row), bracket: brackets.mark(columns.bracket[row] ?? 0) });
	const cells: CohortCell[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < rows; row++) {
		const rate = columns.rate[row] ?? NaN;
		const base = columns.base[row] ?? 0;
		const active = columns.active[row] ?? 0;
		const incomplete = columns.incomplete[row] === 1;
		const text = formatShare(rate, locale);
		const [low, high] = [columns.low[row] ?? NaN, columns.high[row] ?? NaN];
		cells.push({
			index: row,
			step: scaleStep(rate, max, 0.8),
			text,
			short: String(Math.round(rate * 100)),
			incomplete,
			lines: [
				mark(row),
				`${text} · ${words.triangle.counts({ active, base })}`,
				intervalText(low, high, wording),
				...(incomplete ? [messages.charts.incomplete()] : [])
			]
		});
		table.push({
			id: String(row),
			cells: [
				name(row),
				brackets.mark(columns.bracket[row] ?? 0),
				formatCount(base, locale),
				formatCount(active, locale),
				incomplete ? `${text}*` : text,
				formatShare(low, locale),
				formatShare(high, locale)
			]
		});
	}
	return {
		cohorts: cohortRows(heads, cells, columns.cohort, called, locale),
		table: {
			columns: [
				{ id: 'cohort', label: words.triangle.cohort() },
				{ id: 'bracket', label: words.brackets.bracket() },
				{ id: 'base', label: words.brackets.reached(), align: 'end' },
				{ id: 'active', label: words.brackets.active(), align: 'end' },
				{ id: 'rate', label: words.brackets.rate(), align: 'end' },
				{ id: 'low', label: words.curve.low(), align: 'end' },
				{ id: 'high', label: words.curve.high(), align: 'end' }
			],
			rows: table
		},
		high: formatShare(max, locale, 0),
		mark
	};
}
