import type { ControlTotals } from '#lib/api/index.ts';
import { formatCount, formatMoney, type MoneyStyle } from '#lib/i18n/format.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import { controlRows } from './control-rows.ts';

/** The control totals as a table of texts: the file first, then its parts; parts without a row are left out. */
export function controlTable(totals: ControlTotals, t: Messages, locale: Locale, money: MoneyStyle) {
	const { importing } = t;
	const line = (id: string, label: string, value: { rows: number; amount: number }) => ({
		id,
		cells: [label, formatCount(value.rows, locale), formatMoney(value.amount, locale, money, true)]
	});
	return {
		columns: [
			{ id: 'kind', label: importing.totalsKind(), wrap: true },
			{ id: 'rows', label: importing.totalsRow(), align: 'end' as const },
			{ id: 'money', label: importing.totalsMoney(), align: 'end' as const }
		],
		rows: [
			line('source', importing.total.source(), totals.source),
			...controlRows(totals)
				.filter(({ part, value }) => value.rows > 0 || part === 'sales' || part === 'rejected')
				.map(({ part, value }) => line(part, importing.total[part](), value))
		]
	};
}
