import type { ColumnMoney, TableManifest } from '#lib/api/index.ts';
import { formatCount, formatMoney } from '#lib/i18n/format.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Locale } from '#lib/i18n/messages.ts';

/** The control totals of a table as a table of texts: rows, and the money of each column of money. */
export function tableTotalsTable(manifest: TableManifest, words: TopicTexts<'entities'>, locale: Locale) {
	const { totals, currency } = manifest;
	const line = (id: 'source' | 'kept' | 'merged' | 'rejected') => ({
		id,
		cells: [
			words[id](),
			formatCount(totals[id], locale),
			...totals.money.map((column: ColumnMoney) =>
				formatMoney(column[id], locale, { scale: column.scale, currency }, true)
			)
		]
	});
	const parts = (['kept', 'merged', 'rejected'] as const).filter(
		(id) => id !== 'merged' || totals.merged > 0
	);
	return {
		columns: [
			{ id: 'kind', label: words.fate(), wrap: true },
			{ id: 'rows', label: words.rows(), align: 'end' as const },
			...totals.money.map(({ header }, i) => ({
				id: `money-${i}`,
				label: words.money({ header }),
				align: 'end' as const
			}))
		],
		rows: [line('source'), ...parts.map(line)]
	};
}
