import type { MigrationResult } from '#lib/api/index.ts';
import type { AxisEntry, FlowBand, FlowBlock, HeatCell } from '#lib/charts/chart-data.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import {
	formatCount,
	formatCountShort,
	formatDay,
	formatMoney,
	formatMoneyShort,
	formatShare
} from '#lib/i18n/format.ts';
import { placesOf, type Wording } from './wording.ts';

/** What bands and cells are measured in. */
export type Measure = 'customers' | 'revenue';

export interface MatrixShape {
	readonly rows: AxisEntry[];
	readonly columns: AxisEntry[];
	/** cells[from][to]; cell (from, to) is row from · columns + to of the table. */
	readonly cells: HeatCell[][];
	readonly blocks: FlowBlock[];
	readonly bands: FlowBand[];
	/** Row of the `matrix` table of each band. */
	readonly bandRows: readonly number[];
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

/** Who went from where to where, as a matrix and as a flow of two columns. */
export function shapeMatrix(result: MigrationResult, measure: Measure, wording: Wording): MatrixShape {
	const { locale, money, messages } = wording;
	const words = wording.words.matrix;
	const places = placesOf(result, wording);
	const { matrix, places: sizes } = result.tables;
	const { columns } = matrix;
	const width = places.length === 0 ? 0 : matrix.rows / places.length;
	const name = (place: number | undefined) => places[place ?? 0]?.name ?? '';
	const mark = (row: number) => {
		const [from, to] = [columns.from[row], columns.to[row]];
		return from === to ? words.stayed({ from: name(from) }) : words.mark({ from: name(from), to: name(to) });
	};
	const moneyOf = (units: number | undefined) => formatMoneyShort(units ?? NaN, locale, money);
	const lines = (row: number): string[] => {
		const n = columns.customers[row] ?? 0;
		if (n === 0) return [mark(row), messages.charts.emptyCell()];
		return [
			mark(row),
			messages.common.customers({ n }),
			words.ofRow({ share: columns.share[row] ?? NaN, from: name(columns.from[row]) }),
			words.lineRevenue({ now: moneyOf(columns.revenue[row]), before: moneyOf(columns.revenueBefore[row]) })
		];
	};
	const cell = (row: number): HeatCell => {
		const n = columns.customers[row] ?? 0;
		const share = columns.share[row] ?? 0;
		return {
			step: scaleStep(share, 1),
			text: measure === 'customers' ? formatCountShort(n, locale) : moneyOf(columns.revenue[row]),
			...(n === 0 ? {} : { sub: formatShare(share, locale, 0) }),
			empty: n === 0,
			lines: lines(row)
		};
	};
	const [before, now] = [formatDay(result.scalars.before), formatDay(result.scalars.now)];
	const block = (step: 0 | 1, group: number): FlowBlock => {
		const n = (step === 0 ? sizes.columns.before[group] : sizes.columns.now[group]) ?? 0;
		return {
			step,
			group,
			value: measure === 'customers' ? n : 0,
			label: name(group),
			color: places[group]?.color ?? '',
			lines: [name(group), step === 0 ? before : now, messages.common.customers({ n })]
		};
	};
	const moved = [...columns.customers.keys()].filter((row) => columns.customers[row] !== 0);
	return {
		rows: places.map(({ name: label }) => ({ label })),
		columns: places.slice(0, width).map(({ name: label }) => ({ label })),
		cells: places.map((_, from) => Array.from({ length: width }, (__, to) => cell(from * width + to))),
		blocks: places.flatMap((_, group) => [
			...(sizes.columns.before[group] === 0 ? [] : [block(0, group)]),
			...(group >= width || sizes.columns.now[group] === 0 ? [] : [block(1, group)])
		]),
		bands: moved.map((row) => ({
			step: 0,
			from: columns.from[row] ?? 0,
			to: columns.to[row] ?? 0,
			value: columns[measure][row] ?? 0,
			color: places[columns.from[row] ?? 0]?.color ?? '',
			lines: lines(row)
		})),
		bandRows: moved,
		table: {
			columns: [
				{ id: 'from', label: words.from() },
				{ id: 'to', label: words.to() },
				...(['customers', 'share', 'revenue', 'revenueBefore'] as const).map((id) => ({
					id,
					label: words[id](),
					align: 'end' as const
				}))
			],
			rows: Array.from({ length: matrix.rows }, (_, row) => ({
				id: String(row),
				cells: [
					name(columns.from[row]),
					name(columns.to[row]),
					formatCount(columns.customers[row] ?? 0, locale),
					formatShare(columns.share[row] ?? NaN, locale),
					formatMoney(columns.revenue[row] ?? NaN, locale, money),
					formatMoney(columns.revenueBefore[row] ?? NaN, locale, money)
				]
			}))
		},
		mark
	};
}
