import { tierIds, type ValueResult } from '#lib/api/index.ts';
import { maxOf } from '#lib/charts/bar.ts';
import type { AxisEntry, HeatCell } from '#lib/charts/chart-data.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import { formatCount, formatMoneyShort, formatMoneyWhole, formatShare } from '#lib/i18n/format.ts';
import type { Shape } from './shape-base.ts';
import type { Wording } from './wording.ts';

export interface GridShape extends Shape {
	/** Tier A above. */
	readonly rows: AxisEntry[];
	/** The highest potential on the right, as the scores of the segment matrix. */
	readonly columns: AxisEntry[];
	readonly cells: HeatCell[][];
	readonly low: string;
	readonly high: string;
	/** The row of the table at a place of the plot, and the place of a row. */
	readonly rowAt: (row: number, column: number) => number;
	readonly placeOf: (tableRow: number | null) => { row: number; column: number } | null;
}

const tiers = tierIds.length;
const rowAt = (row: number, column: number): number => row * tiers + (tiers - 1 - column);
const places = Array.from({ length: tiers }, (_, index) => index);

/** Who brought much and is expected to bring little, and the other way: customers as text, what is expected as colour. */
export function shapeGrid(result: ValueResult, { messages, locale, money }: Wording): GridShape {
	const words = messages.value.grid;
	const { columns, rows } = result.tables.grid;
	const tier = (code: number) => messages.terms.tiers[tierIds[code] ?? 'c']();
	const mark = (row: number) =>
		words.mark({ value: tier(columns.tier[row] ?? 0), potential: tier(columns.potential[row] ?? 0) });
	const max = maxOf(columns.predicted);
	const cell = (row: number): HeatCell => {
		const customers = columns.customers[row] ?? 0;
		const predicted = formatMoneyShort(columns.predicted[row] ?? NaN, locale, money);
		const revenue = formatMoneyShort(columns.revenue[row] ?? NaN, locale, money);
		return {
			step: scaleStep(columns.predicted[row] ?? 0, max),
			text: formatCount(customers, locale),
			sub: predicted,
			empty: customers === 0,
			lines: [
				mark(row),
				customers === 0 ? messages.charts.emptyCell() : messages.common.customers({ n: customers }),
				...(customers === 0
					? []
					: [
							words.share({ share: columns.share[row] ?? NaN }),
							`${words.value()} ${revenue}`,
							`${words.predicted()} ${predicted}`
						])
			]
		};
	};
	/** Sums over the cells that a rule picks by tier of value and of potential. */
	const over = (values: ArrayLike<number>, picks: (value: number, potential: number) => boolean): number =>
		Array.from({ length: rows }, (_, row) =>
			picks(columns.tier[row] ?? 0, columns.potential[row] ?? 0) ? (values[row] ?? 0) : 0
		).reduce((sum, own) => sum + own, 0);
	const fading = (value: number, potential: number) => value === 0 && potential > 0;
	const growing = (value: number, potential: number) => value > 0 && potential === 0;
	return {
		rows: places.map((code) => ({ label: words.row({ tier: tier(code) }) })),
		columns: places.map((code) => ({ label: words.column({ tier: tier(tiers - 1 - code) }) })),
		cells: places.map((row) => places.map((column) => cell(rowAt(row, column)))),
		low: formatMoneyShort(0, locale, money),
		high: formatMoneyShort(max, locale, money),
		table: {
			columns: [
				{ id: 'tier', label: words.value() },
				{ id: 'potential', label: words.potential() },
				{ id: 'customers', label: messages.value.tiers.customers(), align: 'end' },
				{ id: 'share', label: messages.terms.measures.share(), align: 'end' },
				{ id: 'revenue', label: messages.value.tiers.revenue(), align: 'end' },
				{ id: 'predicted', label: words.predicted(), align: 'end' }
			],
			rows: Array.from({ length: rows }, (_, row) => ({
				id: String(row),
				cells: [
					tier(columns.tier[row] ?? 0),
					tier(columns.potential[row] ?? 0),
					formatCount(columns.customers[row] ?? 0, locale),
					formatShare(columns.share[row] ?? NaN, locale),
					formatMoneyWhole(columns.revenue[row] ?? NaN, locale, money),
					formatMoneyWhole(columns.predicted[row] ?? NaN, locale, money)
				]
			}))
		},
		finding: words.finding({
			n: over(columns.customers, fading),
			revenue: formatMoneyShort(over(columns.revenue, fading), locale, money),
			grow: over(columns.customers, growing),
			predicted: formatMoneyShort(over(columns.predicted, growing), locale, money)
		}),
		mark,
		rowAt,
		placeOf: (row) =>
			row === null ? null : { row: Math.floor(row / tiers), column: tiers - 1 - (row % tiers) }
	};
}
