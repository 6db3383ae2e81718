import { overviewSets, type OverviewResult } from '#lib/api/index.ts';
import { formatCount, formatMoney, formatMoneyShort, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { formatInterval, formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { AnalysisView } from '#lib/state/view-contract.ts';
import type { Delta, HeadlineCard } from '#lib/ui/types.ts';

export type Wording = Pick<AnalysisView, 'messages' | 'locale' | 'money'>;
type OverviewSet = (typeof overviewSets)[number];

/** The set of customers behind a card; `mark` is its name in the customers panel. */
const people = (set: OverviewSet, mark: string) => ({ table: 'sets', row: setRow(set), mark });

/** Index of a headline set in the `sets` table. */
export function setRow(set: OverviewSet): number {
	return overviewSets.indexOf(set);
}

/**
 * The relative change of a number as the delta of a card; undefined when there is nothing to compare with.
 * A change that rounds to nothing is flat.
 */
export function deltaOf(
	current: number,
	before: number,
	comparable: boolean,
	title: string,
	wording: Wording
): Delta | undefined {
	if (!comparable || !(before > 0) || Number.isNaN(current)) return undefined;
	const change = current / before - 1;
	const direction = Math.abs(change) < 0.0005 ? 'flat' : change > 0 ? 'up' : 'down';
	return {
		text: formatShare(Math.abs(change), wording.locale),
		direction,
		good: direction === 'flat' ? null : direction === 'up',
		title
	};
}

/** The numbers of the current period with their change against the period before. */
export function currentCards(result: OverviewResult, wording: Wording): HeadlineCard[] {
	const { messages, locale, money } = wording;
	const words = messages.overview;
	const { scalars: s } = result;
	const { days } = result.params;
	const complete = s.beforeComplete === 1;
	const card = (
		id: keyof typeof words.current,
		current: number,
		before: number,
		write: (value: number) => string,
		set: OverviewSet | null,
		mark: string
	): HeadlineCard => {
		const beforeText = words.before({ value: write(before), days });
		const delta = deltaOf(current, before, complete, words.change({ days, before: write(before) }), wording);
		return {
			id,
			label: words.current[id](),
			value: write(current),
			...(complete ? { sub: beforeText } : {}),
			...(delta === undefined ? {} : { delta }),
			behind: set === null ? null : people(set, mark)
		};
	};
	const count = (value: number) => formatCount(value, locale);
	const short = (value: number) => formatMoneyShort(value, locale, money);
	const full = (value: number) => formatMoney(value, locale, money);
	const active = words.marks.active({ days });
	const average = card('averageOrder', s.currentAverageOrder, s.beforeAverageOrder, full, null, '');
	// One that was saved by an older version has no interval.
	const interval = Number.isNaN(s.currentAverageOrderLow)
		? []
		: [
				words.interval95({
					interval: formatInterval(s.currentAverageOrderLow, s.currentAverageOrderHigh, full)
				})
			];
	const sub = [...interval, ...(average.sub === undefined ? [] : [average.sub])].join(' · ');
	return [
		card('revenue', s.currentRevenue, s.beforeRevenue, short, 'current-active', active),
		card('orders', s.currentOrders, s.beforeOrders, count, 'current-active', active),
		card('active', s.currentActive, s.beforeActive, count, 'current-active', active),
		card('new', s.currentNew, s.beforeNew, count, 'current-new', words.marks.new({ days })),
		sub === '' ? average : { ...average, sub }
	];
}

/** The numbers of the whole window. */
export function windowCards(result: OverviewResult, wording: Wording): HeadlineCard[] {
	const { messages, locale } = wording;
	const words = messages.overview.cards;
	const { marks, ofCustomers, interval95, concentration } = messages.overview;
	const { scalars: s } = result;
	const interval = formatShareInterval(s.repeatRateLow, s.repeatRateHigh, locale);
	const cards: HeadlineCard[] = [
		{
			id: 'repeat',
			label: words.repeatRate(),
			value: formatShare(s.repeatRate, locale),
			sub: `${ofCustomers({ n: s.repeatCustomers, all: s.customers })} · ${interval95({ interval })}`,
			behind: people('repeat', marks.repeat())
		},
		{
			id: 'once',
			label: words.once(),
			value: formatShare(s.onceCustomers / s.customers, locale),
			sub: words.onceSub({ share: s.onceRevenueShare }),
			behind: people('once', marks.once())
		},
		{
			id: 'eighty',
			label: words.eighty(),
			value: words.eightyValue({ n: s.eightyPercentCustomers }),
			sub: words.eightySub({ share: s.eightyPercentCustomerShare }),
			behind: people('eighty-percent', concentration.markCore())
		},
		{
			id: 'top-tenth',
			label: words.topTenth(),
			value: words.topTenthValue({ share: s.topTenthRevenueShare }),
			sub: [
				...(Number.isNaN(s.topTenthRevenueShareLow)
					? []
					: [
							interval95({
								interval: formatShareInterval(s.topTenthRevenueShareLow, s.topTenthRevenueShareHigh, locale)
							})
						]),
				words.gini({ gini: formatNumber(s.gini, locale, 3, 3) })
			].join(' · '),
			behind: people('top-tenth', concentration.markTop())
		}
	];
	const { grossProfit = NaN, marginRate = NaN, profitOrders = 0 } = s;
	if (!Number.isNaN(grossProfit)) {
		const by = messages.byProfit.overview;
		const of = by.ofOrders({ n: profitOrders, all: s.orders });
		cards.push({
			id: 'gross-profit',
			label: by.grossProfit(),
			value: formatMoneyShort(grossProfit, locale, wording.money),
			sub: [by.margin({ margin: marginRate }), ...(profitOrders < s.orders ? [of] : [])].join(' · '),
			behind: null
		});
	}
	if (s.prospects > 0) {
		cards.push({
			id: 'prospects',
			label: words.prospects(),
			value: formatCount(s.prospects, locale),
			sub: words.prospectsSub(),
			behind: people('prospects', marks.prospects())
		});
	}
	return cards;
}

/** The finding on top: what there is, and what changed. */
export function overviewFinding(
	result: OverviewResult,
	{ messages, locale, money }: Wording
): { lead: string; rest: string } {
	const words = messages.overview;
	const { scalars: s } = result;
	const { days } = result.params;
	const lead = words.lead({ n: s.customers, revenue: formatMoneyShort(s.revenue, locale, money) });
	const repeat = s.repeatRate;
	if (s.beforeComplete !== 1 || !(s.beforeRevenue > 0))
		return { lead, rest: words.noBefore({ repeat, days }) };
	const ratio = s.currentRevenue / s.beforeRevenue - 1;
	const sentence = Math.abs(ratio) < 0.0005 ? words.flat : ratio > 0 ? words.up : words.down;
	return { lead, rest: sentence({ days, change: Math.abs(ratio), repeat }) };
}
