import { loyaltyIds, tierIds, type ValueResult } from '#lib/api/index.ts';
import { maxOf } from '#lib/charts/bar.ts';
import type { AxisEntry, HeatCell } from '#lib/charts/chart-data.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoneyShort, formatMoneyWhole, formatShare } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import type { Shape } from './shape-base.ts';
import type { Wording } from './wording.ts';

/** What the tiers of value are set against. */
export const gridAxes = ['potential', 'loyalty'] as const;
export type GridAxis = (typeof gridAxes)[number];

/** The axes that a result has; a prediction may be wanting, and files of before know no loyalty. */
export function axesOf({ tables }: ValueResult): GridAxis[] {
	return gridAxes.filter((axis) => tables[tableOf[axis]].rows > 0);
}

const tableOf = { potential: 'grid', loyalty: 'loyalty' } as const;

export interface GridShape extends Shape {
	readonly title: string;
	/** Of the result, and of the report: the table behind the cells. */
	readonly name: 'grid' | 'loyalty';
	/** Tier A above. */
	readonly rows: AxisEntry[];
	/** The highest potential, or the most orders, on the right, as the scores of the segment matrix. */
	readonly columns: AxisEntry[];
	readonly cells: HeatCell[][];
	/** What the colour says, and its ends. */
	readonly measure: string;
	readonly low: string;
	readonly high: string;
	/** The row of the table at a place of the plot, and the place of a row. */
	readonly rowAt: (row: number, column: number) => number;
	readonly placeOf: (tableRow: number | null) => { row: number; column: number } | null;
}

const tiers = tierIds.length;
const rowAt = (row: number, column: number): number => row * tiers + (tiers - 1 - column);
const places = Array.from({ length: tiers }, (_, index) => index);

/** Who brought much and is expected to bring little, or has hardly ordered: customers as text, money as colour. */
export function shapeGrid(
	result: ValueResult,
	axis: GridAxis,
	{ messages, locale, money }: Wording
): GridShape {
	const words = messages.value.grid;
	const { rows, columns } = result.tables[tableOf[axis]];
	const tier = (code: number) => messages.terms.tiers[tierIds[code] ?? 'c']();
	const against = axisWords(axis, messages);
	const code = (row: number) => row % tiers;
	const mark = (row: number) => against.mark(tier(columns.tier[row] ?? 0), code(row));
	const coloured = axis === 'potential' ? columns.predicted : columns.revenue;
	const max = maxOf(coloured);
	const short = (value: number) => formatMoneyShort(value, locale, money);
	const cell = (row: number): HeatCell => {
		const customers = columns.customers[row] ?? 0;
		const predicted = columns.predicted[row] ?? NaN;
		const about = [
			messages.common.customers({ n: customers }),
			words.share({ share: columns.share[row] ?? NaN }),
			`${words.value()} ${short(columns.revenue[row] ?? NaN)}`,
			...(Number.isNaN(predicted) ? [] : [`${words.predicted()} ${short(predicted)}`])
		];
		return {
			step: scaleStep(coloured[row] ?? 0, max),
			text: formatCount(customers, locale),
			sub: short(coloured[row] ?? NaN),
			empty: customers === 0,
			lines: [mark(row), ...(customers === 0 ? [messages.charts.emptyCell()] : about)]
		};
	};
	/** Sums over the cells that a rule picks by tier of value and by column. */
	const over = (values: ArrayLike<number>, picks: (value: number, column: number) => boolean): number =>
		Array.from({ length: rows }, (_, row) =>
			picks(columns.tier[row] ?? 0, code(row)) ? (values[row] ?? 0) : 0
		).reduce((sum, own) => sum + own, 0);
	// A tier that holds the most, and hardly anything of what stands against it; and the other way round.
	const fading = (value: number, column: number) =>
		value === 0 && (axis === 'potential' ? column > 0 : column === tiers - 1);
	const growing = (value: number, column: number) => value > 0 && column === 0;
	return {
		name: tableOf[axis],
		title: against.title,
		rows: places.map((row) => ({ label: words.row({ tier: tier(row) }) })),
		columns: places.map((column) => ({ label: against.column(tiers - 1 - column) })),
		cells: places.map((row) => places.map((column) => cell(rowAt(row, column)))),
		measure: axis === 'potential' ? words.predicted() : words.value(),
		low: short(0),
		high: short(max),
		table: tableTwin(result, axis, { messages, locale, money }),
		finding: against.finding({
			n: over(columns.customers, fading),
			revenue: short(over(columns.revenue, fading)),
			grow: over(columns.customers, growing),
			other: short(over(coloured, growing))
		}),
		mark,
		rowAt,
		placeOf: (row) =>
			row === null ? null : { row: Math.floor(row / tiers), column: tiers - 1 - (row % tiers) }
	};
}

interface FindingFigures {
	readonly n: number;
	readonly revenue: string;
	readonly grow: number;
	/** Of those who grow: what is expected of them, or what they brought. */
	readonly other: string;
}

/** What an axis is called, and what is said of it. */
function axisWords(axis: GridAxis, { value, terms }: Messages) {
	const { grid, loyalty } = value;
	if (axis === 'potential') {
		const tier = (code: number) => terms.tiers[tierIds[code] ?? 'c']();
		return {
			title: grid.title(),
			head: grid.potential(),
			column: (code: number) => grid.column({ tier: tier(code) }),
			cell: tier,
			mark: (own: string, code: number) => grid.mark({ value: own, potential: tier(code) }),
			finding: ({ other, ...figures }: FindingFigures) => grid.finding({ ...figures, predicted: other })
		};
	}
	const orders = (code: number) => loyalty.columns[loyaltyIds[code] ?? 'once']();
	return {
		title: loyalty.title(),
		head: loyalty.orders(),
		column: orders,
		cell: orders,
		mark: (own: string, code: number) => loyalty.mark({ value: own, orders: orders(code) }),
		finding: ({ other, ...figures }: FindingFigures) => loyalty.finding({ ...figures, often: other })
	};
}

function tableTwin(result: ValueResult, axis: GridAxis, { messages, locale, money }: Wording): TableTwin {
	const words = messages.value;
	const { rows, columns } = result.tables[tableOf[axis]];
	const against = axisWords(axis, messages);
	return {
		columns: [
			{ id: 'tier', label: words.grid.value() },
			{ id: axis, label: against.head },
			{ id: 'customers', label: words.tiers.customers(), align: 'end' },
			{ id: 'share', label: messages.terms.measures.share(), align: 'end' },
			{ id: 'revenue', label: words.tiers.revenue(), align: 'end' },
			{ id: 'predicted', label: words.grid.predicted(), align: 'end' }
		],
		rows: Array.from({ length: rows }, (_, row) => ({
			id: String(row),
			cells: [
				messages.terms.tiers[tierIds[columns.tier[row] ?? 0] ?? 'c'](),
				against.cell(row % tiers),
				formatCount(columns.customers[row] ?? 0, locale),
				formatShare(columns.share[row] ?? NaN, locale),
				formatMoneyWhole(columns.revenue[row] ?? NaN, locale, money),
				formatMoneyWhole(columns.predicted[row] ?? NaN, locale, money)
			]
		}))
	};
}
