import { aliveBands, riskBands, type ChurnResult } from '#lib/api/index.ts';
import type { AxisEntry, HeatCell } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { crossTable } from '../shared/cross-table.ts';
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
	const { cell, table } = crossTable(
		{
			rows,
			customers: columns.customers,
			share: columns.share,
			money: columns.stake,
			first: band,
			second: alive
		},
		{
			mark,
			ofFirst: ({ share, first }) => words.ofBand({ share, band: first }),
			moneyName: messages.churn.warning.stake(),
			heads: [
				messages.churn.warning.band(),
				words.alive(),
				messages.terms.measures.customers(),
				messages.terms.measures.share(),
				messages.churn.warning.stake()
			]
		},
		{ messages, locale, money }
	);
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
		table
	};
}
