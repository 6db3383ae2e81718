import { stageIds } from '#lib/api/index.ts';
import {
	formatCount,
	formatDay,
	formatMoney,
	formatNumber,
	NO_VALUE,
	type MoneyStyle
} from '#lib/i18n/format.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import type { NamedSegment } from '#lib/i18n/segment-names.ts';
import type { CustomerRow } from '#lib/state/customer-list.svelte.ts';
import type { ListColumn, Scoring } from './list-columns.ts';

/** One cell of the list in words. M of other rows than orders is no money. */
export function cellText(
	row: CustomerRow,
	column: ListColumn['id'],
	t: Messages,
	locale: Locale,
	money: MoneyStyle,
	scoring: Scoring,
	segments: readonly NamedSegment[]
): string {
	switch (column) {
		case 'customer':
			return [row.key, ...row.mergedIds].join(' = ');
		case 'name':
			return row.name;
		case 'segment':
			return segments[row.segment]?.name ?? t.customers.noSegment();
		case 'stage': {
			const id = stageIds[row.stage];
			return id === undefined ? '' : t.terms.stages[id]();
		}
		case 'score':
			return row.r === 0 ? t.customers.noSegment() : `${row.r} ${row.f} ${row.m}`;
		case 'recency':
			return formatCount(row.recency, locale);
		case 'frequency':
			return formatCount(row.frequency, locale);
		case 'monetary':
			return scoring.source
				? formatNumber(row.monetary, locale, 2)
				: formatMoney(row.monetary, locale, money);
		case 'revenue':
			return Number.isNaN(row.firstDay) ? NO_VALUE : formatMoney(row.revenue, locale, money);
		case 'profit':
			return formatMoney(row.profit, locale, money);
		case 'first':
			return formatDay(row.firstDay);
		case 'last':
			return formatDay(row.lastDay);
	}
}
