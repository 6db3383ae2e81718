import { tierIds, type ValueResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { CurvePoint, ShareRow } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import {
	formatCount,
	formatMoneyShort,
	formatMoneyWhole,
	formatNumber,
	formatShare
} from '#lib/i18n/format.ts';
import { curveFinding } from './curve-finding.ts';
import type { Wording } from './wording.ts';

/** A chart whose marks are the rows of one table. */
export interface Shape {
	readonly table: TableTwin;
	readonly finding: string;
	/** Names a row in the customers panel. */
	readonly mark: (row: number) => string;
}

/** Whether numbers can be drawn as parts of a bar: none below zero, and some above. */
const arePartsOfWhole = (values: Float64Array): boolean =>
	values.every((value) => value >= 0) && values.some((value) => value > 0);

/** The tiers as parts of three bars: customers, revenue, what is expected. */
export function shapeTiers(result: ValueResult, wording: Wording): Shape & { readonly rows: ShareRow[] } {
	const { messages, locale, money } = wording;
	const words = messages.value.tiers;
	const { columns, rows } = result.tables.tiers;
	const colors = ['--seq-8', '--seq-5', '--seq-2'];
	const inks = ['--seq-ink-8', '--seq-ink-5', '--seq-ink-2'];
	const name = (row: number) => messages.terms.tiers[tierIds[row] ?? 'c']();
	const mark = (row: number) => words.mark({ tier: name(row) });
	const bar = (label: string, values: ArrayLike<number>): ShareRow => {
		const total = Array.from(values).reduce((sum, own) => sum + own, 0);
		return {
			label,
			parts: Array.from({ length: rows }, (_, row) => {
				const share = total > 0 ? (values[row] ?? 0) / total : NaN;
				return {
					share,
					text: formatShare(share, locale),
					color: `var(${colors[row] ?? '--seq-1'})`,
					ink: `var(${inks[row] ?? '--seq-ink-1'})`,
					lines: [
						mark(row),
						`${label} ${formatShare(share, locale)}`,
						messages.common.customers({ n: columns.customers[row] ?? 0 }),
						formatMoneyShort(columns.revenue[row] ?? NaN, locale, money)
					]
				};
			})
		};
	};
	const predicted = !Number.isNaN(result.scalars.predictedValue);
	return {
		rows: [
			bar(words.customers(), columns.customers),
			...(arePartsOfWhole(columns.revenue) ? [bar(words.revenue(), columns.revenue)] : []),
			...(predicted && arePartsOfWhole(columns.predicted) ? [bar(words.predicted(), columns.predicted)] : [])
		],
		table: {
			columns: [
				{ id: 'tier', label: words.tier() },
				{ id: 'customers', label: words.customers(), align: 'end' },
				{ id: 'revenue', label: words.revenue(), align: 'end' },
				{ id: 'revenueShare', label: words.revenueShare(), align: 'end' },
				{ id: 'mean', label: words.mean(), align: 'end' },
				{ id: 'predicted', label: words.predicted(), align: 'end' }
			],
			rows: Array.from({ length: rows }, (_, row) => ({
				id: String(row),
				cells: [
					name(row),
					formatCount(columns.customers[row] ?? 0, locale),
					formatMoneyWhole(columns.revenue[row] ?? NaN, locale, money),
					formatShare(columns.revenueShare[row] ?? NaN, locale),
					formatMoneyWhole(columns.meanRevenue[row] ?? NaN, locale, money),
					formatMoneyWhole(columns.predicted[row] ?? NaN, locale, money)
				]
			}))
		},
		finding: words.finding({
			n: columns.customers[0] ?? 0,
			share: columns.share[0] ?? NaN,
			revenue: columns.revenueShare[0] ?? NaN
		}),
		mark
	};
}

/** Every how many percent of the customers the curve has a point. */
const step = 5;

/** How much of the revenue the customers with the most make; the band is what lies above equal shares. */
export function shapeConcentration(
	result: ValueResult,
	{ messages, locale, money }: Wording
): Shape & { readonly points: CurvePoint[]; readonly rows: readonly number[] } {
	const words = messages.value.curve;
	const { columns, rows } = result.tables.concentration;
	const shown = Array.from({ length: rows }, (_, row) => row).filter((row) => row % step === 0);
	const mark = (row: number) => words.point({ part: row });
	return {
		points: shown.map((row) => {
			const value = columns.revenueShare[row] ?? NaN;
			return {
				x: row,
				value,
				low: row / 100,
				high: value,
				lines: [
					mark(row),
					`${words.share()} ${formatShare(value, locale)}`,
					messages.common.customers({ n: columns.customers[row] ?? 0 }),
					formatMoneyShort(columns.revenue[row] ?? NaN, locale, money)
				]
			};
		}),
		rows: shown,
		table: {
			columns: [
				{ id: 'part', label: words.axis(), align: 'end' },
				{ id: 'customers', label: words.customers(), align: 'end' },
				{ id: 'revenue', label: messages.value.tiers.revenue(), align: 'end' },
				{ id: 'share', label: words.share(), align: 'end' }
			],
			rows: shown.map((row) => ({
				id: String(row),
				cells: [
					String(row),
					formatCount(columns.customers[row] ?? 0, locale),
					formatMoneyWhole(columns.revenue[row] ?? NaN, locale, money),
					formatShare(columns.revenueShare[row] ?? NaN, locale)
				]
			}))
		},
		finding: curveFinding(
			result,
			messages,
			{
				money: (units) => formatMoneyShort(units, locale, money),
				gini: (gini) => formatNumber(gini, locale, 2)
			},
			locale
		),
		mark
	};
}

/** Expected value by tenth of the customers. */
export function shapeDeciles(
	result: ValueResult,
	{ messages, locale, money }: Wording
): Shape & { readonly bars: Bar[] } {
	const words = messages.value.deciles;
	const { columns, rows } = result.tables.deciles;
	const mark = (row: number) => words.mark({ n: row + 1 });
	const all = Array.from({ length: rows }, (_, row) => row);
	return {
		bars: all.map((row) => {
			const value = columns.predicted[row] ?? NaN;
			return {
				label: String(row + 1),
				value,
				text: formatShare(columns.predictedShare[row] ?? NaN, locale, 0),
				lines: [
					mark(row),
					`${words.predicted()} ${formatMoneyShort(value, locale, money)} (${formatShare(columns.predictedShare[row] ?? NaN, locale)})`,
					`${words.mean()} ${formatMoneyShort(columns.meanPredicted[row] ?? NaN, locale, money)}`,
					messages.common.customers({ n: columns.customers[row] ?? 0 })
				]
			};
		}),
		table: {
			columns: [
				{ id: 'decile', label: words.decile(), align: 'end' },
				{ id: 'customers', label: messages.value.tiers.customers(), align: 'end' },
				{ id: 'predicted', label: words.predicted(), align: 'end' },
				{ id: 'share', label: words.share(), align: 'end' },
				{ id: 'mean', label: words.mean(), align: 'end' },
				{ id: 'orders', label: words.orders(), align: 'end' },
				{ id: 'historic', label: words.historic(), align: 'end' }
			],
			rows: all.map((row) => ({
				id: String(row),
				cells: [
					String(row + 1),
					formatCount(columns.customers[row] ?? 0, locale),
					formatMoneyWhole(columns.predicted[row] ?? NaN, locale, money),
					formatShare(columns.predictedShare[row] ?? NaN, locale),
					formatMoneyWhole(columns.meanPredicted[row] ?? NaN, locale, money),
					formatNumber(columns.expectedOrders[row] ?? NaN, locale),
					formatMoneyWhole(columns.historic[row] ?? NaN, locale, money)
				]
			}))
		},
		finding: words.finding({ share: columns.predictedShare[0] ?? NaN }),
		mark
	};
}

/** Customers by their chance of still buying. */
export function shapeAlive(
	result: ValueResult,
	{ messages, locale, money }: Wording
): Shape & { readonly bars: Bar[] } {
	const words = messages.value.alive;
	const { columns, rows } = result.tables.alive;
	const percent = (share: number | undefined) => formatNumber((share ?? NaN) * 100, locale, 0);
	const name = (row: number) => `${percent(columns.low[row])}–${percent(columns.high[row])}`;
	const mark = (row: number) =>
		words.mark({ low: percent(columns.low[row]), high: percent(columns.high[row]) });
	const all = Array.from({ length: rows }, (_, row) => row);
	return {
		bars: all.map((row) => {
			const customers = columns.customers[row] ?? 0;
			return {
				label: name(row),
				value: customers,
				text: formatCount(customers, locale),
				lines: [
					mark(row),
					`${messages.common.customers({ n: customers })} (${formatShare(columns.share[row] ?? NaN, locale)})`,
					`${words.predicted()} ${formatMoneyShort(columns.predicted[row] ?? NaN, locale, money)}`
				]
			};
		}),
		table: {
			columns: [
				{ id: 'band', label: words.axis() },
				{ id: 'customers', label: messages.value.tiers.customers(), align: 'end' },
				{ id: 'share', label: messages.value.deciles.share(), align: 'end' },
				{ id: 'historic', label: words.historic(), align: 'end' },
				{ id: 'predicted', label: words.predicted(), align: 'end' }
			],
			rows: all.map((row) => ({
				id: String(row),
				cells: [
					name(row),
					formatCount(columns.customers[row] ?? 0, locale),
					formatShare(columns.share[row] ?? NaN, locale),
					formatMoneyWhole(columns.historic[row] ?? NaN, locale, money),
					formatMoneyWhole(columns.predicted[row] ?? NaN, locale, money)
				]
			}))
		},
		finding: words.finding({ n: Math.round(result.scalars.expectedAlive), all: result.scalars.everyone }),
		mark
	};
}
