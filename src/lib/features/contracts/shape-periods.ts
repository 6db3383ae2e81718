import type { ContractsResult } from '#lib/api/index.ts';
import type { TrendPanel, TrendPoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { contractMoney } from '#lib/i18n/contract-words.ts';
import { formatCount, formatPeriod, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { Wording } from './wording.ts';

export interface PeriodsShape {
	readonly points: TrendPoint[];
	readonly panels: TrendPanel[];
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

const counts = ['start', 'new', 'back', 'due', 'renewed', 'ended', 'end', 'lost'] as const;
const shares = ['rate', 'low', 'high'] as const;
const sums = ['moneyStart', 'moneyEnded'] as const;

/** Contracts that ended in each period, and the share of the customers at its start who left with them. */
export function shapePeriods(result: ContractsResult, wording: Wording): PeriodsShape {
	const { messages, locale } = wording;
	const words = wording.words.periods;
	const { columns, rows } = result.tables.periods;
	const money = contractMoney(result, wording);
	const label = (row: number) =>
		formatPeriod(columns.period[row] ?? NaN, result.params.unit, locale, result.frame.yearStart);
	const count = (name: (typeof counts)[number], row: number) => formatCount(columns[name][row] ?? 0, locale);
	const hasMoney = columns.moneyStart.some((own) => !Number.isNaN(own));
	const points = Array.from({ length: rows }, (_, row): TrendPoint => {
		const rate = columns.rate[row] ?? NaN;
		const incomplete = columns.incomplete[row] === 1;
		return {
			label: label(row),
			values: [Number.isNaN(rate) ? 0 : rate, columns.due[row] ?? 0],
			parts: [NaN, columns.renewed[row] ?? 0],
			incomplete,
			lines: [
				label(row),
				`${words.rate()} ${formatShare(rate, locale)}`,
				`${messages.charts.interval()} ${formatShareInterval(columns.low[row] ?? NaN, columns.high[row] ?? NaN, locale)}`,
				`${words.renewed()} ${count('renewed', row)} · ${words.ended()} ${count('ended', row)}`,
				...(incomplete ? [messages.charts.incomplete()] : [])
			]
		};
	});
	const named = [...counts, ...shares, ...(hasMoney ? sums : [])];
	return {
		points,
		panels: [
			{ label: words.rate(), height: 120, format: (value) => formatShare(value, locale, 0) },
			{
				label: words.due(),
				height: 90,
				format: (value) => formatCount(value, locale),
				color: 'var(--mark-soft)',
				partColor: 'var(--mark)'
			}
		],
		table: {
			columns: [
				{ id: 'period', label: words.period() },
				...named.map((id) => ({ id, label: words[id](), align: 'end' as const }))
			],
			rows: points.map(({ incomplete }, row) => ({
				id: String(row),
				cells: [
					incomplete ? `${label(row)}*` : label(row),
					...counts.map((name) => count(name, row)),
					...shares.map((name) => formatShare(columns[name][row] ?? NaN, locale)),
					...(hasMoney ? sums.map((name) => money.full(columns[name][row] ?? NaN)) : [])
				]
			}))
		},
		mark: (row) => words.mark({ period: label(row) })
	};
}
