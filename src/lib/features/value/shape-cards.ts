import type { ValueResult } from '#lib/api/index.ts';
import { formatCount, formatMoneyShort } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

export interface ValueCard {
	readonly id: string;
	readonly label: string;
	readonly value: string;
	readonly sub: string;
	/** Row of the `tiers` table whose customers stand behind it; null: nobody to list. */
	readonly tier: number | null;
}

/** The headline numbers; those that were not predicted are left out. */
export function valueCards(
	{ scalars: s, params }: ValueResult,
	{ messages, locale, money }: Wording
): ValueCard[] {
	const words = messages.value.cards;
	const short = (value: number) => formatMoneyShort(value, locale, money);
	const cards: ValueCard[] = [
		{
			id: 'historic',
			label: words.historic(),
			value: short(s.historicValue),
			sub: words.historicSub({ mean: short(s.meanHistoricValue) }),
			tier: null
		}
	];
	if (!Number.isNaN(s.predictedValue)) {
		cards.push({
			id: 'predicted',
			label: words.predicted({ months: params.months }),
			value: short(s.predictedValue),
			sub: words.predictedSub({ mean: short(s.meanPredictedValue) }),
			tier: null
		});
	}
	if (!Number.isNaN(s.expectedBuyers)) {
		cards.push({
			id: 'buyers',
			label: words.buyers(),
			value: formatCount(Math.round(s.expectedBuyers), locale),
			sub: words.buyersSub({ n: s.everyone, orders: formatCount(Math.round(s.expectedOrders), locale) }),
			tier: null
		});
	}
	const share = s.revenue > 0 ? params.tierA : NaN;
	cards.push({
		id: 'tierA',
		label: words.tierA(),
		value: formatCount(s.tierACustomers, locale),
		sub: words.tierASub({ share }),
		tier: 0
	});
	return cards;
}
