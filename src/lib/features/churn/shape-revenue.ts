import type { ChurnResult } from '#lib/api/index.ts';
import type { CurveCompanion, CurvePoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatMoney, formatPeriod, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { Wording } from './wording.ts';

export interface RevenueShape {
	/** NRR of each complete period; x is its row. */
	readonly points: CurvePoint[];
	/** GRR, below it. */
	readonly companions: CurveCompanion[];
	readonly table: TableTwin;
	readonly finding: string;
	/** The name of the period at a row. */
	readonly label: (row: number) => string;
	readonly mark: (row: number) => string;
}

/** NRR and GRR as two lines: what lies between them is what growth adds to what was kept. */
export function shapeRevenue(result: ChurnResult, { messages, locale, money }: Wording): RevenueShape {
	const words = messages.churn.revenue;
	const { columns, rows } = result.tables.revenue;
	const points: CurvePoint[] = [];
	const kept: { x: number; value: number }[] = [];
	const table: TableTwin['rows'][number][] = [];
	const label = (row: number) =>
		formatPeriod(columns.period[row] ?? NaN, result.params.unit, locale, result.frame.yearStart);
	const rates = [
		...(['nrr', 'nrrLow', 'nrrHigh', 'grr', 'grrLow', 'grrHigh'] as const),
		'revenueChurn'
	] as const;
	const interval = (name: 'nrr' | 'grr', row: number) => {
		const [low, high] = [columns[`${name}Low`][row] ?? NaN, columns[`${name}High`][row] ?? NaN];
		// Too few customers, and snapshots of earlier versions, do not say how sure it is.
		return Number.isNaN(low) ? '' : formatShareInterval(low, high, locale);
	};
	// What was not kept: the ends of GRR, turned round.
	const churnEnds = (row: number): [number, number] => [
		1 - (columns.grrHigh[row] ?? NaN),
		1 - (columns.grrLow[row] ?? NaN)
	];
	// Leaves out what too few customers have no interval of.
	const sure = (row: number): string[] => {
		const [nrr, grr] = [interval('nrr', row), interval('grr', row)];
		if (grr === '') return [];
		const churn = formatShareInterval(...churnEnds(row), locale);
		return [nrr === '' ? words.sureKept({ grr, churn }) : words.sure({ nrr, grr, churn })];
	};
	const sums = ['start', 'churned', 'contraction', 'expansion', 'end'] as const;
	let last = -1;
	for (let row = 0; row < rows; row++) {
		const incomplete = columns.incomplete[row] === 1;
		const nrr = columns.nrr[row] ?? NaN;
		const grr = columns.grr[row] ?? NaN;
		if (!incomplete && !Number.isNaN(nrr)) last = row;
		points.push({
			x: row,
			// A period that is not over would draw a fall that may never come.
			value: incomplete ? NaN : nrr,
			low: incomplete ? NaN : (columns.nrrLow[row] ?? NaN),
			high: incomplete ? NaN : (columns.nrrHigh[row] ?? NaN),
			lines: [
				label(row),
				`${words.nrr()} ${[formatShare(nrr, locale), interval('nrr', row)].filter(Boolean).join(' · ')}`,
				`${words.grr()} ${[formatShare(grr, locale), interval('grr', row)].filter(Boolean).join(' · ')}`
			]
		});
		kept.push({ x: row, value: incomplete ? NaN : grr });
		table.push({
			id: String(row),
			cells: [
				incomplete ? `${label(row)}*` : label(row),
				...rates.map((name) => formatShare(columns[name][row] ?? NaN, locale)),
				formatShareInterval(...churnEnds(row), locale),
				formatShare(columns.customerChurn[row] ?? NaN, locale),
				...sums.map((name) => formatMoney(columns[name][row] ?? NaN, locale, money))
			]
		});
	}
	return {
		points,
		companions: [{ points: kept, color: 'var(--mark)', strong: true }],
		label,
		table: {
			columns: [
				{ id: 'period', label: messages.churn.periods.period() },
				...[...rates, 'revenueChurnEnds' as const, 'customerChurn' as const, ...sums].map((id) => ({
					id,
					label: words[id](),
					align: 'end' as const
				}))
			],
			rows: table
		},
		finding:
			last < 0
				? words.findingNone()
				: [
						words.finding({
							period: label(last),
							nrr: columns.nrr[last] ?? NaN,
							grr: columns.grr[last] ?? NaN
						}),
						...sure(last)
					].join(locale === 'en' ? ' ' : ''),
		mark: (row) => words.mark({ period: label(row) })
	};
}
