import type { RetentionResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { formatInterval, formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { HeadlineCard } from '#lib/ui/types.ts';
import { intervalBars, type BarsShape } from '../shared/interval-bars.ts';
import { intervalText, unitAfter, type Wording } from './wording.ts';

/** Repeat rate and purchase interval as headline numbers; those without a value are left out. */
export function rhythmCards({ scalars: s, tables }: RetentionResult, wording: Wording): HeadlineCard[] {
	const { messages, locale } = wording;
	const words = messages.retention.repeat;
	if (!(s.buyers > 0)) return [];
	const days = (value: number) => formatNumber(value, locale);
	const cards: HeadlineCard[] = [
		{
			id: 'repeat',
			label: words.rate(),
			value: formatShare(s.repeatRate, locale),
			sub: words.rateSub({
				repeat: s.repeatBuyers,
				buyers: s.buyers,
				interval: formatShareInterval(s.repeatLow, s.repeatHigh, locale)
			}),
			behind: { table: 'repeat', row: 0, mark: words.mark.repeat() }
		},
		{
			id: 'once',
			label: words.once(),
			value: formatCount(tables.repeat.columns.customers[1] ?? 0, locale),
			sub: words.onceSub({ share: tables.repeat.columns.share[1] ?? NaN }),
			behind: { table: 'repeat', row: 1, mark: words.mark.once() }
		}
	];
	if (s.gapCustomers > 0) {
		cards.push(
			{
				id: 'median',
				label: words.median(),
				value: words.days({ days: days(s.gapMedian) }),
				sub: [
					words.medianSub({ n: s.gapCustomers }),
					...(Number.isNaN(s.gapMedianLow)
						? []
						: [`${messages.charts.interval()} ${formatInterval(s.gapMedianLow, s.gapMedianHigh, days)}`])
				].join(' · '),
				behind: null
			},
			{
				id: 'late',
				label: words.late(),
				value: words.days({ days: days(s.gapP90) }),
				sub: words.lateSub({ days: days(s.gapP75) }),
				behind: null
			}
		);
	}
	return cards;
}

/** Buyers by distinct periods with an order: in exactly n, or in at least n. */
export function shapeStickiness(
	{ tables, params }: RetentionResult,
	kind: 'exactly' | 'atLeast',
	wording: Wording
): BarsShape {
	const { messages, locale } = wording;
	const words = messages.retention.stickiness;
	const { columns, rows } = tables[kind];
	const mark = (row: number) => {
		const n = columns.n[row] ?? 0;
		const orMore = kind === 'atLeast' || columns.more[row] === 1 ? 'atLeast' : 'exactly';
		return words.mark[orMore]({ n, unit: unitAfter(n, params.unit, wording) });
	};
	const bars: Bar[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < rows; row++) {
		const customers = columns.customers[row] ?? 0;
		const share = columns.share[row] ?? NaN;
		const [low, high] = [columns.low[row] ?? NaN, columns.high[row] ?? NaN];
		const label = `${columns.n[row] ?? 0}${columns.more[row] === 1 ? '+' : ''}`;
		bars.push({
			label,
			value: share,
			text: formatShare(share, locale, 0),
			lines: [
				mark(row),
				`${formatShare(share, locale)} · ${messages.common.customers({ n: customers })}`,
				intervalText(low, high, wording)
			]
		});
		table.push({
			id: String(row),
			cells: [
				label,
				formatCount(customers, locale),
				formatShare(share, locale),
				formatShare(low, locale),
				formatShare(high, locale)
			]
		});
	}
	const several = tables.atLeast.columns.share[1];
	return {
		bars,
		table: {
			columns: [
				{ id: 'n', label: words.n() },
				{ id: 'customers', label: words.customers(), align: 'end' },
				{ id: 'share', label: words.share(), align: 'end' },
				{ id: 'low', label: messages.retention.curve.low(), align: 'end' },
				{ id: 'high', label: messages.retention.curve.high(), align: 'end' }
			],
			rows: table
		},
		finding:
			several === undefined
				? words.findingOne({ unit: unitAfter(1, params.unit, wording) })
				: words.finding({ share: several, n: 2, unit: unitAfter(2, params.unit, wording) }),
		mark
	};
}

/** Customers by their median gap between order days. */
export function shapeIntervals({ tables, scalars: s }: RetentionResult, wording: Wording): BarsShape {
	const words = wording.messages.retention.intervals;
	const days = (value: number) => formatNumber(value, wording.locale);
	const heads = { days: words.range(), customers: words.customers(), share: words.share() };
	return {
		...intervalBars(tables.intervals, s.gapCustomers, { mark: words.mark, ...heads }, wording),
		finding: words.finding({ median: days(s.gapMedian), p25: days(s.gapP25), p75: days(s.gapP75) })
	};
}

/**
 * The churn window that the intervals suggest: churned after a silence that nine in ten usually end sooner, at risk after
 * one that three in four do. Whole days within what churn takes; null without intervals.
 *
 * @example
 * churnWindow({ gapCustomers: 9, gapP75: 97, gapP90: 166.05 }) // => { atRiskDays: 97, churnedDays: 167 }
 * churnWindow({ gapCustomers: 0, gapP75: NaN, gapP90: NaN }) // => null
 */
export function churnWindow({
	gapCustomers,
	gapP75,
	gapP90
}: Pick<RetentionResult['scalars'], 'gapCustomers' | 'gapP75' | 'gapP90'>): {
	readonly atRiskDays: number;
	readonly churnedDays: number;
} | null {
	if (!(gapCustomers > 0)) return null;
	const days = (value: number) => Math.min(3650, Math.max(1, Math.ceil(value)));
	return { atRiskDays: days(gapP75), churnedDays: days(gapP90) };
}
