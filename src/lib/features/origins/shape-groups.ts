import type { OriginsResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { IntervalRow } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatMoney, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { formatInterval, formatShareInterval } from '#lib/i18n/format-interval.ts';
import { allRow, groupName, type Wording } from './wording.ts';

export interface GroupsShape {
	/** Customers by group, without the row of all. */
	readonly bars: Bar[];
	readonly repeat: IntervalRow[];
	readonly guide: { readonly value: number; readonly text: string };
	/** Value in the first days, of the groups that anybody was followed in. */
	readonly values: Bar[];
	/** Row of the `groups` table behind each bar of `values`. */
	readonly valueRows: readonly number[];
	readonly finding: string;
	readonly table: TableTwin;
}

/** Groups as bars, as rates with their intervals, as values, and as the one table behind all three. */
export function shapeGroups(result: OriginsResult, wording: Wording): GroupsShape {
	const { messages, locale, money } = wording;
	const words = messages.origins;
	const { columns, rows } = result.tables.groups;
	const days = result.params.valueDays;
	const all = allRow(result);
	const cash = (value: number) => (Number.isNaN(value) ? '–' : formatMoney(value, locale, money));
	const share = (value: number) => formatShare(value, locale);
	const at = (name: Exclude<keyof typeof columns, 'label'>, row: number) => columns[name][row] ?? NaN;
	const single = Array.from({ length: all }, (_, row) => row);
	const bars = single.map((row): Bar => {
		const text = formatCount(at('customers', row), locale);
		const ofRevenue = words.groups.ofRevenue({ share: at('revenueShare', row) });
		return {
			label: groupName(result, row, wording),
			value: at('customers', row),
			text,
			sub: share(at('share', row)),
			lines: [groupName(result, row, wording), `${text} · ${share(at('share', row))}`, ofRevenue]
		};
	});
	const repeat = single.map((row): IntervalRow => {
		const text = share(at('repeatRate', row));
		return {
			label: groupName(result, row, wording),
			value: at('repeatRate', row),
			low: at('low', row),
			high: at('high', row),
			text,
			lines: [
				groupName(result, row, wording),
				`${text} · ${words.repeat.counts({ active: at('repeat', row), base: at('customers', row) })}`,
				`${messages.charts.interval()} ${formatShareInterval(at('low', row), at('high', row), locale)}`
			]
		};
	});
	const valueRows = single.filter((row) => at('followed', row) > 0);

	const heads = words.groups;
	return {
		bars,
		repeat,
		guide: { value: at('repeatRate', all), text: words.repeat.all({ rate: at('repeatRate', all) }) },
		values: valueRows.map((row) => ({
			label: groupName(result, row, wording),
			value: at('valueWithin', row),
			text: cash(at('valueWithin', row)),
			sub: words.value.followed({ n: at('followed', row) }),
			lines: [
				groupName(result, row, wording),
				cash(at('valueWithin', row)),
				`${messages.charts.interval()} ${formatInterval(at('valueLow', row), at('valueHigh', row), cash)}`,
				words.value.followed({ n: at('followed', row) })
			]
		})),
		valueRows,
		finding: words.groups.finding({
			label: groupName(result, 0, wording),
			share: at('share', 0),
			customers: result.scalars.customers,
			revenueShare: at('revenueShare', 0)
		}),
		table: {
			columns: [
				{ id: 'group', label: heads.group() },
				{ id: 'known', label: heads.known(), align: 'end' },
				{ id: 'customers', label: heads.customers(), align: 'end' },
				{ id: 'share', label: heads.share(), align: 'end' },
				{ id: 'orders', label: heads.orders(), align: 'end' },
				{ id: 'revenue', label: heads.revenue(), align: 'end' },
				{ id: 'revenueShare', label: heads.revenueShare(), align: 'end' },
				{ id: 'perCustomer', label: heads.perCustomer(), align: 'end' },
				{ id: 'frequency', label: heads.frequency(), align: 'end' },
				{ id: 'basket', label: heads.basket(), align: 'end' },
				{ id: 'repeat', label: heads.repeat(), align: 'end' },
				{ id: 'repeatRate', label: heads.repeatRate(), align: 'end' },
				{ id: 'low', label: heads.low(), align: 'end' },
				{ id: 'high', label: heads.high(), align: 'end' },
				{ id: 'secondDays', label: heads.secondDays(), align: 'end' },
				{ id: 'followed', label: heads.followed(), align: 'end' },
				{ id: 'valueWithin', label: heads.valueWithin({ days }), align: 'end' },
				{ id: 'valueLow', label: heads.low(), align: 'end' },
				{ id: 'valueHigh', label: heads.high(), align: 'end' }
			],
			rows: Array.from({ length: rows }, (_, row) => ({
				id: String(row),
				cells: [
					groupName(result, row, wording),
					formatCount(at('known', row), locale),
					formatCount(at('customers', row), locale),
					share(at('share', row)),
					formatCount(at('orders', row), locale),
					cash(at('revenue', row)),
					share(at('revenueShare', row)),
					cash(at('perCustomer', row)),
					formatNumber(at('frequency', row), locale, 2),
					cash(at('basket', row)),
					formatCount(at('repeat', row), locale),
					share(at('repeatRate', row)),
					share(at('low', row)),
					share(at('high', row)),
					formatNumber(at('secondDays', row), locale),
					formatCount(at('followed', row), locale),
					cash(at('valueWithin', row)),
					cash(at('valueLow', row)),
					cash(at('valueHigh', row))
				]
			}))
		}
	};
}
