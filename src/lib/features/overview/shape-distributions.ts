import type { OverviewResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { ShareRow } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { sureInterval, sureOverview } from '#lib/i18n/sure-words.ts';
import { formatCount, formatMoney, formatMoneyShort, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { intervalBars, rangeText, type BarsShape } from '../shared/interval-bars.ts';
import { setRow, type Wording } from './shape-cards.ts';

/** Customers by how many orders they placed. */
export function shapeOrderCounts(result: OverviewResult, { messages, locale, money }: Wording): BarsShape {
	const words = messages.overview.orderCounts;
	const { rows, columns } = result.tables.orderCounts;
	const { scalars } = result;
	const bars: Bar[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < rows; row++) {
		const label = rangeText(columns.from[row] ?? 0, columns.to[row] ?? 0);
		const customers = columns.customers[row] ?? 0;
		const revenue = columns.revenue[row] ?? NaN;
		const share = formatShare(customers / scalars.customers, locale);
		bars.push({
			label,
			value: customers,
			text: formatCount(customers, locale),
			lines: [
				words.mark({ range: label }),
				`${messages.common.customers({ n: customers })} (${share})`,
				formatMoneyShort(revenue, locale, money)
			]
		});
		table.push({
			id: String(row),
			cells: [label, formatCount(customers, locale), share, formatMoney(revenue, locale, money)]
		});
	}
	const { measures } = messages.terms;
	return {
		bars,
		table: {
			columns: [
				{ id: 'orders', label: words.orders() },
				{ id: 'customers', label: measures.customers(), align: 'end' },
				{ id: 'share', label: measures.share(), align: 'end' },
				{ id: 'revenue', label: measures.revenue(), align: 'end' }
			],
			rows: table
		},
		finding: words.finding({ share: scalars.repeatRate, revenue: 1 - scalars.onceRevenueShare }),
		mark: (row) => words.mark({ range: bars[row]?.label ?? '' })
	};
}

/** Customers by their median gap between order days. */
export function shapeIntervals(result: OverviewResult, wording: Wording): BarsShape {
	const { messages, locale } = wording;
	const words = messages.overview.intervals;
	const { measures } = messages.terms;
	const { scalars: s, tables } = result;
	const heads = { days: words.days(), customers: measures.customers(), share: measures.share() };
	return {
		...intervalBars(tables.intervals, s.purchaseIntervalCustomers, { mark: words.mark, ...heads }, wording),
		finding:
			s.purchaseIntervalCustomers > 0
				? [
						words.finding({ days: formatNumber(s.purchaseInterval, locale) }),
						...sureInterval(s, messages, locale)
					].join(locale === 'en' ? ' ' : '')
				: words.none()
	};
}

export interface ConcentrationShape {
	readonly rows: ShareRow[];
	readonly table: TableTwin;
	readonly finding: string;
	/** Per part: row of the `sets` table, and the name of its customers. */
	readonly sets: readonly { readonly row: number; readonly mark: string }[];
}

/** How customers and revenue divide into the top tenth, the rest of the top fifth, of those who make 80 %, and all others. */
export function shapeConcentration(
	result: OverviewResult,
	{ messages, locale, money }: Wording
): ConcentrationShape {
	const words = messages.overview.concentration;
	const { scalars: s, tables } = result;
	const { customers, revenue } = tables.sets.columns;
	const at = (set: 'top-tenth' | 'top-fifth' | 'eighty-percent' | 'customers') => ({
		row: setRow(set),
		customers: customers[setRow(set)] ?? NaN,
		revenue: revenue[setRow(set)] ?? 0
	});
	// Each set lies inside the larger ones: all take the customers with the most revenue. Snapshots of before have no fifth.
	const steps = [
		{ ...at('top-tenth'), label: words.top(), mark: words.markTop() },
		{ ...at('top-fifth'), label: words.fifth(), mark: words.markFifth() },
		{ ...at('eighty-percent'), label: words.core(), mark: words.markCore() }
	]
		.filter((step) => !Number.isNaN(step.customers))
		.sort((a, b) => a.customers - b.customers);
	steps.push({ ...at('customers'), label: words.rest(), mark: words.markRest() });
	const depths = steps.length > 3 ? [8, 6, 4, 2] : [8, 5, 2];
	const parts = steps.map((step, index) => ({
		...step,
		ownCustomers: step.customers - (steps[index - 1]?.customers ?? 0),
		ownRevenue: step.revenue - (steps[index - 1]?.revenue ?? 0)
	}));
	const row = (label: string, total: number, own: (part: (typeof parts)[number]) => number): ShareRow => ({
		label,
		parts: parts.map((part, index) => {
			const share = total > 0 ? own(part) / total : NaN;
			return {
				share,
				text: formatShare(share, locale),
				color: `var(--seq-${depths[index] ?? 1})`,
				ink: `var(--seq-ink-${depths[index] ?? 1})`,
				lines: [
					part.label,
					`${label} ${formatShare(share, locale)}`,
					messages.common.customers({ n: part.ownCustomers }),
					formatMoneyShort(part.ownRevenue, locale, money)
				]
			};
		})
	});
	const { measures } = messages.terms;
	return {
		rows: [
			row(words.customers(), s.customers, (part) => part.ownCustomers),
			row(words.revenue(), s.revenue, (part) => part.ownRevenue)
		],
		table: {
			columns: [
				{ id: 'group', label: words.group() },
				{ id: 'customers', label: measures.customers(), align: 'end' },
				{ id: 'share', label: measures.share(), align: 'end' },
				{ id: 'revenue', label: measures.revenue(), align: 'end' },
				{ id: 'revenueShare', label: measures.share(), align: 'end' }
			],
			rows: parts.map((part, index) => ({
				id: String(index),
				cells: [
					part.label,
					formatCount(part.ownCustomers, locale),
					formatShare(part.ownCustomers / s.customers, locale),
					formatMoney(part.ownRevenue, locale, money),
					formatShare(s.revenue > 0 ? part.ownRevenue / s.revenue : NaN, locale)
				]
			}))
		},
		finding: [
			words.finding({
				customers: s.eightyPercentCustomerShare,
				gini: formatNumber(s.gini, locale, 3, 3)
			}),
			...sureOverview(s, messages, locale)
		].join(locale === 'en' ? ' ' : ''),
		sets: steps.map((step) => ({ row: step.row, mark: step.mark }))
	};
}
