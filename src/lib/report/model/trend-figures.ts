import type { OverviewResult } from '#lib/core/methods/overview/types.ts';
import { end, largest, numberAt, numbersOf, plain, rowIndices, said, start } from './columns.ts';
import { roundTicks } from './ticks.ts';
import type { Block, ColumnsModel, TableModel } from './types.ts';
import type { Voice } from './voice.ts';

/** Revenue, and active customers, by period: two pictures and their tables. */
export function trendFigures(
	{ tables: { trend }, params, frame }: OverviewResult,
	voice: Voice,
	scale: number
): Block[] {
	if (trend.rows === 0) return [];
	const { words } = voice;
	const unit = voice.messages.terms.units[params.unit]().toLowerCase();
	const label = (row: number) => voice.period(numberAt(trend, 'period', row), params.unit, frame);
	const cut = (row: number) => numberAt(trend, 'incomplete', row) === 1;
	const marked = (row: number) => plain(label(row) + (cut(row) ? ` ${words.incompleteMark()}` : ''));
	const note = rowIndices(trend).some(cut) ? words.incomplete() : null;
	const revenue = numbersOf(trend, 'revenue');
	const active = numbersOf(trend, 'active');
	const best = revenue.indexOf(largest(revenue));
	const busiest = active.indexOf(largest(active));
	const picture = (
		series: ColumnsModel['series'],
		values: (row: number) => number[],
		ticks: ColumnsModel['ticks'],
		as: ColumnsModel['as']
	) => ({
		kind: 'columns' as const,
		model: {
			series,
			points: rowIndices(trend).map((row) => ({
				label: label(row),
				values: values(row),
				incomplete: cut(row)
			})),
			ticks,
			as
		}
	});
	const unitsInMoney = 10 ** scale;
	const revenueTitle = words.overview.revenueTitle({ unit });
	const activeTitle = words.overview.activeTitle({ unit });
	const revenueTable: TableModel = {
		caption: words.table({ title: revenueTitle }),
		columns: [start(words.columns.period()), end(words.columns.revenue()), end(words.columns.orders())],
		rows: rowIndices(trend).map((row) => [
			marked(row),
			said(voice, 'money', revenue[row] as number),
			said(voice, 'count', numberAt(trend, 'orders', row))
		])
	};
	const activeTable: TableModel = {
		caption: words.table({ title: activeTitle }),
		columns: [start(words.columns.period()), end(words.columns.active()), end(words.columns.new())],
		rows: rowIndices(trend).map((row) => [
			marked(row),
			said(voice, 'count', active[row] as number),
			said(voice, 'count', numberAt(trend, 'new', row))
		])
	};
	return [
		{
			id: 'revenue',
			kind: 'figure',
			title: revenueTitle,
			finding: words.overview.revenueFinding({
				unit,
				best: label(best),
				amount: voice.moneyShort(revenue[best] as number)
			}),
			picture: picture(
				[{ label: words.columns.revenue(), tone: 'mark', down: false }],
				(row) => [Math.max(0, revenue[row] as number)],
				roundTicks(largest(revenue) / unitsInMoney, 4).map((at) => ({
					at: at * unitsInMoney,
					text: voice.moneyShort(at * unitsInMoney)
				})),
				'money'
			),
			table: revenueTable,
			note
		},
		{
			id: 'active',
			kind: 'figure',
			title: activeTitle,
			finding: words.overview.activeFinding({
				best: label(busiest),
				n: active[busiest] as number,
				new: numberAt(trend, 'new', busiest)
			}),
			picture: picture(
				[
					{ label: words.overview.existing(), tone: 'growth-1', down: false },
					{ label: words.columns.new(), tone: 'growth-0', down: false }
				],
				(row) => {
					const fresh = numberAt(trend, 'new', row);
					return [Math.max(0, (active[row] as number) - fresh), fresh];
				},
				roundTicks(largest(active), 4).map((at) => ({ at, text: voice.countShort(at) })),
				'count'
			),
			table: activeTable,
			note
		}
	];
}
