import { originSteps, type OriginsResult } from '#lib/api/index.ts';
import type { AxisEntry, HeatCell } from '#lib/charts/chart-data.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import { shortened } from '#lib/charts/shortened.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import { groupName, type Wording } from './wording.ts';

export interface FunnelShape {
	readonly rows: AxisEntry[];
	readonly columns: AxisEntry[];
	readonly cells: HeatCell[][];
	/** Row of the `steps` table behind a cell. */
	readonly rowOf: (group: number, column: number) => number;
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

/** Every group's way from known to mature: colour is the share of the step before, the text also says how long. */
export function shapeFunnel(result: OriginsResult, wording: Wording): FunnelShape {
	const { messages, locale } = wording;
	const words = messages.origins;
	const { steps, groups } = result.tables;
	const { columns } = steps;
	// The first step is the start of the others: it has a count and no conversion.
	const shown = originSteps.slice(1);
	const name = (group: number) => groupName(result, group, wording);
	const stepOf = (row: number) => originSteps[columns.step[row] ?? 0] ?? 'known';
	const mark = (row: number) =>
		words.funnel.mark({ label: name(columns.group[row] ?? 0), step: words.steps[stepOf(row)]() });
	const rowOf = (group: number, column: number) => group * originSteps.length + column + 1;
	const cells = Array.from({ length: groups.rows }, (_, group) =>
		shown.map((_step, column): HeatCell => {
			const row = rowOf(group, column);
			const conversion = columns.conversion[row] ?? NaN;
			const median = columns.medianDays[row] ?? NaN;
			const count = formatCount(columns.customers[row] ?? 0, locale);
			const days = Number.isNaN(median) ? '' : words.funnel.days({ n: median });
			return {
				step: Number.isNaN(conversion) ? 1 : Math.max(1, scaleStep(conversion, 1, 1)),
				text: Number.isNaN(conversion) ? '–' : formatShare(conversion, locale, 0),
				sub: [count, days].filter((text) => text !== '').join(' · '),
				lines: [
					mark(row),
					`${count} · ${formatShare(conversion, locale)}`,
					`${messages.charts.interval()} ${formatShareInterval(columns.low[row] ?? NaN, columns.high[row] ?? NaN, locale)}`,
					...(days === '' ? [] : [`${words.funnel.medianDays()} ${days}`])
				],
				empty: (columns.customers[row] ?? 0) === 0
			};
		})
	);
	return {
		rows: cells.map((_, group) => ({ label: shortened(name(group), 12) })),
		columns: shown.map((step) => ({ label: words.steps[step]() })),
		cells,
		rowOf,
		table: {
			columns: [
				{ id: 'group', label: words.groups.group() },
				{ id: 'step', label: words.funnel.step() },
				{ id: 'customers', label: words.groups.customers(), align: 'end' },
				{ id: 'conversion', label: words.funnel.conversion(), align: 'end' },
				{ id: 'low', label: words.groups.low(), align: 'end' },
				{ id: 'high', label: words.groups.high(), align: 'end' },
				{ id: 'medianDays', label: words.funnel.medianDays(), align: 'end' },
				{ id: 'p90Days', label: words.funnel.p90Days(), align: 'end' }
			],
			rows: Array.from({ length: steps.rows }, (_, row) => ({
				id: String(row),
				cells: [
					name(columns.group[row] ?? 0),
					words.steps[stepOf(row)](),
					formatCount(columns.customers[row] ?? 0, locale),
					...(['conversion', 'low', 'high'] as const).map((column) =>
						formatShare(columns[column][row] ?? NaN, locale)
					),
					...(['medianDays', 'p90Days'] as const).map((column) =>
						formatNumber(columns[column][row] ?? NaN, locale)
					)
				]
			}))
		},
		mark
	};
}
