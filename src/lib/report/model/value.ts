import type { ValueResult } from '#lib/core/methods/value/types.ts';
import { verdictWords } from '#lib/i18n/verdict-words.ts';
import { end, numberAt, plain, rowIndices, said, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import { describeParameters } from './parameters.ts';
import type { Block, Finding } from './types.ts';
import { aliveBands, concentration, valueByAge } from './value-figures.ts';
import { valueGrids } from './value-grid.ts';
import { holdout } from './value-holdout.ts';
import { deciles, tiers } from './value-shares.ts';
import { paybackText, valueTiles } from './value-tiles.ts';
import { voiceByProfit } from './by-profit.ts';
import { profitSidesBlock } from './value-sides.ts';
import type { Voice } from './voice.ts';

/** Value in words: the headline, who carries the revenue, what is expected of whom, cohorts, and the hold-out. */
export function describeValue(result: ValueResult, revenueVoice: Voice, scale: number): MethodContent {
	const voice = voiceByProfit(revenueVoice, result.params.basis);
	return {
		findings: findings(result, voice),
		blocks: [
			{ id: 'tiles', kind: 'tiles', tiles: valueTiles(result, voice) },
			tiers(result, voice),
			...valueGrids(result, voice),
			...concentration(result, voice),
			...profitSidesBlock(result, voice),
			...deciles(result, voice),
			...aliveBands(result, voice),
			cohorts(result, voice),
			...valueByAge(result, scale, voice),
			...holdout(result, voice)
		],
		parameters: describeParameters(result.params, voice, {
			basis: () => voice.messages.byProfit.bases.profit(),
			model: (model: ValueResult['params']['model']) => voice.messages.value.models[model](),
			discount: voice.share,
			margin: voice.share,
			acquisitionCost: voice.money,
			tierA: voice.share,
			tierB: voice.share
		})
	};
}

function findings({ scalars: s, params }: ValueResult, voice: Voice): Finding[] {
	const words = voice.messages.value;
	const historic = voice.moneyShort(s.historicValue);
	const parts = [
		...(Number.isNaN(s.topFifthShare) ? [] : [words.concentration({ share: s.topFifthShare })]),
		// How sure the difference is stands with the forecasts.
		...verdictWords(s, voice.messages, voice.locale).slice(0, 1)
	];
	const strong = Number.isNaN(s.predictedValue)
		? words.leadHistoric({ historic })
		: words.lead({ historic, predicted: voice.moneyShort(s.predictedValue), months: params.months });
	return [{ strong, rest: parts.join(voice.locale === 'en' ? ' ' : '') }];
}

function cohorts({ tables: { cohorts: table }, params, frame }: ValueResult, voice: Voice): Block {
	const words = voice.messages.value.ltv;
	const title = words.title();
	const costed = params.acquisitionCost !== null;
	const unit = voice.messages.terms.units[params.unit]().toLowerCase();
	return {
		id: 'cohorts',
		kind: 'table',
		title,
		finding: words.finding(),
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(words.cohort()),
				end(words.size()),
				end(words.total()),
				end(words.perCustomer()),
				...(costed ? [end(words.payback())] : [])
			],
			rows: rowIndices(table).map((row) => [
				plain(voice.period(numberAt(table, 'cohort', row), params.unit, frame)),
				said(voice, 'count', numberAt(table, 'size', row)),
				said(voice, 'money', Math.round(numberAt(table, 'value', row))),
				said(voice, 'money', Math.round(numberAt(table, 'perCustomer', row))),
				...(costed ? [plain(paybackText(numberAt(table, 'payback', row), unit, voice))] : [])
			])
		}
	};
}
