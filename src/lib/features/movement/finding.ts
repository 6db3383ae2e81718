import { moveWays, type MigrationResult } from '#lib/api/index.ts';
import { formatDay, formatMoneyShort } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

/** The finding on top: how many moved up and down, who came, who is newly at risk, what the cuts did. */
export function movementFinding(
	{ scalars: s, tables }: MigrationResult,
	{ words, locale, money }: Wording
): { lead: string; rest: string } {
	const [before, now] = [formatDay(s.before), formatDay(s.now)];
	const count = (way: (typeof moveWays)[number]) => tables.ways.columns.customers[moveWays.indexOf(way)] ?? 0;
	const moved = count('up') + count('down') + count('aside');
	const risk = tables.risk.columns.customers[0] ?? 0;
	const rest = [
		...(count('came') > 0 ? [words.came({ n: count('came') })] : []),
		...(risk > 0
			? [
					words.risk({
						n: risk,
						money: formatMoneyShort(tables.risk.columns.revenue[0] ?? NaN, locale, money)
					})
				]
			: []),
		...(s.byCuts > 0 ? [words.cuts({ n: s.byCuts })] : [])
	];
	return {
		lead:
			moved === 0
				? words.lead.none({ before, now })
				: words.lead.moved({
						up: count('up'),
						down: count('down'),
						stayed: count('stayed') / s.known,
						before,
						now
					}),
		rest: rest.join(locale === 'zh-CN' ? '' : ' ')
	};
}
