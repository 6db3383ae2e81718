import type { ControlTotals, RowsAndAmount } from '#lib/api/index.ts';
import { formatCount, formatMoney, type MoneyStyle } from '#lib/i18n/format.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import { controlRows } from './control-rows.ts';

/** The control totals as a table of texts: the file first, then its parts; parts without a row are left out. */
export function controlTable(totals: ControlTotals, t: Messages, locale: Locale, money: MoneyStyle) {
	const { importing } = t;
	const { profit } = totals;
	const profits =
		profit === undefined ? null : new Map(controlRows(profit).map((row) => [row.part, row.value]));
	const amount = (value: number) => formatMoney(value, locale, money, true);
	const line = (id: string, label: string, value: RowsAndAmount, known: RowsAndAmount | undefined) => ({
		id,
		cells: [
			label,
			formatCount(value.rows, locale),
			amount(value.amount),
			...(known === undefined ? [] : [formatCount(known.rows, locale), amount(known.amount)])
		]
	});
	return {
		columns: [
			{ id: 'kind', label: importing.totalsKind(), wrap: true },
			{ id: 'rows', label: importing.totalsRow(), align: 'end' as const },
			{ id: 'money', label: importing.totalsMoney(), align: 'end' as const },
			...(profit === undefined
				? []
				: [
						{ id: 'known', label: importing.totalsProfitKnown(), align: 'end' as const },
						{ id: 'profit', label: importing.totalsProfit(), align: 'end' as const }
					])
		],
		rows: [
			line('source', importing.total.source(), totals.source, profit?.source),
			...controlRows(totals)
				.filter(({ part, value }) => value.rows > 0 || part === 'sales' || part === 'rejected')
				.map(({ part, value }) => line(part, importing.total[part](), value, profits?.get(part)))
		]
	};
}
