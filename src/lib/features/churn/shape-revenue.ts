import type { ChurnResult } from '#lib/api/index.ts';
import type { TrendPoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatMoney, formatPeriod, formatShare } from '#lib/i18n/format.ts';
import type { PeriodShape } from './shape-periods.ts';
import type { Wording } from './wording.ts';

/** NRR of each period, with GRR as its stronger part: what growth adds to what was kept. */
export function shapeRevenue(result: ChurnResult, { messages, locale, money }: Wording): PeriodShape {
	const words = messages.churn.revenue;
	const { columns, rows } = result.tables.revenue;
	const points: TrendPoint[] = [];
	const table: TableTwin['rows'][number][] = [];
	const label = (row: number) => formatPeriod(columns.period[row] ?? NaN, result.params.unit);
	const rates = ['nrr', 'grr', 'revenueChurn', 'customerChurn'] as const;
	const sums = ['start', 'churned', 'contraction', 'expansion', 'end'] as const;
	let last = -1;
	for (let row = 0; row < rows; row++) {
		const incomplete = columns.incomplete[row] === 1;
		const nrr = columns.nrr[row] ?? NaN;
		const grr = columns.grr[row] ?? NaN;
		if (!incomplete && !Number.isNaN(nrr)) last = row;
		points.push({
			label: label(row),
			values: [Number.isNaN(nrr) ? 0 : nrr],
			parts: [grr],
			incomplete,
			lines: [
				label(row),
				`${words.nrr()} ${formatShare(nrr, locale)}`,
				`${words.grr()} ${formatShare(grr, locale)}`,
				...(incomplete ? [messages.charts.incomplete()] : [])
			]
		});
		table.push({
			id: String(row),
			cells: [
				incomplete ? `${label(row)}*` : label(row),
				...rates.map((name) => formatShare(columns[name][row] ?? NaN, locale)),
				...sums.map((name) => formatMoney(columns[name][row] ?? NaN, locale, money))
			]
		});
	}
	return {
		points,
		panels: [
			{
				label: words.panel(),
				height: 200,
				format: (value) => formatShare(value, locale, 0),
				color: 'var(--mark-soft)',
				partColor: 'var(--mark)'
			}
		],
		table: {
			columns: [
				{ id: 'period', label: messages.churn.periods.period() },
				...[...rates, ...sums].map((id) => ({ id, label: words[id](), align: 'end' as const }))
			],
			rows: table
		},
		finding:
			last < 0
				? words.findingNone()
				: words.finding({
						period: label(last),
						nrr: columns.nrr[last] ?? NaN,
						grr: columns.grr[last] ?? NaN
					}),
		mark: (row) => words.mark({ period: label(row) })
	};
}
