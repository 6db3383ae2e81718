import { renewalModels, type ContractsResult } from '#lib/api/index.ts';
import { contractMoney, lengthText } from '#lib/i18n/contract-words.ts';
import { formatCount, formatDay, formatPeriod, formatShare } from '#lib/i18n/format.ts';
import type { HeadlineCard } from '#lib/ui/types.ts';
import type { Wording } from './wording.ts';

/** Who is under contract with what money, how many left, how long they stay, and what their renewals are worth. */
export function contractCards(result: ContractsResult, wording: Wording): HeadlineCard[] {
	const { words, locale } = wording;
	const { cards } = words;
	const { scalars: s, params, frame } = result;
	const money = contractMoney(result, wording);
	const row = result.tables.groups.rows - 1;
	const all: HeadlineCard[] = [
		{
			id: 'active',
			label: cards.active(),
			value: formatCount(s.active, locale),
			sub: s.inGrace > 0 ? cards.activeSub({ n: s.inGrace }) : cards.activeAll({ n: s.spells }),
			behind: { table: 'groups', row, mark: cards.active() }
		}
	];
	if (!Number.isNaN(s.money))
		all.push({
			id: 'money',
			label: cards.money({ per: words.per[params.amountIn]() }),
			value: money.short(s.money),
			sub: cards.moneySub({ mean: money.full(s.money / s.active) }),
			behind: null
		});
	if (!Number.isNaN(s.churnRate))
		all.push({
			id: 'rate',
			label: cards.rate(),
			value: formatShare(s.churnRate, locale),
			sub: cards.rateSub({ period: formatPeriod(s.churnPeriod, params.unit, locale, frame.yearStart) }),
			behind: {
				table: 'periods',
				row: result.tables.periods.columns.period.indexOf(s.churnPeriod),
				mark: words.periods.mark({
					period: formatPeriod(s.churnPeriod, params.unit, locale, frame.yearStart)
				})
			}
		});
	all.push({
		id: 'median',
		label: cards.median(),
		value: lengthText(result, s.median, wording),
		sub: Number.isNaN(s.median)
			? cards.medianOpen()
			: cards.mean({
					mean: lengthText(result, s.mean, wording),
					horizon: lengthText(result, s.meanHorizon, wording)
				}),
		behind: null
	});
	const model = renewalModels[s.best];
	if (!Number.isNaN(s.residualValue) && model !== undefined)
		all.push({
			id: 'value',
			label: cards.value(),
			value: money.short(s.residualValue),
			sub: cards.valueSub({ discount: params.discount, model: words.renewal.models[model]() }),
			behind: null
		});
	return all;
}

/** The heading of the cards. */
export const cardsHeading = (result: ContractsResult, { words }: Wording): string =>
	words.cards.heading({ day: formatDay(result.frame.asOf) });
