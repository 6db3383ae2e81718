import { moveWays, type MigrationResult } from '#lib/api/index.ts';
import { formatCount, formatMoneyShort } from '#lib/i18n/format.ts';
import type { HeadlineCard } from '#lib/ui/types.ts';
import type { Wording } from './wording.ts';

/** Who moved which way with what money, and who came to be at risk. */
export function movementCards(
	{ scalars, tables: { ways, risk } }: MigrationResult,
	{ words, locale, money }: Wording
): HeadlineCard[] {
	const short = (units: number | undefined) => formatMoneyShort(units ?? NaN, locale, money);
	const cards = moveWays.flatMap((id, row): HeadlineCard[] => {
		const n = ways.columns.customers[row] ?? 0;
		if (id === 'aside' && n === 0) return [];
		const change = words.cards.money({
			before: short(ways.columns.revenueBefore[row]),
			now: short(ways.columns.revenue[row])
		});
		const share = words.cards.share({ share: ways.columns.share[row] ?? NaN, n: scalars.known });
		return [
			{
				id,
				label: words.ways[id](),
				value: formatCount(n, locale),
				sub: id === 'came' ? short(ways.columns.revenue[row]) : `${share} · ${change}`,
				behind: { table: 'ways', row, mark: words.ways[id]() }
			}
		];
	});
	if (risk.rows === 0) return cards;
	const atRisk: HeadlineCard = {
		id: 'risk',
		label: words.cards.risk(),
		value: formatCount(risk.columns.customers[0] ?? 0, locale),
		sub: words.cards.riskSub({ money: short(risk.columns.revenue[0]) }),
		behind: { table: 'risk', row: 0, mark: words.cards.risk() }
	};
	return [...cards, atRisk];
}
