import type { OverviewResult } from '#lib/core/methods/overview/types.ts';
import { sureInterval } from '#lib/i18n/sure-words.ts';
import { formatInterval } from '#lib/i18n/format-interval.ts';
import { areEndsOfMany } from '../redact/borne-out.ts';
import { barOf, end, numberAt, numbersOf, plain, rowIndices, said, start, total } from './columns.ts';
import { intervalBlock, rangeText } from './interval-block.ts';
import { concentration } from './concentration.ts';
import type { MethodContent } from './content.ts';
import { describeParameters } from './parameters.ts';
import { trendFigures } from './trend-figures.ts';
import type { Block, Finding, Tile } from './types.ts';
import type { Voice } from './voice.ts';

/** The overview in words: headline tiles, the change against the period before, trend and distributions. */
export function describeOverview(result: OverviewResult, voice: Voice, scale: number): MethodContent {
	return {
		findings: findings(result, voice),
		blocks: [
			{ id: 'tiles', kind: 'tiles', tiles: tiles(result, voice) },
			...trendFigures(result, voice, scale),
			change(result, voice),
			concentration(result, voice),
			orderCounts(result, voice),
			...intervals(result, voice)
		],
		parameters: describeParameters(result.params, voice, {
			days: (days: number) => voice.words.days({ n: voice.count(days) })
		})
	};
}

function findings({ scalars: s, params }: OverviewResult, voice: Voice): Finding[] {
	const { overview } = voice.words;
	const lead: Finding = {
		strong: overview.lead({
			customers: voice.messages.common.customers({ n: s.customers }),
			orders: voice.messages.common.orders({ n: s.orders }),
			revenue: voice.moneyShort(s.revenue)
		}),
		rest: overview.rest({ repeat: s.repeatRate, top: s.topTenthRevenueShare })
	};
	if (s.beforeComplete !== 1 || !(s.beforeRevenue > 0)) return [lead];
	const rest = overview.change({
		days: voice.count(params.days),
		now: voice.moneyShort(s.currentRevenue),
		before: voice.moneyShort(s.beforeRevenue),
		change: changeWords(s.currentRevenue / s.beforeRevenue - 1, voice)
	});
	return [lead, { strong: '', rest }];
}

function changeWords(change: number, voice: Voice): string {
	const { up, down, same } = voice.words.overview;
	if (Math.abs(change) < 0.0005) return same();
	return change > 0 ? up({ x: change }) : down({ x: -change });
}

function tiles({ scalars: s, tables }: OverviewResult, voice: Voice): Tile[] {
	const orderedOnce = { piece: 'orderCounts', by: 'row', row: 0 } as const;
	const concentrated = { piece: 'concentration', by: 'whole' } as const;
	const t = voice.words.overview.tiles;
	return [
		{
			label: t.repeatRate(),
			value: voice.share(s.repeatRate),
			note: t.repeatRateNote({
				n: s.repeatCustomers,
				of: s.customers,
				interval: voice.shares(s.repeatRateLow, s.repeatRateHigh)
			}),
			of: orderedOnce
		},
		{
			label: t.once(),
			value: voice.share(s.onceCustomers / s.customers),
			note: t.onceNote({ share: s.onceRevenueShare }),
			of: orderedOnce
		},
		{
			label: t.eighty(),
			value: voice.messages.common.customers({ n: s.eightyPercentCustomers }),
			note: t.eightyNote({ share: s.eightyPercentCustomerShare }),
			of: concentrated
		},
		{
			label: t.top(),
			value: t.topValue({ share: s.topTenthRevenueShare }),
			note: [
				...(Number.isNaN(s.topTenthRevenueShareLow)
					? []
					: [
							`${voice.messages.charts.interval()} ${voice.shares(s.topTenthRevenueShareLow, s.topTenthRevenueShareHigh)}`
						]),
				t.topNote({ gini: voice.number(s.gini, 3, 3) })
			].join(' · '),
			of: concentrated
		},
		{
			label: t.averageOrder(),
			value: voice.moneyShort(s.averageOrder),
			note: Number.isNaN(s.averageOrderLow)
				? t.averageOrderNote({ orders: s.orders })
				: t.averageOrderInterval({
						orders: s.orders,
						interval: formatInterval(s.averageOrderLow, s.averageOrderHigh, voice.moneyShort)
					})
		},
		{
			label: t.interval(),
			value: voice.words.days({ n: voice.number(s.purchaseInterval, 1) }),
			note: t.intervalNote({ n: s.purchaseIntervalCustomers }),
			of: { piece: 'intervals', by: 'median', row: rowOf(s.purchaseInterval, tables.intervals) }
		},
		...profitTile(s, voice)
	];
}

/** Gross profit and margin, where orders have a profit. */
function profitTile(
	{ grossProfit = NaN, marginRate = NaN, profitOrders = 0, orders }: OverviewResult['scalars'],
	voice: Voice
): Tile[] {
	if (Number.isNaN(grossProfit)) return [];
	const by = voice.messages.byProfit.overview;
	const partly = profitOrders < orders ? [by.ofOrders({ n: profitOrders, all: orders })] : [];
	return [
		{
			label: by.grossProfit(),
			value: voice.moneyShort(grossProfit),
			note: [by.margin({ margin: marginRate }), ...partly].join(' · ')
		}
	];
}

/** The row of the intervals that a length lies in. */
function rowOf(days: number, { columns }: OverviewResult['tables']['intervals']): number {
	return Array.from(columns.from).filter((from) => from <= days).length - 1;
}

function change({ scalars: s, params }: OverviewResult, voice: Voice): Block {
	const { words } = voice;
	const measures = voice.messages.terms.measures;
	const days = voice.count(params.days);
	const row = (name: string, now: number, before: number, kind: 'count' | 'money' | 'moneyShort') => [
		plain(name),
		said(voice, kind, now),
		said(voice, kind, before),
		plain(before > 0 ? changeWords(now / before - 1, voice) : voice.share(NaN))
	];
	const title = words.overview.periodTitle({ days });
	return {
		id: 'change',
		kind: 'table',
		title,
		finding: s.beforeComplete === 1 ? '' : words.overview.beforeIncomplete(),
		table: {
			caption: words.table({ title }),
			columns: [
				start(words.columns.measure()),
				end(words.overview.now({ days })),
				end(words.overview.before()),
				end(words.overview.changeColumn())
			],
			rows: [
				row(measures.active(), s.currentActive, s.beforeActive, 'count'),
				row(words.columns.new(), s.currentNew, s.beforeNew, 'count'),
				row(measures.orders(), s.currentOrders, s.beforeOrders, 'count'),
				row(measures.revenue(), s.currentRevenue, s.beforeRevenue, 'money'),
				row(measures.averageOrder(), s.currentAverageOrder, s.beforeAverageOrder, 'moneyShort')
			]
		}
	};
}

function orderCounts({ tables: { orderCounts: table }, scalars }: OverviewResult, voice: Voice): Block {
	const { words } = voice;
	const customers = numbersOf(table, 'customers');
	const revenue = total(numbersOf(table, 'revenue'));
	const title = words.overview.countsTitle();
	return {
		id: 'orderCounts',
		kind: 'table',
		title,
		finding: words.overview.countsFinding({ n: scalars.onceCustomers, share: scalars.onceRevenueShare }),
		table: {
			caption: words.table({ title }),
			columns: [
				start(words.columns.ordersPerCustomer()),
				end(words.columns.customers()),
				start(words.columns.shareOfCustomers()),
				end(words.columns.revenue()),
				end(words.columns.revenueShare())
			],
			weighted: {
				ranges: rowIndices(table).map((row) => {
					const to = numberAt(table, 'to', row);
					return [numberAt(table, 'from', row), to < 0 ? Infinity : to] as const;
				}),
				sum: scalars.orders
			},
			rows: rowIndices(table).map((row) => [
				plain(rangeText(numberAt(table, 'from', row), numberAt(table, 'to', row), voice)),
				said(voice, 'count', customers[row] as number),
				barOf(customers[row] as number, customers, voice),
				said(voice, 'money', numberAt(table, 'revenue', row)),
				said(voice, 'share', numberAt(table, 'revenue', row) / revenue)
			])
		}
	};
}

function intervals({ tables, scalars }: OverviewResult, voice: Voice): Block[] {
	if (!(scalars.purchaseIntervalCustomers > 0)) return [];
	const words = voice.words.overview;
	const isSaid =
		voice.hideBelow === null || areEndsOfMany(scalars.purchaseIntervalCustomers, voice.hideBelow);
	const finding = [
		words.intervalsFinding({ days: voice.number(scalars.purchaseInterval, 1) }),
		...(isSaid ? sureInterval(scalars, voice.messages, voice.locale) : [])
	].join(voice.locale === 'en' ? ' ' : '');
	return [intervalBlock(tables.intervals, words.intervalsTitle(), finding, voice)];
}
