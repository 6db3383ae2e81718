import type { OverviewResult } from '#lib/api/index.ts';
import type { TrendPanel, TrendPoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import {
	formatCount,
	formatCountShort,
	formatMoney,
	formatMoneyShort,
	formatPeriod
} from '#lib/i18n/format.ts';
import type { Wording } from './shape-cards.ts';

export interface TrendShape {
	readonly points: TrendPoint[];
	readonly panels: TrendPanel[];
	readonly table: TableTwin;
	readonly finding: string | undefined;
	/** Name of a period's customers, by row. */
	readonly mark: (row: number) => string;
}

/** The trend of revenue and active customers: points, axes, table twin, and its strongest period in words. */
export function shapeTrend(result: OverviewResult, { messages, locale, money }: Wording): TrendShape {
	const words = messages.overview.trend;
	const { rows, columns } = result.tables.trend;
	const { unit } = result.params;
	const points: TrendPoint[] = [];
	const cells: TableTwin['rows'][number][] = [];
	let best = -1;
	for (let row = 0; row < rows; row++) {
		const period = formatPeriod(columns.period[row] ?? NaN, unit, locale, result.frame.yearStart);
		const revenue = columns.revenue[row] ?? NaN;
		const active = columns.active[row] ?? 0;
		const fresh = columns.new[row] ?? 0;
		const incomplete = columns.incomplete[row] === 1;
		if (!incomplete && (best < 0 || revenue > (columns.revenue[best] ?? 0))) best = row;
		points.push({
			label: period,
			values: [revenue, active],
			parts: [NaN, fresh],
			incomplete,
			lines: [
				period,
				`${words.revenue()} ${formatMoneyShort(revenue, locale, money)}`,
				`${words.active()} ${formatCount(active, locale)}`,
				`${words.newPart()} ${formatCount(fresh, locale)}`,
				...(incomplete ? [messages.charts.incomplete()] : [])
			]
		});
		cells.push({
			id: String(row),
			cells: [
				incomplete ? `${period}*` : period,
				formatMoney(revenue, locale, money),
				formatCount(columns.orders[row] ?? 0, locale),
				formatCount(active, locale),
				formatCount(fresh, locale)
			]
		});
	}
	const label = (row: number) => points[row]?.label ?? '';
	return {
		points,
		panels: [
			{ label: words.revenue(), height: 130, format: (value) => formatMoneyShort(value, locale, money) },
			{
				label: words.active(),
				height: 80,
				format: (value) => (value < 10_000 ? formatCount(value, locale) : formatCountShort(value, locale)),
				color: 'var(--mark-soft)',
				partColor: 'var(--mark)'
			}
		],
		table: {
			columns: [
				{ id: 'period', label: words.period() },
				{ id: 'revenue', label: words.revenue(), align: 'end' },
				{ id: 'orders', label: words.orders(), align: 'end' },
				{ id: 'active', label: words.active(), align: 'end' },
				{ id: 'new', label: words.new(), align: 'end' }
			],
			rows: cells
		},
		finding:
			best < 0
				? undefined
				: words.finding[unit]({
						period: label(best),
						revenue: formatMoneyShort(columns.revenue[best] ?? NaN, locale, money),
						n: columns.active[best] ?? 0
					}),
		mark: (row) => words.mark({ period: label(row) })
	};
}
