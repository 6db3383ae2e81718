import type { ColumnMoney, TableManifest } from '#lib/api/index.ts';
import { formatCount, formatMoney } from '#lib/i18n/format.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Locale } from '#lib/i18n/messages.ts';

/** Where rows go, in reading order. */
const parts = ['kept', 'merged', 'filtered', 'replaced', 'rejected'] as const;

/** The control totals of a table as a table of texts: rows, and the money of each column of money. */
export function tableTotalsTable(manifest: TableManifest, words: TopicTexts<'entities'>, locale: Locale) {
	const { totals, currency } = manifest;
	const line = (id: 'source' | (typeof parts)[number]) => ({
		id,
		cells: [
			words[id](),
			formatCount(totals[id] ?? 0, locale),
			...totals.money.map((column: ColumnMoney) =>
				formatMoney(column[id] ?? 0, locale, { scale: column.scale, currency }, true)
			)
		]
	});
	const shown = parts.filter((id) => id === 'kept' || id === 'rejected' || (totals[id] ?? 0) > 0);
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
		rows: [line('source'), ...shown.map(line)]
	};
}
