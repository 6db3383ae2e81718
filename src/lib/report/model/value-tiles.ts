import type { ValueResult } from '#lib/core/methods/value/types.ts';
import type { Tile } from './types.ts';
import type { Voice } from './voice.ts';

/** The headline numbers of value; those that were not predicted are left out. */
export function valueTiles({ scalars: s, params }: ValueResult, voice: Voice): Tile[] {
	const words = voice.messages.value.cards;
	const found: Tile[] = [
		{
			label: words.historic(),
			value: voice.moneyShort(s.historicValue),
			note: words.historicSub({ mean: voice.moneyShort(s.meanHistoricValue) })
		}
	];
	if (!Number.isNaN(s.predictedValue)) {
		found.push({
			label: words.predicted({ months: params.months }),
			value: voice.moneyShort(s.predictedValue),
			note: words.predictedSub({ mean: voice.moneyShort(s.meanPredictedValue) })
		});
	}
	if (!Number.isNaN(s.expectedBuyers)) {
		found.push({
			label: words.buyers(),
			value: voice.count(Math.round(s.expectedBuyers)),
			note: words.buyersSub({ n: s.everyone, orders: voice.count(Math.round(s.expectedOrders)) })
		});
	}
	const unit = voice.messages.terms.units[params.unit]().toLowerCase();
	if (!Number.isNaN(s.simpleValue)) {
		found.push({
			label: words.simple(),
			value: voice.moneyShort(s.simpleValue),
			note: words.simpleSub({ income: voice.moneyShort(s.simpleIncome), churn: s.simpleChurn, unit })
		});
	}
	if (params.acquisitionCost !== null) {
		const cost = voice.money(params.acquisitionCost);
		found.push({
			label: words.payback(),
			value: paybackText(s.paybackPeriods, unit, voice),
			note: Number.isNaN(s.valueToCost)
				? words.paybackSub({ cost })
				: words.paybackRatio({ cost, ratio: voice.number(s.valueToCost, 1) })
		});
	}
	return found;
}

/** The age by which a customer's cost has come in, in words; `unit` is the word for a period. */
export function paybackText(n: number, unit: string, voice: Voice): string {
	const words = voice.messages.value.cards;
	if (Number.isNaN(n)) return words.paybackNever();
	return n === 0 ? words.paybackNow({ unit }) : words.paybackValue({ n, unit });
}
