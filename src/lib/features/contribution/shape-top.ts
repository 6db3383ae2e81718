import type { ContributionResult } from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatMoney, formatMoneyShort, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { sureGrowth } from '#lib/i18n/sure-words.ts';
import type { Wording } from './wording.ts';

export interface TopShape {
	readonly bars: Bar[];
	readonly table: TableTwin;
	readonly finding: string;
	readonly mark: (row: number) => string;
}

/** How much the largest customers bring, and how much the largest of the earlier period brought then. */
export function shapeTop({ tables: { top }, scalars: s }: ContributionResult, wording: Wording): TopShape {
	const { messages, locale, money } = wording;
	const words = messages.contribution.top;
	const { columns } = top;
	const mark = (row: number) => words.mark({ n: columns.count[row] ?? 0 });
	const rows = Array.from({ length: top.rows }, (_, row) => row);
	const known = {
		n: Math.round(1 / s.hhi),
		hhi: formatNumber(s.hhi, locale, 4),
		gini: formatNumber(s.gini, locale, 2, 2)
	};
	return {
		bars: rows.map((row) => {
			const share = formatShare(columns.share[row] ?? NaN, locale);
			const then = words.line({ share: formatShare(columns.shareBefore[row] ?? NaN, locale) });
			const revenue = formatMoneyShort(columns.revenue[row] ?? NaN, locale, money);
			return {
				label: mark(row),
				value: columns.share[row] ?? 0,
				text: share,
				sub: then,
				lines: [mark(row), `${words.share()} ${share}`, `${words.revenue()} ${revenue}`, then]
			};
		}),
		table: {
			columns: [
				{ id: 'top', label: words.top() },
				...(['revenue', 'share', 'before', 'shareBefore'] as const).map((id) => ({
					id,
					label: words[id](),
					align: 'end' as const
				}))
			],
			rows: rows.map((row) => ({
				id: String(row),
				cells: [
					mark(row),
					formatMoney(columns.revenue[row] ?? NaN, locale, money),
					formatShare(columns.share[row] ?? NaN, locale),
					formatMoney(columns.before[row] ?? NaN, locale, money),
					formatShare(columns.shareBefore[row] ?? NaN, locale)
				]
			}))
		},
		finding: Number.isNaN(s.hhi)
			? words.findingNone()
			: [
					Number.isNaN(s.hhiBefore)
						? words.findingFirst(known)
						: words.finding({
								...known,
								before: Math.round(1 / s.hhiBefore),
								giniBefore: formatNumber(s.giniBefore, locale, 2, 2)
							}),
					...sureGrowth(s, messages, locale)
				].join(locale === 'en' ? ' ' : ''),
		mark
	};
}
