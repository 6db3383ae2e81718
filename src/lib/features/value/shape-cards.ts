import type { ValueResult } from '#lib/api/index.ts';
import { formatCount, formatMoney, formatMoneyShort, formatNumber } from '#lib/i18n/format.ts';
import type { HeadlineCard } from '#lib/ui/types.ts';
import type { Wording } from './wording.ts';

/** The headline numbers; those that were not predicted are left out. */
export function valueCards(
	{ scalars: s, params, tables }: ValueResult,
	{ messages, locale, money }: Wording
): HeadlineCard[] {
	const words = messages.value.cards;
	const short = (value: number) => formatMoneyShort(value, locale, money);
	const cards: HeadlineCard[] = [
		{
			id: 'historic',
			label: words.historic(),
			value: short(s.historicValue),
			sub: words.historicSub({ mean: short(s.meanHistoricValue) }),
			behind: null
		}
	];
	if (!Number.isNaN(s.predictedValue)) {
		cards.push({
			id: 'predicted',
			label: words.predicted({ months: params.months }),
			value: short(s.predictedValue),
			sub: words.predictedSub({ mean: short(s.meanPredictedValue) }),
			behind: null
		});
	}
	if (!Number.isNaN(s.expectedBuyers)) {
		cards.push({
			id: 'buyers',
			label: words.buyers(),
			value: formatCount(Math.round(s.expectedBuyers), locale),
			sub: words.buyersSub({ n: s.everyone, orders: formatCount(Math.round(s.expectedOrders), locale) }),
			behind: null
		});
	}
	const unit = messages.terms.units[params.unit]().toLowerCase();
	if (!Number.isNaN(s.simpleValue)) {
		cards.push({
			id: 'simple',
			label: words.simple(),
			value: short(s.simpleValue),
			sub: words.simpleSub({ income: short(s.simpleIncome), churn: s.simpleChurn, unit }),
			behind: null
		});
	}
	const { acquisitionCost } = params;
	if (acquisitionCost !== null) {
		const cost = formatMoney(acquisitionCost, locale, money);
		cards.push({
			id: 'payback',
			label: words.payback(),
			value: Number.isNaN(s.paybackPeriods)
				? words.paybackNever()
				: s.paybackPeriods === 0
					? words.paybackNow({ unit })
					: words.paybackValue({ n: s.paybackPeriods, unit }),
			sub: Number.isNaN(s.valueToCost)
				? words.paybackSub({ cost })
				: words.paybackRatio({ cost, ratio: formatNumber(s.valueToCost, locale, 1) }),
			behind: null
		});
	}
	// What they do bring: with few customers the last of them reaches far past the cut.
	const share = tables.tiers.columns.revenueShare[0] ?? NaN;
	cards.push({
		id: 'tierA',
		label: words.tierA(),
		value: formatCount(s.tierACustomers, locale),
		sub: words.tierASub({ share }),
		behind: { table: 'tiers', row: 0, mark: messages.value.tiers.mark({ tier: 'A' }) }
	});
	return cards;
}
