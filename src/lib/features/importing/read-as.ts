import { isNumberRole, type ColumnRole, type PreviewCell } from '#lib/api/index.ts';
import { formatDay } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/messages.ts';

/**
 * How a cell was read, in words, where that says more than the raw text: dates as dates, amounts as numbers.
 *
 * @example
 * readAs({ raw: '9/12/2011', value: 15317 }, 'date', 'en') // => '2011-12-09'
 * readAs({ raw: '￥1.2万', value: 12000 }, 'amount', 'en') // => '12,000'
 * readAs({ raw: 'A1', value: 'A1' }, 'customer', 'en') // => null
 */
export function readAs(cell: PreviewCell, role: ColumnRole, locale: Locale): string | null {
	if (cell.value === null) return null;
	if (role === 'date') return typeof cell.value === 'number' ? formatDay(cell.value) : cell.value;
	const text =
		typeof cell.value === 'number'
			? new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(cell.value)
			: cell.value;
	return isNumberRole(role) || text !== cell.raw ? text : null;
}
