import { aliveBands, riskBands, type ChurnResult } from '#lib/api/index.ts';
import type { AxisEntry, HeatCell } from '#lib/charts/chart-data.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoney, formatMoneyShort, formatNumber, formatShare } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

export interface AgreementShape {
	readonly rows: AxisEntry[];
	readonly columns: AxisEntry[];
	/** cells[band][band of P(alive)] */
	readonly cells: HeatCell[][];
	/** Row of `agreement` of a cell. */
	readonly rowOf: (band: number, alive: number) => number;
	/** The cell of a row; null where its band of P(alive) is not shown. */
	readonly cellOf: (row: number | null) => { row: number; column: number } | null;
	readonly table: TableTwin;
	readonly finding: string;
	readonly notes: string[];
	readonly mark: (row: number) => string;
}

/** Rule against model: where the two agree about a customer, and where not. Null where no model tells. */
export function shapeAgreement(
	result: ChurnResult,
	{ messages, locale, money }: Wording
): AgreementShape | null {
	const words = messages.churn.agreement;
	const { scalars: s, params } = result;
	const { columns, rows } = result.tables.agreement;
	if (params.model === 'none' || s.estimated === 0 || rows === 0) return null;
	const width = aliveBands.length;
	const band = (row: number) => messages.terms.riskBands[riskBands[Math.floor(row / width)] ?? 'active']();
	const alive = (row: number) => messages.terms.aliveBands[aliveBands[row % width] ?? 'unknown']();
	const mark = (row: number) => words.cell({ band: band(row), alive: alive(row) });
	// Who has no estimate stands in a column of its own only where there is anybody.
	const shown = aliveBands
		.map((_, at) => at)
		.filter((at) => at < 3 || riskBands.some((_, row) => (columns.customers[row * width + at] ?? 0) > 0));
	const cell = (row: number): HeatCell => {
		const n = columns.customers[row] ?? 0;
		const share = columns.share[row] ?? NaN;
		return {
			step: scaleStep(Number.isNaN(share) ? 0 : share, 1),
			text: formatCount(n, locale),
			...(n === 0 ? {} : { sub: formatShare(share, locale, 0) }),
			empty: n === 0,
			lines:
				n === 0
					? [mark(row), messages.charts.emptyCell()]
					: [
							mark(row),
							messages.common.customers({ n }),
							words.ofBand({ share, band: band(row) }),
							`${messages.churn.warning.stake()} ${formatMoneyShort(columns.stake[row] ?? NaN, locale, money)}`
						]
		};
	};
	const range = ['≥', '', '<', ''];
	const edge = [params.aliveHigh, NaN, params.aliveLow, NaN];
	return {
		rows: riskBands.map((id) => ({ label: messages.terms.riskBands[id]() })),
		columns: shown.map((at) => ({
			label: messages.terms.aliveBands[aliveBands[at] ?? 'unknown'](),
			...(Number.isNaN(edge[at] ?? NaN)
				? {}
				: { sub: `${range[at] ?? ''} ${formatNumber(edge[at] ?? NaN, locale)}%` })
		})),
		cells: riskBands.map((_, row) => shown.map((at) => cell(row * width + at))),
		rowOf: (row, at) => row * width + (shown[at] ?? 0),
		cellOf: (row) => {
			const column = row === null ? -1 : shown.indexOf(row % width);
			return row === null || column < 0 ? null : { row: Math.floor(row / width), column };
		},
		mark,
		finding: words.finding({
			lost: s.churnedButAlive,
			low: s.activeButLow,
			model: messages.churn.models[params.model]()
		}),
		notes: [
			words.expected({ n: s.estimated, alive: Math.round(s.expectedAlive) }),
			...(params.model === 'bg-nbd' ? [words.once()] : [])
		],
		table: {
			columns: [
				{ id: 'band', label: messages.churn.warning.band() },
				{ id: 'alive', label: words.alive() },
				{ id: 'customers', label: messages.terms.measures.customers(), align: 'end' },
				{ id: 'share', label: messages.terms.measures.share(), align: 'end' },
				{ id: 'stake', label: messages.churn.warning.stake(), align: 'end' }
			],
			rows: Array.from({ length: rows }, (_, row) => ({
				id: String(row),
				cells: [
					band(row),
					alive(row),
					formatCount(columns.customers[row] ?? 0, locale),
					formatShare(columns.share[row] ?? NaN, locale),
					formatMoney(columns.stake[row] ?? NaN, locale, money)
				]
			}))
		}
	};
}
