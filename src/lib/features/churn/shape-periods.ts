import type { ChurnResult } from '#lib/api/index.ts';
import type { TrendPanel, TrendPoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatPeriod, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { Wording } from './wording.ts';

/** Columns over periods, whose people can be opened by row. */
export interface PeriodShape {
	readonly points: TrendPoint[];
	readonly panels: TrendPanel[];
	readonly table: TableTwin;
	readonly finding: string;
	readonly mark: (row: number) => string;
}

/** How many of the active were lost in each period, and their share. */
export function shapePeriods(result: ChurnResult, { messages, locale }: Wording): PeriodShape {
	const words = messages.churn.periods;
	const { columns, rows } = result.tables.periods;
	const points: TrendPoint[] = [];
	const table: TableTwin['rows'][number][] = [];
	const label = (row: number) =>
		formatPeriod(columns.period[row] ?? NaN, result.params.unit, locale, result.frame.yearStart);
	let last = -1;
	for (let row = 0; row < rows; row++) {
		const incomplete = columns.incomplete[row] === 1;
		const rate = columns.rate[row] ?? NaN;
		const [low, high] = [columns.low[row] ?? NaN, columns.high[row] ?? NaN];
		const lost = columns.lost[row] ?? 0;
		if (!incomplete && !Number.isNaN(rate)) last = row;
		points.push({
			label: label(row),
			values: [Number.isNaN(rate) ? 0 : rate, lost],
			incomplete,
			lines: [
				label(row),
				`${words.rate()} ${formatShare(rate, locale)}`,
				`${messages.charts.interval()} ${formatShareInterval(low, high, locale)}`,
				`${words.lost()} ${formatCount(lost, locale)}`,
				...(incomplete ? [messages.charts.incomplete()] : [])
			]
		});
		const counts = (['start', 'lost', 'new', 'wonBack', 'end'] as const).map((name) =>
			formatCount(columns[name][row] ?? 0, locale)
		);
		table.push({
			id: String(row),
			cells: [
				incomplete ? `${label(row)}*` : label(row),
				...counts,
				...[rate, low, high].map((value) => formatShare(value, locale))
			]
		});
	}
	const named = ['start', 'lost', 'new', 'wonBack', 'end', 'rate', 'low', 'high'] as const;
	return {
		// No period began with anyone: there is nothing to draw.
		points: columns.rate.every(Number.isNaN) ? [] : points,
		panels: [
			{ label: words.rate(), height: 120, format: (value) => formatShare(value, locale, 0) },
			{
				label: words.lost(),
				height: 80,
				format: (value) => formatCount(value, locale),
				color: 'var(--mark-soft)'
			}
		],
		table: {
			columns: [
				{ id: 'period', label: words.period() },
				...named.map((id) => ({ id, label: words[id](), align: 'end' as const }))
			],
			rows: table
		},
		finding:
			last < 0
				? words.findingNone()
				: words.finding({
						period: label(last),
						lost: columns.lost[last] ?? 0,
						base: columns.base[last] ?? 0,
						rate: columns.rate[last] ?? NaN
					}),
		mark: (row) => words.mark({ period: label(row) })
	};
}
